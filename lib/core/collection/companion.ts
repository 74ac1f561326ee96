import * as z from 'zod';
import { canonicalJson } from '../canonical-json.ts';
import { joinPacks } from '../pack/pack-versions.ts';
import { Pack, PackTemplate } from '../pack/pack.ts';
import { ProgrammeEntry } from './programme-entry.ts';
import { SeriesJudgement } from './series-judgement.ts';

/** What people make of the collection beside its excerpts and articles; stored, backed up and exchanged with them. */
export const Companion = z.discriminatedUnion('type', [
  ProgrammeEntry,
  SeriesJudgement,
  Pack,
  PackTemplate,
]);
export type Companion = z.infer<typeof Companion>;

export type CompanionOf<Type extends Companion['type']> = Extract<Companion, { type: Type }>;

/** A record as its maker gives it; who and when is written by the store. */
export type CompanionDraft<Type extends Companion['type'] = Companion['type']> =
  CompanionOf<Type> extends infer Each
    ? Each extends Companion
      ? Omit<Each, 'modified' | 'editor' | 'past'>
      : never
    : never;

/**
 * Chooses between two records under one id, the same one whichever comes first: the later, the deletion of it included.
 * Joining is commutative, associative and idempotent.
 */
function joinDecisions(one: Decision, other: Decision): Decision {
  if (one.modified !== other.modified) return one.modified > other.modified ? one : other;
  return canonicalJson(one) >= canonicalJson(other) ? one : other;
}

/** Small enough that of two the later is enough. */
type Decision = Exclude<Companion, Pack>;

/**
 * Joins what people made of two collections: of two decisions the later stays; of two versions of a pack both, where
 * neither came after the other (see `pack-versions.ts`). Commutative, associative and idempotent.
 */
export function joinCompanions(
  own: readonly Companion[],
  incoming: readonly Companion[],
): Companion[] {
  const { fitting } = partByType(own, incoming);
  const decisions = new Map<string, Decision>();
  for (const each of [...own, ...fitting]) {
    if (each.type === 'pack') continue;
    const known = decisions.get(each.id);
    decisions.set(each.id, known ? joinDecisions(known, each) : each);
  }
  const packs = [own, fitting].map((side) => side.filter((each) => each.type === 'pack'));
  return [...decisions.values(), ...joinPacks(packs.flat())];
}

/** Parts records by whether they are of the type that one here under the same id is of: one can take another's place. */
export function partByType<Each extends Companion>(
  own: readonly Companion[],
  incoming: readonly Each[],
): { fitting: Each[]; alien: Each[] } {
  const types = new Map(own.map(({ id, type }) => [id, type]));
  const isFitting = ({ id, type }: Each) => (types.get(id) ?? type) === type;
  return {
    fitting: incoming.filter(isFitting),
    alien: incoming.filter((each) => !isFitting(each)),
  };
}
