import { canonicalJson } from '../canonical-json.ts';
import { joinCompanions, type Companion } from './companion.ts';

/** What an import would do to the records of one type. */
export interface CompanionTally {
  /** Records that are not here. */
  fresh: number;
  /** The file's takes the place of ours. */
  newer: number;
  /** Changed here and there: of a pack both versions will be kept, of a decision the later, which is ours. */
  differing: number;
  /** Here already, in the file's state or, of a pack, one that came after it. */
  same: number;
}

export type CompanionTallies = Partial<Record<Companion['type'], CompanionTally>>;

/** Counts what joining the file's records with those stored would do, by type. */
export function compareCompanions(
  own: readonly Companion[],
  incoming: readonly Companion[],
): CompanionTallies {
  const stored = byId(own);
  const joined = byId(joinCompanions(own, incoming));
  const known = new Set([...own, ...incoming].map(({ id }) => id));
  const parted = new Set(
    [...joined.values()].flatMap((each) =>
      each.type === 'pack' && !known.has(each.id) ? [each.versionOf] : [],
    ),
  );
  const judge = (theirs: Companion): keyof CompanionTally => {
    const [ours, after] = [stored.get(theirs.id), joined.get(theirs.id)];
    if (!ours) return after ? 'fresh' : 'same';
    if (parted.has(theirs.id)) return 'differing';
    if (isSame(after, ours))
      return theirs.type === 'pack' || isSame(ours, theirs) ? 'same' : 'differing';
    return 'newer';
  };
  const tallies: CompanionTallies = {};
  for (const each of incoming) {
    const tally = (tallies[each.type] ??= { fresh: 0, newer: 0, differing: 0, same: 0 });
    tally[judge(each)]++;
  }
  return tallies;
}

function byId(companions: readonly Companion[]): Map<string, Companion> {
  return new Map(companions.map((each) => [each.id, each]));
}

function isSame(one: Companion | undefined, other: Companion): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
