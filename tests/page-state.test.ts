import { describe, expect, it } from 'vitest';
import type { Annotation, Mention } from '../lib/core/annotation.ts';
import { draftAnnotation } from '../lib/core/draft.ts';
import { placeAnnotations } from '../lib/core/page-state.ts';
import { sentenceAround } from '../lib/core/sentence.ts';

const TEXT = 'Đảng bộ xã có 51 chi bộ. Năm qua kết nạp 51 đảng viên.';
const mention = (exact: string, start: number): Mention => ({
  type: 'figure',
  kind: 'count',
  value: exact,
  exact,
  start,
  end: start + exact.length,
  rule: 'test',
});
const MENTIONS = [mention('51', TEXT.indexOf('51')), mention('51', TEXT.lastIndexOf('51'))];
const world = {
  now: () => new Date('2026-01-02T03:04:05Z'),
  random: (n: number) => new Uint8Array(n),
};
const article = { title: 'Bài', url: 'https://bao.example/a', text: TEXT, origins: {} };

function clip(at: number): Annotation {
  const picked = MENTIONS[at];
  if (!picked) throw new Error('no such mention');
  const draft = draftAnnotation(
    article,
    sentenceAround(TEXT, picked),
    picked,
    { tags: ['a'], note: '' },
    world,
  );
  return { ...draft, articleId: 'x' };
}

describe('coming back to a page with excerpts', () => {
  it('shows each clipped mention as clipped, and not its twin', () => {
    const kept = clip(1);
    const { clips, own } = placeAnnotations(TEXT, MENTIONS, [kept]);
    expect([...clips]).toEqual([[1, kept]]);
    expect(own).toEqual([]);
  });

  it('lists an excerpt whose number changed on the page, and marks no mention as clipped', () => {
    const now = TEXT.replace('có 51', 'có 52');
    const { clips, own } = placeAnnotations(now, MENTIONS, [clip(0)]);
    expect(clips.size).toBe(0);
    expect(own.map(({ state }) => state)).toEqual(['changed']);
  });

  it('lists an excerpt that is gone from the article, unless the page shows it elsewhere', () => {
    const kept = clip(0);
    const now = 'Bài đã viết lại.';
    expect(placeAnnotations(now, [], [kept]).own[0]?.state).toBe('orphan');
    expect(placeAnnotations(now, [], [kept], () => true).own[0]?.state).toBe('in-place');
  });
});
