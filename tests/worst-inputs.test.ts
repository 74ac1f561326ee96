/** Hostile text cannot freeze the page: the recogniser's work grows with a text's length and not with its square. */
import { describe, expect, test } from 'vitest';
import { recognise } from '../lib/core/recognise/recognise.ts';
import { over, WORST_INPUTS } from '../scripts/bench/worst-inputs.ts';

const SHORT = 20_000;
const TIMES = 8;
/** Eight times the text takes eight times as long, or sixty-four times where work is squared. */
const MOST = 24;
/** What is done in less is too little to compare. */
const LEAST_MS = 2;

describe('eight times as much takes about eight times as long', () => {
  test.each(Object.entries(WORST_INPUTS))('%s', (_, input) => {
    expect(growth(input)).toBeLessThan(MOST);
  });

  test('ordinary sentences', () => {
    const sentence =
      'Đảng bộ huyện có 1.837 đảng viên, 37 chi bộ; đạt 31,3% so với năm 2019 theo Nghị quyết số 18-NQ/TW. ';
    expect(growth(over(sentence))).toBeLessThan(MOST);
  });

  test('thousands of documents that share a number', () => {
    const letters = (at: number): string =>
      String(at).replaceAll(/\d/g, (digit) => 'ABCDEGHIKL'.charAt(Number(digit)));
    const series = (length: number): string =>
      Array.from({ length: length / 16 }, (_, at) => `Chỉ thị 5-CT/A${letters(at)}. `).join('');
    expect(growth(series)).toBeLessThan(MOST);
  });
});

/** How many times as long the longer of two texts takes: the best of runs taken in turn, so that load slows both. */
function growth(input: (length: number) => string): number {
  const texts = [input(SHORT), input(SHORT * TIMES)];
  const best = texts.map(() => Infinity);
  for (let run = 0; run < 4; run++) {
    for (const [at, text] of texts.entries()) {
      const from = performance.now();
      recognise(text);
      best[at] = Math.min(best[at] ?? Infinity, performance.now() - from);
    }
  }
  const [short = 0, long = 0] = best;
  return long / Math.max(short, LEAST_MS);
}
