import { isLetterOrDigitAt, skipSpaces } from './boundary.ts';
import type { DateSpan } from './dates.ts';
import { readDate } from './dates.ts';
import { readBareDay } from './day-months.ts';
import type { Block } from './blocks.ts';
import { inTextOrder, touches } from './blocks.ts';
import type { Draft } from './figure-draft.ts';
import { draftOf } from './figure-draft.ts';
import type { Quantity } from './quantity.ts';
import { readQuantity } from './quantity.ts';
import { isNounAt } from './nouns.ts';
import { completeRows } from './row-units.ts';
import type { ScanText } from './scan-text.ts';
import { withMinus } from './signs.ts';
import { findSpelled } from './spelled.ts';
import { vetoOf } from './vetoes.ts';

const DIGIT = /\d/g;
const RUN = /\d(?:[\d.,]{0,200}\d)?/y;

/** Finds the figures outside `blocks` (sorted, apart), and the dates that are none. */
export function findFigures(
  scan: ScanText,
  blocks: readonly Block[],
): { drafts: Draft[]; dates: DateSpan[] } {
  const quantities: Quantity[] = [];
  const dates: DateSpan[] = [];
  let block = 0;
  let ordinal = -1;
  for (let at = nextDigit(scan.text, 0); at !== -1;) {
    while (block < blocks.length && (blocks[block]?.end ?? 0) <= at) block++;
    const here = blocks[block];
    if (here && here.start <= at) {
      at = nextDigit(scan.text, here.end);
      continue;
    }
    const date = dateAt(scan, at) ?? nextInRow(scan, at, dates.at(-1));
    if (date) dates.push(date);
    else {
      const { quantity, veto } = figureAt(scan, at, blocks[block - 1]?.end ?? 0, here?.start);
      const row = quantity && ordinal !== -1 && continuesOrdinals(scan, ordinal, quantity);
      ordinal = veto === 'ordinal' || row ? (quantity?.end ?? -1) : -1;
      if (quantity && !veto && !row) quantities.push(quantity);
      at = nextDigit(scan.text, quantity && !veto ? quantity.end : runEnd(scan.text, at));
      continue;
    }
    at = nextDigit(scan.text, date.end);
  }
  const spelled = findSpelled(scan).filter(
    (quantity) => !touches(blocks, quantity) && !touches(quantities, quantity),
  );
  const all = inTextOrder(quantities, spelled);
  completeRows(scan, all);
  return { drafts: describe(scan, all, blocks), dates };
}

function dateAt({ text, lower }: ScanText, at: number): DateSpan | undefined {
  return isLetterOrDigitAt(text, at - 1) ? undefined : readDate(lower, at);
}

const ROW_OF_DATES = /^(?:,|;| và|, và| hoặc| đến| –| -)\s$/;

/** `ngày 5/6 và 7/6`: a day after a day. */
function nextInRow({ lower }: ScanText, at: number, before?: DateSpan): DateSpan | undefined {
  if (!before || at - before.end > 6 || !ROW_OF_DATES.test(lower.slice(before.end, at)))
    return undefined;
  return readBareDay(lower, at);
}

function figureAt(
  scan: ScanText,
  at: number,
  from: number,
  limit = scan.text.length,
): { quantity?: Quantity; veto?: string } {
  const quantity = readQuantity(scan.lower, at);
  if (!quantity || quantity.end > limit) return {};
  const veto = vetoOf(scan, quantity);
  if (veto !== undefined) return { quantity, veto };
  return { quantity: withMinus(scan.lower, quantity, from) };
}

const NEXT_ORDINAL = /^\p{Ll}?(?:,| và|, và| -|-)\s$/u;

/** `tổ 5, 6 và 7`, `quốc lộ 12C, 318`: what follows an ordinal in its row is one too. */
function continuesOrdinals(
  scan: ScanText,
  ordinal: number,
  { start, end, bare }: Quantity,
): boolean {
  const between = scan.lower.slice(ordinal, start);
  return bare && NEXT_ORDINAL.test(between) && !isNounAt(scan.lower, skipSpaces(scan.lower, end));
}

function nextDigit(text: string, from: number): number {
  DIGIT.lastIndex = from;
  return DIGIT.test(text) ? DIGIT.lastIndex - 1 : -1;
}

function runEnd(text: string, at: number): number {
  RUN.lastIndex = at;
  return at + (RUN.exec(text)?.[0].length ?? 1);
}

function describe(
  scan: ScanText,
  quantities: readonly Quantity[],
  blocks: readonly Block[],
): Draft[] {
  const drafts: Draft[] = [];
  let counted: Draft | undefined;
  let outside: (Draft | undefined)[] = [];
  let sentence = 0;
  let from = 0;
  let block = 0;
  for (const quantity of quantities) {
    while ((blocks[block]?.start ?? Infinity) < quantity.end) block++;
    const known = sentence;
    const passed = passBetween(scan.text, from, quantity.start, known);
    sentence = passed.sentence;
    if (sentence !== known) outside = [];
    for (let at = passed.bracket; at !== -1;) {
      if (scan.text.charAt(at) === '(') outside.push(counted);
      else if (outside.length > 0) counted = outside.pop();
      at = nextBracket(scan.text, at + 1, quantity.start);
    }
    from = quantity.start;
    const same =
      counted &&
      (counted.sentence === sentence || OPENS_ROW.test(scan.lower.slice(sentence, sentence + 12)));
    const before = same ? counted : undefined;
    const draft = draftOf(scan, quantity, before, { sentence, limit: blocks[block]?.start });
    drafts.push(draft);
    if (quantity.kind !== 'percentage') counted = draft;
  }
  return drafts;
}

/** A sentence that lists what the one before it counted. */
const OPENS_ROW = /^(?:cụ thể|trong đó|bao gồm|gồm)[ :,]/;
const SENTENCE_END = /[.!?…]["”’)]?\s+(?=[\p{Lu}“"\d-])|\n|\.(?=\p{Lu}\p{Ll})/uy;
/** By unit: whether a bracket stands there, or what may end a sentence. */
const MARKS = new Uint8Array(0x1_00_00);
const BRACKET = 1;
const MAY_END = 2;
for (const bracket of '()') MARKS[bracket.charCodeAt(0)] = BRACKET;
for (const mark of '.!?…\n') MARKS[mark.charCodeAt(0)] = MAY_END;

/** What stands between two quantities: where the sentence of the second starts, and the first bracket, -1 for none. */
function passBetween(
  text: string,
  from: number,
  to: number,
  known: number,
): { sentence: number; bracket: number } {
  let sentence = known;
  let bracket = -1;
  for (let at = from; at < to; at++) {
    const mark = MARKS[text.charCodeAt(at)];
    if (mark === 0) continue;
    if (mark === BRACKET) bracket = bracket === -1 ? at : bracket;
    else if (at >= sentence) sentence = sentenceEnd(text, at, to) ?? sentence;
  }
  return { sentence, bracket };
}

/** Where the sentence that may end at the mark at `at` does, before `to`. */
function sentenceEnd(text: string, at: number, to: number): number | undefined {
  SENTENCE_END.lastIndex = at;
  const end = SENTENCE_END.test(text) ? SENTENCE_END.lastIndex : Infinity;
  // A number glued to a full stop (`xã.Hai`) stands in the sentence before.
  const isGlued = end === to && end === at + 1 && text.charAt(at) !== '\n';
  return end > to || isGlued ? undefined : end;
}

function nextBracket(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (MARKS[text.charCodeAt(at)] === BRACKET) return at;
  return -1;
}
