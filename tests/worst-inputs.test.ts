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

/** A machine that others use too is asked again; work that is squared stays squared. */
const MOST_RUNS = 12;

/** How many times the processor's time the longer of two texts takes: the best of runs taken in turn. */
function growth(input: (length: number) => string): number {
  const [short, long] = [input(SHORT), input(SHORT * TIMES)];
  const best = { short: Infinity, long: Infinity };
  let ratio = Infinity;
  for (let run = 0; run < MOST_RUNS && ratio >= MOST; run++) {
    best.short = Math.min(best.short, workOf(short));
    best.long = Math.min(best.long, workOf(long));
    ratio = best.long / Math.max(best.short, LEAST_MS);
  }
  return ratio;
}

/** Milliseconds of this thread that a text takes; what others do meanwhile does not count. */
function workOf(text: string): number {
  const from = process.threadCpuUsage();
  recognise(text);
  const { user, system } = process.threadCpuUsage(from);
  return (user + system) / 1000;
}
