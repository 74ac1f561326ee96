import { describe, expect, it } from 'vitest';
import type { Mention } from '../lib/core/annotation.ts';
import { makeExcerpt, newestFirst } from '../lib/core/collection/excerpt.ts';
import {
  countFacet,
  EVERYTHING,
  isNarrowed,
  kindOf,
  searchExcerpts,
} from '../lib/core/collection/search-excerpts.ts';
import { tidyTags } from '../lib/core/collection/tags.ts';
import { collection } from './sample-collection.ts';

const programme: Mention = {
  type: 'programme',
  kind: 'resolution',
  exact: 'Nghị quyết số 21',
  number: '21-NQ/TW',
  entity: 'a',
  rule: 'numbered',
  start: 0,
  end: 16,
};

async function excerpts() {
  const { annotations, articles } = await collection();
  const [ha, thuong] = annotations;
  if (!ha || !thuong) throw new Error('the sample has two');
  const documents = { ...ha, id: 'c', mention: programme, tags: ['Nghị quyết', 'thôn Hạ'] };
  const { mention: _, ...selection } = { ...thuong, id: 'd', tags: ['Đặc biệt'], note: 'hoà giải' };
  return [ha, thuong, documents, selection].map((each) => makeExcerpt(each, articles[0]));
}

const found = async (filter: Partial<typeof EVERYTHING>) => {
  const all = await excerpts();
  return searchExcerpts(all, { ...EVERYTHING, ...filter }).map((each) => all.indexOf(each));
};

describe('searching the library', () => {
  it.each([
    ['dang vien', [0, 1, 2, 3]],
    ['ĐẢNG VIÊN thuong', [1, 3]],
    ['thượng   có', [1, 3]],
    ['hai thon', [0, 1, 2, 3]],
    ['hòa giải', [3]],
    ['bao cao quy', [1]],
    ['dac biet', [3]],
    ['21-NQ', [2]],
    ['vi du mau', [0, 1, 2, 3]],
    ['kiểm tra', []],
    ['  ', [0, 1, 2, 3]],
  ])('finds by “%s” whatever the accents, case and order', async (query, expected) => {
    expect(await found({ query })).toEqual(expected);
  });

  it('does not join the end of one field to the start of the next', async () => {
    expect(await found({ query: 'vien.chi' })).toEqual([]);
  });

  it.each([
    ['figure', [0, 1]],
    ['figure/count', [0, 1]],
    ['programme', [2]],
    ['programme/plan', []],
    ['selection', [3]],
  ])('narrows to the kind %s', async (kind, expected) => {
    expect(await found({ kind })).toEqual(expected);
  });

  it('wants every ticked tag, and the words as well', async () => {
    expect(await found({ tags: ['thôn Hạ', 'Nghị quyết'] })).toEqual([2]);
    expect(await found({ tags: ['đảng viên'], query: '31' })).toEqual([1]);
  });

  it('knows whether it narrows at all', () => {
    expect([EVERYTHING, { ...EVERYTHING, query: ' ' }].map(isNarrowed)).toEqual([false, false]);
    expect(isNarrowed({ ...EVERYTHING, tags: ['x'] })).toBe(true);
  });

  it('counts tags, most used first, then in Vietnamese order', async () => {
    const all = await excerpts();
    expect(countFacet(all, ({ annotation }) => annotation.tags)).toEqual([
      { value: 'đảng viên', count: 2 },
      { value: 'Đặc biệt', count: 1 },
      { value: 'Nghị quyết', count: 1 },
      { value: 'thôn Hạ', count: 1 },
    ]);
    expect(countFacet(all, (each) => [kindOf(each)])[0]).toEqual({
      value: 'figure/count',
      count: 2,
    });
  });

  it('shows what was clipped last first', async () => {
    const [first, second] = await excerpts();
    if (!first || !second) throw new Error('the sample has two');
    second.annotation.created = '2026-11-23T00:00:00.000Z';
    expect([first, second].sort(newestFirst)).toEqual([second, first]);
  });

  it('answers over 10,000 excerpts between two key strokes', async () => {
    const some = await excerpts();
    const all = Array.from({ length: 2500 }, () => some).flat();
    const from = performance.now();
    expect(searchExcerpts(all, { ...EVERYTHING, query: 'dang vien thuong' })).toHaveLength(5000);
    expect(performance.now() - from).toBeLessThan(100);
  });
});

describe('tags', () => {
  it('are not doubled by a space, a capital or another Unicode form', () => {
    const typed = [' Đảng  viên', 'đảng viên', 'Đảng viên'.normalize('NFD'), '', 'dang vien'];
    expect(tidyTags(typed)).toEqual(['Đảng viên', 'dang vien']);
  });
});
