import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredArticle } from '../lib/core/annotation.ts';
import { editArticle, parseDay } from '../lib/core/collection/article-edit.ts';
import { groupArticles, isDecided } from '../lib/core/collection/article-groups.ts';
import { findReprints, fingerprint, likeness } from '../lib/core/collection/reprints.ts';
import { searchWords } from '../lib/core/collection/search-words.ts';
import { missingContext } from '../lib/core/collection/missing-context.ts';
import type { Figure } from '../lib/core/annotation.ts';
import { collection, figure, LATER } from './sample-collection.ts';

const NOUNS = ['chi bộ', 'đảng viên', 'thôn', 'nhân dân', 'cán bộ', 'tổ dân phố', 'xã', 'đoàn thể'];
const VERBS = ['bàn việc', 'góp công', 'họp dân', 'làm đường', 'học nghị quyết', 'giúp nhau'];

/** Sixty sentences of one story; another seed tells another. */
function story(seed: number): string {
  return Array.from({ length: 60 }, (_, at) => {
    const pick = (list: readonly string[], turn: number) =>
      list[(seed * 7 + at * turn) % list.length];
    return `Ngày thứ ${at * seed}, ${pick(NOUNS, 3)} ${pick(VERBS, 5)} với ${pick(NOUNS, 11)} số ${seed + at}.`;
  }).join(' ');
}

function shingles(text: string): Set<string> {
  const words = searchWords(text).split(' ');
  return new Set(words.slice(4).map((_, at) => words.slice(at, at + 5).join(' ')));
}

describe('reprints', () => {
  it('are found though lead, marks, case and diacritics differ', () => {
    const text = story(3);
    const reprint = `Theo báo bạn, hôm qua. ${text.toUpperCase().replaceAll(',', ' –')}`;
    const without = text.replaceAll('đ', 'd');
    const prints = new Map([
      ['a', fingerprint(text)],
      ['b', fingerprint(reprint)],
      ['c', fingerprint(without)],
      ['d', fingerprint(story(4))],
      ['e', fingerprint('Bài quá ngắn.')],
    ]);
    const pairs = findReprints(prints).map(({ one, other }) => one + other);
    expect(pairs.sort()).toEqual(['ab', 'ac', 'bc']);
    expect(likeness(fingerprint(text), fingerprint(text))).toBe(1);
  });

  it('are estimated near what the texts share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 55 }), (kept) => {
        const sentences = story(3).split(/(?<=\.) /);
        const other = story(5).split(/(?<=\.) /);
        const mixed = [...sentences.slice(0, kept), ...other.slice(kept)].join(' ');
        const share = likeness(fingerprint(story(3)), fingerprint(mixed));
        const [ones, others] = [shingles(story(3)), shingles(mixed)];
        const both = [...ones].filter((each) => others.has(each)).length;
        const jaccard = both / (ones.size + others.size - both);
        return Math.abs(share - jaccard) < 0.2;
      }),
    );
  });
});

describe('records of one article', () => {
  it('are one in the list: versions of a page, confirmed reprints, rings of them', async () => {
    const { articles } = await collection();
    const [base] = articles;
    if (!base) throw new Error('none');
    const make = (id: string, more: Partial<StoredArticle>) => ({
      ...base,
      id,
      sourceKey: id,
      ...more,
    });
    const list = [
      make('v2', { sourceKey: 'page', captured: '2026-11-23T00:00:00.000Z' }),
      make('v1', { sourceKey: 'page' }),
      make('copy', { reprintOf: 'v2' }),
      make('copy2', { reprintOf: 'copy' }),
      make('ring1', { reprintOf: 'ring2', captured: '2026-11-21T00:00:00.000Z' }),
      make('ring2', { reprintOf: 'ring1' }),
      make('lost', { reprintOf: 'gone' }),
    ];
    const groups = groupArticles(list).map(({ first, others }) => [
      first.id,
      ...others.map(({ id }) => id),
    ]);
    expect(groups).toEqual([['v1', 'v2', 'copy', 'copy2'], ['ring1', 'ring2'], ['lost']]);
    const [v2, v1, copy] = list;
    if (!v2 || !v1 || !copy) throw new Error('none');
    expect([isDecided(v2, v1), isDecided(v2, copy), isDecided(v1, copy)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(isDecided({ ...v1, distinctFrom: ['copy'] }, copy)).toBe(true);
  });
});

describe('putting an article right', () => {
  it('says of each field that a person did it, and keeps the others as they were read', async () => {
    const [before] = (await collection()).articles;
    if (!before) throw new Error('none');
    const after = editArticle(
      before,
      { title: ' Tên  đúng ', byline: '', siteName: 'Báo Ví Dụ' },
      LATER,
    );
    expect(after).toMatchObject({
      title: 'Tên đúng',
      origins: { title: 'edited', byline: 'edited' },
      modified: LATER.toISOString(),
      text: before.text,
    });
    expect(after).not.toHaveProperty('byline');
    expect(after.origins).not.toHaveProperty('siteName');
  });

  it('changes nothing where nothing is different, and never empties the title', async () => {
    const [before] = (await collection()).articles;
    if (!before) throw new Error('none');
    expect(editArticle(before, { title: ' ', siteName: before.siteName ?? '' }, LATER)).toBe(
      before,
    );
  });

  it.each([
    ['15/7/2020', '2020-07-15'],
    ['7/2020', '2020-07'],
    [' 2020 ', '2020'],
    ['2020-07-15T06:00:00+07:00', '2020-07-15T06:00:00+07:00'],
    ['', ''],
    ['45/7/2020', undefined],
    ['hôm qua', undefined],
  ])('reads the day “%s”', (typed, iso) => {
    expect(parseDay(typed)).toBe(iso);
  });
});

describe('missing context', () => {
  const count = figure('Có 27 đảng viên.', '27') as Figure;
  it.each<[string, Partial<Figure>, string[]]>([
    ['a count alone', {}, ['period', 'organisation']],
    ['a count with both', { period: '2020', scope: 'xã Mẫu' }, []],
    ['a percentage of nothing', { kind: 'percentage' }, ['period', 'denominator', 'organisation']],
    ['a percentage of a ratio', { kind: 'percentage', of: '5/16' }, ['period', 'organisation']],
    [
      'growth, which is no share',
      { kind: 'percentage', change: 'increase-by' },
      ['period', 'organisation'],
    ],
    ['how long something takes', { kind: 'duration' }, []],
  ])('%s', (_, fields, expected) => {
    expect(missingContext({ ...count, ...fields })).toEqual(expected);
  });

  it('is asked of figures only', () => {
    expect(missingContext(undefined)).toEqual([]);
  });
});
