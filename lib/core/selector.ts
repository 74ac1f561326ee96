import type { TextPositionSelector, TextQuoteSelector } from './annotation.ts';

/** Characters kept before and after a quote, as Hypothesis keeps them: enough to tell two `51/51` apart. */
const CONTEXT = 32;

/**
 * Describes a span of a text by its words and by its place.
 * `"Có 51 chi bộ"`, span of `51` → quote `51` with prefix `Có ` and suffix ` chi bộ`, position 3–5.
 */
export function describeQuote(
  text: string,
  span: { start: number; end: number },
): [TextQuoteSelector, TextPositionSelector] {
  return [
    {
      type: 'TextQuoteSelector',
      exact: text.slice(span.start, span.end),
      prefix: text.slice(Math.max(0, span.start - CONTEXT), span.start),
      suffix: text.slice(span.end, span.end + CONTEXT),
    },
    { type: 'TextPositionSelector', start: span.start, end: span.end },
  ];
}

/** Where a quote stands now: in place, with other digits in the same words, or nowhere. */
export type QuoteMatch =
  | { state: 'in-place' | 'changed'; start: number; end: number }
  | { state: 'orphan' };

/**
 * Finds a described quote in a text again. Words and digits must be equal to count as in place; a place where
 * only digits differ is reported as changed, never taken for the quote.
 * Quote `có 51 chi bộ` in `"nay có 52 chi bộ"` → `{ state: 'changed', start: 4, end: 16 }`.
 */
export function matchQuote(
  text: string,
  [quote, position]: readonly [TextQuoteSelector, TextPositionSelector],
): QuoteMatch {
  const exact = quote.exact.normalize('NFC');
  if (exact === '') return { state: 'orphan' };
  const same = best(text, occurrences(text, exact), quote, position);
  if (same) return { state: 'in-place', ...same };
  const changed = best(text, renumbered(text, exact), quote, position);
  return changed ? { state: 'changed', ...changed } : { state: 'orphan' };
}

type Range = { start: number; end: number };

function occurrences(text: string, exact: string): Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    found.push({ start: at, end: at + exact.length });
  }
  return found;
}

const NUMBER = /\d+(?:[.,]\d+)*/g;

/** Places whose words equal the quote's while a number in them differs; a quote of digits alone has no words to go by. */
function renumbered(text: string, exact: string): Range[] {
  const words = exact.split(NUMBER);
  if (words.length < 2 || !/\p{L}/u.test(exact)) return [];
  const pattern = words.map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const renumberedQuote = new RegExp(pattern.join('\\d{1,20}(?:[.,]\\d{1,20}){0,6}'), 'g');
  return [...text.matchAll(renumberedQuote)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function best(
  text: string,
  candidates: Range[],
  quote: TextQuoteSelector,
  position: TextPositionSelector,
): Range | undefined {
  let winner: Range | undefined;
  let highest = -Infinity;
  for (const candidate of candidates) {
    const context =
      sharedEnd(text.slice(0, candidate.start).slice(-CONTEXT), quote.prefix) +
      sharedStart(text.slice(candidate.end, candidate.end + CONTEXT), quote.suffix);
    // The place only settles what the context leaves open.
    const score = context - Math.abs(candidate.start - position.start) / (text.length + 1);
    if (score > highest) [winner, highest] = [candidate, score];
  }
  return winner;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}
