import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../lib/core/annotation.ts';
import { canonicalJson } from '../lib/core/canonical-json.ts';
import {
  headsOf,
  isSameContent,
  joinStates,
  nextState,
  revisionOf,
  stamped,
} from '../lib/core/collection/revision.ts';
import { sha256 } from '../lib/core/sha256.ts';
import { collection, LATER, NOW } from './sample-collection.ts';

describe('the id of a state', () => {
  it('is made with the SHA-256 that any other program has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
      }),
    );
  });

  it('does not depend on the order a database gives the fields in', async () => {
    const [one] = (await collection()).annotations;
    const shuffled = Object.fromEntries(Object.entries(one ?? {}).toReversed()) as Annotation;
    expect(canonicalJson(shuffled)).toBe(canonicalJson(one));
    expect(revisionOf({ ...shuffled, revision: undefined })).toBe(one?.revision);
  });

  it('stays when a later version has given the stored record more fields', async () => {
    const [one] = (await collection()).annotations;
    expect(revisionOf({ ...one, addedLater: 1 } as unknown as Annotation)).toBe(one?.revision);
  });
});

/** What somebody does to one excerpt: makes a state of one or more that are there. */
const deeds = fc.array(
  fc.record({
    of: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
    note: fc.constantFrom('', 'a', 'b'),
    at: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 8 },
);

/** All states that come of some deeds, one after another. */
function statesOf(first: Annotation, made: readonly { of: number[]; note: string; at: number }[]) {
  const states = [first];
  for (const { of, note, at } of made) {
    const [before = first, ...settled] = of.map((nth) => states[nth % states.length] ?? first);
    const now = new Date(NOW.getTime() + at);
    states.push(nextState(before, { ...before, note }, { now }, { settled }));
  }
  return states;
}

/** A history for comparison: what is shown, and the set of the others. */
function told({ shown, others }: ReturnType<typeof joinStates>) {
  const ids = others.map(({ state, isHead }) => `${revisionOf(state)}${isHead ? ' head' : ''}`);
  return { shown: revisionOf(shown), others: ids.sort() };
}

const all = ({ shown, others }: ReturnType<typeof joinStates>) => [
  shown,
  ...others.map(({ state }) => state),
];

describe('joining what several people know of one excerpt', () => {
  it('gives the same whoever joins whose, in whatever order, however often', async () => {
    const [first] = (await collection()).annotations;
    const part = fc.array(fc.nat(), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(deeds, part, part, part, (made, a, b, c) => {
        const states = statesOf(first as Annotation, made);
        const pick = (nths: number[]) =>
          nths.map((nth) => states[nth % states.length] as Annotation);
        const [one, two, three] = [pick(a), pick(b), pick(c)];
        const joined = joinStates(one, two);
        expect(told(joinStates(two, one))).toEqual(told(joined));
        expect(told(joinStates(all(joined), three))).toEqual(
          told(joinStates(one, all(joinStates(two, three)))),
        );
        expect(told(joinStates(all(joined), all(joined)))).toEqual(told(joined));
        expect(told(joinStates(all(joined), one))).toEqual(told(joined));
        const kept = new Set(all(joined).map(revisionOf));
        for (const state of [...one, ...two]) expect(kept).toContain(revisionOf(state));
      }),
    );
  });

  it('shows an edit made just now, though a colleague’s clock is far ahead', async () => {
    const [first] = (await collection()).annotations;
    const before = first as Annotation;
    const ahead = nextState(before, { ...before, note: 'a' }, { now: new Date('2031-01-01') });
    const mine = nextState(ahead, { ...ahead, note: 'b' }, { now: LATER }, {});
    const rival = nextState(before, { ...before, note: 'c' }, { now: new Date('2032-01-01') });
    const later = nextState(mine, { ...mine, note: 'd' }, { now: LATER }, { rivals: [rival] });
    expect(headsOf([before, ahead, mine])).toEqual([mine]);
    expect(headsOf([before, ahead, mine, rival, later])).toEqual([later, rival]);
  });

  it('takes two people’s equal edits for one, whoever made them and when', async () => {
    const [first] = (await collection()).annotations;
    const before = first as Annotation;
    const [a, b] = [NOW, LATER].map((now, at) =>
      nextState(before, { ...before, tags: ['kết nạp'] }, { now, by: `người ${at}` }),
    );
    expect(revisionOf(a as Annotation)).not.toBe(revisionOf(b as Annotation));
    expect(isSameContent(a as Annotation, b as Annotation)).toBe(true);
  });

  it('still shows something of a file whose states all claim to replace each other', async () => {
    const [first] = (await collection()).annotations;
    const one = stamped({ ...(first as Annotation), parents: ['y'], revision: 'x' });
    const other = stamped({ ...one, parents: ['x'], revision: 'y', note: 'b' });
    expect(joinStates([one], [other]).others).toHaveLength(1);
  });
});
