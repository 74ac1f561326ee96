import { readFileSync, readdirSync } from 'node:fs';
import { recognise } from '../../lib/core/recognise/recognise.ts';
import type { AddRow, Row } from './row.ts';
import { sideBySide } from './side-by-side.ts';
import { spanishFigures, spanishNumbers } from './spanish-numbers.ts';
import { over, WORST_INPUTS } from './worst-inputs.ts';

const CORPUS = new URL('../../tests/corpus/', import.meta.url);
const SMALL = 10_000;
const LARGE = 1_000_000;
/** About all of the corpus, once. */
const CORPUS_LENGTH = 50_000;
/** The length of a worst input, and of what it is measured against. */
const WORST = 100_000;

const DIGITS = /\d+/g;

/** The recogniser against one pass over the digits, against itself, and against Recognizers-Text. */
export async function recogniserRows(add: AddRow): Promise<void> {
  const small = articlesTo(SMALL);
  const large = over(small)(LARGE);
  add(await growth(small, large));
  add(await overDigits(large));
  add(await overRecognizersText(articlesTo(CORPUS_LENGTH)));
  await worstInputs(add);
}

async function growth(small: string, large: string): Promise<Row> {
  const times = [1, Math.round(large.length / small.length)] as const;
  const run = await sideBySide(
    () => recognise(large),
    () => recognise(small),
    { times, rounds: 5 },
  );
  return {
    what: 'recogniser: growth per character from 10 k to 1 M characters',
    value: (run.ratio * small.length) / large.length,
    unit: '×',
    limit: 1.2,
    note: `${run.first.toFixed(0)} ms for 1 M, ${run.second.toFixed(2)} ms for 10 k`,
  };
}

async function overDigits(text: string): Promise<Row> {
  const run = await sideBySide(
    () => recognise(text),
    () => placesOfDigits(text),
    { times: [1, 20] },
  );
  return {
    what: 'recogniser over one pass of /\\d+/g on the same text',
    value: run.ratio,
    unit: '×',
    limit: 60,
    note: `${run.first.toFixed(0)} ms over ${run.second.toFixed(2)} ms, 1 M characters`,
  };
}

/** One pass that finds where the digits stand, as a recogniser must. */
function placesOfDigits(text: string): number {
  let sum = 0;
  for (const { index } of text.matchAll(DIGITS)) sum += index;
  return sum;
}

async function overRecognizersText(text: string): Promise<Row> {
  const options = { rounds: 5, times: [1, 20] } as const;
  const figures = await sideBySide(
    () => spanishFigures(text),
    () => recognise(text),
    options,
  );
  const numbers = await sideBySide(
    () => spanishNumbers(text),
    () => recognise(text),
    options,
  );
  return {
    what: 'Recognizers-Text (numbers, ordinals, percentages) over ours',
    value: figures.ratio,
    unit: '×',
    limit: 20,
    isFloor: true,
    note:
      `${figures.first.toFixed(0)} ms over ${figures.second.toFixed(2)} ms, 50 k characters; ` +
      `its numbers alone ${numbers.ratio.toFixed(1)} ×`,
  };
}

async function worstInputs(add: AddRow): Promise<void> {
  const ordinary = articlesTo(WORST);
  for (const [name, make] of Object.entries(WORST_INPUTS)) {
    const input = make(WORST);
    const { ratio, first } = await sideBySide(
      () => recognise(input),
      () => recognise(ordinary),
      { rounds: 3 },
    );
    const note = `${first.toFixed(1)} ms`;
    const what = `worst input: ${name}, over ordinary text as long`;
    add({ what, value: ratio, unit: '×', limit: 20, note });
  }
}

/** The corpus, again and again, to a length; blocks stay whole lines, as a page's text has them. */
function articlesTo(length: number): string {
  const files = readdirSync(CORPUS).filter((name) => name.endsWith('.txt'));
  const texts = files.toSorted().map((name) => readFileSync(new URL(name, CORPUS), 'utf8'));
  return over(texts.join('\n').normalize('NFC'))(length);
}
