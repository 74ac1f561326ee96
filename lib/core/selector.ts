import type { TextPositionSelector, TextQuoteSelector } from './annotation.ts';

/** Characters kept before and after a quote, as Hypothesis keeps them: enough to tell two `51/51` apart. */
const CONTEXT = 32;

/** Half an emoji where the context is cut; a file that has one is refused by strict readers of JSON. */
const LOW_HALF = /^[\uDC00-\uDFFF]/;
const HIGH_HALF = /[\uD800-\uDBFF]$/;

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
      prefix: text.slice(Math.max(0, span.start - CONTEXT), span.start).replace(LOW_HALF, ''),
      suffix: text.slice(span.end, span.end + CONTEXT).replace(HIGH_HALF, ''),
    },
    { type: 'TextPositionSelector', start: span.start, end: span.end },
  ];
}

/** Where a quote stands now: in place, with other digits in the same words, or nowhere. */
export type QuoteMatch =
  { state: 'in-place' | 'changed'; start: number; end: number } | { state: 'orphan' };

/** A quote this long does not stand twice by chance: it may have moved away from the words around it. */
const TELLING_LENGTH = 40;
/** How much of a side's kept context must be there for it to count as the same surroundings. */
const SAME_SIDE = 0.5;

/**
 * Finds a described quote in a text again. Words and digits must be equal to count as in place, and a short quote
 * must stand in its old surroundings on one side at least, for `51` stands in many places. Where only digits differ,
 * between surroundings that both agree, the quote is reported as changed; it is never taken for another one.
 * Quote `có 51 chi bộ` in `"nay có 52 chi bộ"` → `{ state: 'changed', start: 4, end: 16 }`.
 */
export function matchQuote(
  text: string,
  [quote, position]: readonly [TextQuoteSelector, TextPositionSelector],
): QuoteMatch {
  const exact = quote.exact.normalize('NFC');
  if (exact === '') return { state: 'orphan' };
  const same = best(text, occurrences(text, exact), quote, position);
  const isTelling = exact.length >= TELLING_LENGTH && /\p{L}/u.test(exact);
  if (same && (isTelling || Math.max(same.before, same.after) >= SAME_SIDE)) {
    return { state: 'in-place', start: same.start, end: same.end };
  }
  const changed = best(text, renumbered(text, exact), quote, position);
  if (changed && Math.min(changed.before, changed.after) >= SAME_SIDE) {
    return { state: 'changed', start: changed.start, end: changed.end };
  }
  return { state: 'orphan' };
}

type Range = { start: number; end: number };

function occurrences(text: string, exact: string): Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    found.push({ start: at, end: at + exact.length });
  }
  return found;
}

/** A number that may be put right; a year says which of two like sentences it is, as words do. */
const NUMBER = /(?<!\d)(?!(?:19|20)\d{2}(?!\d|[.,]\d))\d+(?:[.,]\d+)*/g;

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

interface Candidate extends Range {
  /** Share of the kept context found before and after it, 0 to 1; at the text's edge, whether it is at the edge still. */
  before: number;
  after: number;
}

function best(
  text: string,
  ranges: Range[],
  quote: TextQuoteSelector,
  position: TextPositionSelector,
): Candidate | undefined {
  const prefix = quote.prefix.normalize('NFC');
  const suffix = quote.suffix.normalize('NFC');
  let winner: Candidate | undefined;
  let highest = -Infinity;
  for (const { start, end } of ranges) {
    const textBefore = text.slice(Math.max(0, start - CONTEXT), start);
    const textAfter = text.slice(end, end + CONTEXT);
    const before = prefix ? sharedEnd(textBefore, prefix) / prefix.length : Number(!textBefore);
    const after = suffix ? sharedStart(textAfter, suffix) / suffix.length : Number(!textAfter);
    // The place only settles what the context leaves open.
    const score = before + after - Math.abs(start - position.start) / (CONTEXT * (text.length + 1));
    if (score > highest) [winner, highest] = [{ start, end, before, after }, score];
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
