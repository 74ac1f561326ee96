import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../lib/core/canonical-json.ts';
import { joinCompanions, type Companion } from '../lib/core/collection/companion.ts';
import { compareCompanions } from '../lib/core/collection/compare-companions.ts';
import { packVersion, pastAfter } from '../lib/core/pack/pack-versions.ts';
import { entry, pack } from './sample-companions.ts';

const at = (second: number) => new Date(Date.UTC(2026, 10, 22, 8, 0, second)).toISOString();

/** What a person makes of a companion at a time. */
function changed(before: Companion, second: number, editor: string, deleted = false): Companion {
  const said = `${editor} ${second}`;
  const words = before.type === 'pack' ? { title: said, past: pastAfter(before) } : { note: said };
  const { deleted: _, ...rest } = before;
  const time = at(second);
  const after = { ...rest, ...words, editor, modified: time, ...(deleted && { deleted: time }) };
  return after as Companion;
}

const sorted = (companions: readonly Companion[]) => companions.map(canonicalJson).sort();
const titles = (companions: readonly Companion[]) =>
  companions.flatMap((each) => (each.type === 'pack' ? [each.title] : [])).sort();

/** Three people's collections after they changed, deleted and exchanged things in whatever order. */
const histories = fc
  .array(
    fc.record({
      what: fc.constantFrom('change', 'change', 'delete', 'take'),
      who: fc.nat({ max: 2 }),
      nth: fc.nat({ max: 9 }),
      // Clocks are not everybody's: two may do something in one second, or in the wrong order.
      second: fc.nat({ max: 40 }),
    }),
    { maxLength: 30 },
  )
  .map((events) => {
    const start: Companion[] = [pack({ modified: at(0) }), entry({ modified: at(0) })];
    const people = [start, start, start];
    const made: Companion[] = [];
    for (const { what, who, nth, second } of events) {
      const own = people[who] ?? [];
      if (what === 'take') people[who] = joinCompanions(own, people[nth % 3] ?? []);
      else {
        const before = own[nth % own.length] as Companion;
        const later = Math.max(second, new Date(before.modified).getUTCSeconds() + 1);
        const after = changed(before, later, `người ${who}`, what === 'delete');
        made.push(after);
        people[who] = own.map((each) => (each === before ? after : each));
      }
    }
    return { people, made };
  });

describe('packs, entries and judgements of several people', () => {
  it('are joined to the same whatever the order, how often, and in which groups', () => {
    fc.assert(
      fc.property(histories, ({ people: [a = [], b = [], c = []] }) => {
        const all = sorted(joinCompanions(joinCompanions(a, b), c));
        expect(sorted(joinCompanions(a, joinCompanions(b, c)))).toEqual(all);
        expect(sorted(joinCompanions(joinCompanions(c, a), b))).toEqual(all);
        expect(sorted(joinCompanions(b, a))).toEqual(sorted(joinCompanions(a, b)));
        const joined = joinCompanions(a, b);
        expect(sorted(joinCompanions(joined, b))).toEqual(sorted(joined));
        expect(sorted(joinCompanions(joined, joined))).toEqual(sorted(joined));
      }),
      { numRuns: 500 },
    );
  });

  it('have every version of a pack somewhere, or one that came after it', () => {
    fc.assert(
      fc.property(histories, ({ people: [a = [], b = [], c = []], made }) => {
        const packs = joinCompanions(joinCompanions(a, b), c).filter(({ type }) => type === 'pack');
        const known = new Set(
          packs.flatMap((each) =>
            each.type === 'pack' ? [packVersion(each), ...(each.past ?? [])] : [],
          ),
        );
        for (const each of made)
          if (each.type === 'pack') expect(known).toContain(packVersion(each));
        const [latest] = made
          .filter(({ type }) => type === 'programme-entry')
          .map(({ modified }) => modified)
          .sort()
          .toReversed();
        const shown = joinCompanions(joinCompanions(a, b), c).find(
          ({ type }) => type === 'programme-entry',
        );
        expect(shown?.modified).toBe(latest ?? at(0));
      }),
      { numRuns: 500 },
    );
  });

  it('keep both versions of a pack that two people changed apart, the later under its id', () => {
    const before = pack({ modified: at(0) });
    const [lan, ha] = [changed(before, 1, 'Lan'), changed(before, 2, 'Hà')];
    const joined = joinCompanions([lan], [ha]);
    expect(joined).toHaveLength(2);
    expect(joined[0]).toEqual(ha);
    expect(joined[1]).toMatchObject({ title: 'Lan 1', versionOf: before.id });
    expect(joined[1]?.id).not.toBe(before.id);
  });

  it('take a pack that was only changed at one side as it is, with no version left over', () => {
    const before = pack({ modified: at(0) });
    const after = changed(changed(before, 1, 'Lan'), 2, 'Lan');
    expect(joinCompanions([before], [after])).toEqual([after]);
    expect(joinCompanions([after], [before])).toEqual([after]);
  });

  it('leave the other version alone once somebody has changed or deleted it', () => {
    const before = pack({ modified: at(0) });
    const [lan, ha] = [changed(before, 1, 'Lan'), changed(before, 2, 'Hà')];
    const [shown, copy] = joinCompanions([lan], [ha]) as [Companion, Companion];
    for (const isDeleted of [false, true]) {
      const own = changed(copy, 9, 'Mai', isDeleted);
      for (const other of [[lan], [ha], [shown, copy]]) {
        expect(sorted(joinCompanions([shown, own], other))).toEqual(sorted([shown, own]));
      }
    }
  });

  it('forget the other version where a later one came after both', () => {
    const before = pack({ modified: at(0) });
    const [lan, ha] = [changed(before, 1, 'Lan'), changed(before, 2, 'Hà')];
    const later = changed(lan, 3, 'Lan');
    const apart = joinCompanions([lan], [ha]);
    expect(titles(joinCompanions(apart, [later]))).toEqual(['Hà 2', 'Lan 3']);
  });

  it('lose nothing to records that claim to have come after each other', () => {
    const [one, other] = [
      pack({ title: 'một', modified: at(1) }),
      pack({ title: 'hai', modified: at(2) }),
    ] as const;
    const liar: Companion = { ...one, past: [packVersion(other)] };
    const another: Companion = { ...other, past: [packVersion(one)] };
    expect(titles(joinCompanions([liar], [another]))).toEqual(['hai', 'một']);
  });

  it('never take the place of a record of another type', () => {
    const mine = pack({ modified: at(0) });
    const theirs = entry({ id: mine.id, modified: at(9) });
    expect(joinCompanions([mine], [theirs])).toEqual([mine]);
  });
});

describe('the preview of what a file does to them', () => {
  const before = pack({ modified: at(0) });
  const [lan, ha] = [changed(before, 1, 'Lan'), changed(before, 2, 'Hà')];
  const tally = (own: Companion[], incoming: Companion[]) => {
    const [only] = Object.values(compareCompanions(own, incoming));
    return Object.entries(only ?? {}).flatMap(([fate, count]) => (count > 0 ? [fate] : []));
  };

  it.each([
    ['new', [], [before], ['fresh']],
    ['the same', [before], [before], ['same']],
    ['newer', [before], [lan], ['newer']],
    ['older', [lan], [before], ['same']],
    ['changed apart', [lan], [ha], ['differing']],
    ['changed apart, which is known', joinCompanions([lan], [ha]), [ha], ['same']],
    [
      'changed apart, which the other side knows',
      [lan],
      joinCompanions([lan], [ha]),
      ['fresh', 'newer'],
    ],
  ])('says of a pack that it is %s', (_, own, incoming, fates) => {
    expect(tally(own, incoming).sort()).toEqual(fates);
  });

  it.each([
    ['new', [], 1, ['fresh']],
    ['newer', [0], 1, ['newer']],
    ['here in a later state', [2], 1, ['differing']],
    ['here as it is', [1], 1, ['same']],
  ])('says of an entry that it is %s', (_, own, theirs, fates) => {
    const said = (second: number) => changed(entry(), second, `người ${second}`);
    expect(tally(own.map(said), [said(theirs)])).toEqual(fates);
  });
});
