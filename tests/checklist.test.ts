import { describe, expect, it } from 'vitest';
import type { Figure, Programme } from '../lib/core/annotation.ts';
import { EVERYTHING, filterMentions, groupMentions, stepAmong } from '../lib/core/checklist.ts';
import type { ListedMention } from '../lib/core/page-state.ts';

const sentence = { start: 0, end: 0, exact: '' };
const figure = (fields: Partial<Figure>, more: Partial<ListedMention> = {}): ListedMention => ({
  mention: {
    type: 'figure',
    kind: 'count',
    value: '1',
    exact: '1',
    start: 0,
    end: 1,
    rule: 'r',
    ...fields,
  },
  sentence,
  checks: [],
  block: 0,
  ...more,
});
const programme = (
  fields: Partial<Programme>,
  more: Partial<ListedMention> = {},
): ListedMention => ({
  mention: {
    type: 'programme',
    kind: 'directive',
    exact: 'Chỉ thị 05',
    start: 0,
    end: 1,
    entity: 'p1',
    rule: 'r',
    ...fields,
  },
  sentence,
  checks: [],
  block: 1,
  ...more,
});
const check = {
  rule: 'ratio',
  mentions: [0],
  stated: '31.3',
  computed: '31.37',
  verdict: 'truncated' as const,
};
const mentions = [
  figure({ subject: 'đảng viên', scope: 'Đảng bộ huyện An Hòa' }),
  figure({ kind: 'percentage' }, { checks: [check], skip: 's1' }),
  programme({ issuer: 'Bộ Chính trị' }),
  figure({ kind: 'percentage', flags: ['ambiguous-change'] }, { block: 2 }),
];

describe('the checklist', () => {
  it.each([
    ['all', EVERYTHING, [0, 1, 2, 3]],
    ['figures only', { ...EVERYTHING, kind: 'figure' }, [0, 1, 3]],
    ['one kind', { ...EVERYTHING, kind: 'percentage' }, [1, 3]],
    ['what is not decided yet', { ...EVERYTHING, progress: 'open' as const }, [0, 2, 3]],
    ['what is skipped', { ...EVERYTHING, progress: 'skipped' as const }, [1]],
    ['what is doubtful', { ...EVERYTHING, progress: 'flagged' as const }, [1, 3]],
    ['a subject typed without marks', { ...EVERYTHING, words: 'dang vien' }, [0]],
    ['an organisation', { ...EVERYTHING, words: 'an hoà' }, [0]],
    ['an issuer', { ...EVERYTHING, words: 'bo chinh tri' }, [2]],
  ])('shows %s', (_, filter, shown) => expect(filterMentions(mentions, filter)).toEqual(shown));

  it('groups by paragraph and by kind, in the order of the text', () => {
    const all = [0, 1, 2, 3];
    expect(groupMentions(all, mentions, 'block').map(({ key }) => key)).toEqual(['1', '2', '3']);
    expect(groupMentions(all, mentions, 'kind')).toEqual([
      { key: 'count', mentions: [0] },
      { key: 'percentage', mentions: [1, 3] },
      { key: 'directive', mentions: [2] },
    ]);
  });

  it('steps among what is shown only, around the ends', () => {
    expect(stepAmong([1, 3], undefined, 1)).toBe(1);
    expect(stepAmong([1, 3], undefined, -1)).toBe(3);
    expect(stepAmong([1, 3], 1, 1)).toBe(3);
    expect(stepAmong([1, 3], 3, 1)).toBe(1);
    expect(stepAmong([1, 3], 2, -1)).toBe(1);
    expect(stepAmong([], 2, 1)).toBeUndefined();
  });

  it('steps from row to row as they are listed, group after group', () => {
    const listed = [0, 3, 1, 2];
    expect(stepAmong(listed, 3, 1)).toBe(1);
    expect(stepAmong(listed, 1, -1)).toBe(3);
    expect(stepAmong(listed, 2, 1)).toBe(0);
  });
});
