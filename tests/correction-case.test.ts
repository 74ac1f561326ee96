import { describe, expect, it } from 'vitest';
import type { Annotation, Mention } from '../lib/core/annotation.ts';
import { correctionCase } from '../lib/core/correction-case.ts';
import {
  asCorrected,
  correctMention,
  missedMention,
  type Verdict,
} from '../lib/core/correct-mention.ts';
import { draftAnnotation } from '../lib/core/draft.ts';
import { recognise } from '../lib/core/recognise/recognise.ts';

const TEXT = 'Xã có 12 chi bộ và 340 đảng viên, đạt 98,5% kế hoạch.';
const article = { title: 'Bài', url: 'https://bao.example/a', text: TEXT, origins: {} };
const world = {
  now: () => new Date('2026-01-02T03:04:05Z'),
  random: (n: number) => new Uint8Array(n),
};
const whole = { start: 0, end: TEXT.length };

function corrected(exact: string, verdict: Verdict): Annotation {
  const found = recognise(TEXT).mentions.find((mention) => mention.exact === exact) as Mention;
  const { mention, correction } = correctMention(found, verdict);
  const remarks = { tags: [], note: '', correction };
  return { ...draftAnnotation(article, whole, mention, remarks, world), articleId: 'a' };
}

describe('a reader’s correction as a test case', () => {
  it('says the mention must not be found', () => {
    const made = correctionCase(corrected('12', { problem: 'not-a-mention' }));
    expect(made?.mentions.map(({ exact }) => exact)).toEqual(['340', '98,5%']);
  });

  it('says which kind and value are right', () => {
    const kind = correctionCase(corrected('12', { problem: 'wrong-kind', kind: 'measure' }));
    expect(kind?.mentions[0]).toEqual({ exact: '12', kind: 'measure', value: '12' });
    const value = correctionCase(corrected('340', { problem: 'wrong-value', value: '341' }));
    expect(value?.mentions[1]).toEqual({ exact: '340', kind: 'count', value: '341' });
  });

  it('says what was missed, with the rest of the sentence as it is', () => {
    const start = TEXT.indexOf('Xã');
    const span = { start, end: start + 2, exact: 'Xã' };
    const { mention, correction } = missedMention(span, {
      problem: 'missed',
      type: 'programme',
      kind: 'other',
    });
    const remarks = { tags: [], note: '', correction };
    const kept = { ...draftAnnotation(article, whole, mention, remarks, world), articleId: 'a' };
    expect(correctionCase(kept)?.mentions.map(({ exact }) => exact)).toEqual([
      'Xã',
      '12',
      '340',
      '98,5%',
    ]);
  });

  it('is what a view shows of the mention, at its place in the article', () => {
    const found = recognise(TEXT).mentions.find(({ exact }) => exact === '340') as Mention;
    const clip = corrected('340', { problem: 'wrong-value', value: '341' });
    const { start, end } = found;
    expect(asCorrected(found, clip)).toMatchObject({ exact: '340', value: '341', start, end });
    const { correction: _, ...uncorrected } = clip;
    expect(asCorrected(found, uncorrected)).toBe(found);
    expect(asCorrected(found, corrected('340', { problem: 'not-a-mention' }))).toBe(found);
  });

  it('is not made of an excerpt nobody corrected', () => {
    const draft = draftAnnotation(article, whole, undefined, { tags: [], note: '' }, world);
    expect(correctionCase({ ...draft, articleId: 'a' })).toBeUndefined();
  });
});
