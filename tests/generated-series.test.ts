import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { firstRecords } from '../lib/core/collection/article-groups.ts';
import { judgementId, type SeriesJudgement } from '../lib/core/collection/series-judgement.ts';
import { SeriesIndex } from '../lib/core/collection/series/series-index.ts';
import type { Series, SeriesValue } from '../lib/core/collection/series/series.ts';
import { generateSeries, type GeneratedSeries, type Truth } from './generated-series.ts';
import { seeded } from './generated-collection.ts';

let made: GeneratedSeries;
let all: Series[];

beforeAll(() => {
  made = generateSeries(24, seeded(7));
  all = indexOf(made).whole();
});

function indexOf({ annotations, articles }: GeneratedSeries, order = annotations): SeriesIndex {
  const index = new SeriesIndex();
  const byId = new Map(articles.map((article) => [article.id, article]));
  for (const annotation of order) index.put(annotation, byId.get(annotation.articleId));
  index.regroup(firstRecords(articles));
  return index;
}

/** Sets of excerpts, each in one text, so that what was found and what is true can be compared as wholes. */
const sets = (groups: Iterable<readonly string[]>) =>
  [...groups].map((ids) => [...ids].sort().join(' ')).sort();

function truly(keyOf: (truth: Truth) => string): string[] {
  const groups = new Map<string, string[]>();
  for (const [id, truth] of made.truths) {
    const key = keyOf(truth);
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  return sets(groups.values());
}

const idsOf = (values: readonly SeriesValue[]) =>
  values.flatMap(({ sources }) => sources.map(({ id }) => id));

describe('of a generated collection with known answers', () => {
  it('every series is found, whole, and nothing else is joined', () => {
    const found = all.map(({ points }) => idsOf(points.flatMap(({ values }) => values)));
    expect(sets(found)).toEqual(truly(({ series }) => series));
  });

  it('every time of a series is found, and no two times are mixed', () => {
    const found = all.flatMap(({ points }) => points.map(({ values }) => idsOf(values)));
    expect(sets(found)).toEqual(truly(({ series, period }) => `${series} ${period}`));
  });

  it('every conflict, doubt, confirmation and agreement is found, and no other', () => {
    const standings = new Map<string, string>();
    for (const { points } of all) {
      for (const { values } of points) {
        for (const value of values) {
          for (const id of idsOf([value])) standings.set(id, value.standing);
        }
      }
    }
    const truths = new Map([...made.truths].map(([id, { standing }]) => [id, standing]));
    expect(standings).toEqual(truths);
    const counts = Object.values(Object.groupBy(truths.values(), (standing) => standing));
    expect(counts).toHaveLength(5);
  });

  it('every repeat is counted once, with all its sources, reprints as one article', () => {
    for (const { points } of all) {
      for (const { values } of points) {
        for (const { standing, articles } of values) {
          expect(articles > 1, standing).toBe(standing === 'confirmed');
        }
      }
    }
  });

  it('every value comes out in the unit of its series, exactly', () => {
    let converted = 0;
    for (const { points } of all) {
      for (const value of points.flatMap(({ values }) => values)) {
        for (const id of idsOf([value])) expect(value.value).toBe(made.truths.get(id)?.value);
        if (value.conversion) converted++;
      }
    }
    expect(converted).toBeGreaterThan(100);
  });
});

const AT = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();

/** Judgements on a few series and excerpts, contradictions among them. */
const judgements = () => {
  const keys = all
    .filter(({ points }) => points.length > 3)
    .map(({ key }) => key)
    .slice(0, 6);
  const ids = made.annotations.slice(0, 4).map(({ id }) => id);
  const pair = fc.tuple(fc.constantFrom(...keys, ...ids), fc.constantFrom(...keys));
  const one = fc.record({
    of: pair,
    verdict: fc.constantFrom('same' as const, 'apart' as const),
    minute: fc.nat(9),
  });
  return fc.array(one, { maxLength: 12 }).map((list) =>
    list.map(({ of, verdict, minute }): SeriesJudgement => ({
      type: 'series-judgement',
      id: judgementId(of),
      of,
      verdict,
      note: '',
      modified: AT(minute),
    })),
  );
};

describe('whatever comes first', () => {
  it('the same excerpts make the same series in any order, put in twice or taken out and back', () => {
    const some = { ...made, annotations: made.annotations.slice(0, 60) };
    const expected = indexOf(some).whole();
    fc.assert(
      fc.property(
        fc.shuffledSubarray(some.annotations, { minLength: 60 }),
        fc.subarray(some.annotations),
        (order, again) => {
          const index = indexOf(some, order);
          index.settle(7);
          for (const { id } of again) index.remove(id);
          index.whole();
          for (const annotation of again) {
            index.put(
              annotation,
              some.articles.find(({ id }) => id === annotation.articleId),
            );
          }
          expect(index.whole()).toEqual(expected);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('the same judgements make the same series', () => {
    const index = indexOf({ ...made, annotations: made.annotations.slice(0, 120) });
    fc.assert(
      fc.property(
        judgements().chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          const unique = [...new Map(list.map((each) => [each.id, each])).values()];
          index.judge(unique);
          const one = index.whole();
          index.judge(shuffled.filter((each) => unique.includes(each)));
          expect(index.whole()).toEqual(one);
        },
      ),
      { numRuns: 60 },
    );
  });
});
