import type { Figure } from '../annotation.ts';
import {
  anyOf,
  isLetterOrDigitAt,
  isPlainLetterAt,
  skipSpaces,
  textBefore,
  WORD_END,
} from './boundary.ts';
import { baselineAfter, readCues } from './cues.ts';
import type { DateSpan } from './dates.ts';
import { readBareDay, readDate } from './dates.ts';
import type { Block } from './blocks.ts';
import { touches } from './blocks.ts';
import type { Quantity } from './quantity.ts';
import { quantityValue, readQuantity } from './quantity.ts';
import lexicon from './lexicon/cues.json' with { type: 'json' };
import { isNounAt } from './nouns.ts';
import { perAround } from './rates.ts';
import { completeRows } from './row-units.ts';
import type { ScanText } from './scan-text.ts';
import { findSpelled } from './spelled.ts';
import type { Subject } from './subjects.ts';
import { subjectAt, subjectBefore, toldBefore } from './subjects.ts';
import { vetoOf } from './vetoes.ts';

/** A figure with what the later rules need of it; spans are of the scan text. */
export interface Draft {
  figure: Figure;
  quantity: Quantity;
  start: number;
  end: number;
  subject?: Subject | undefined;
  /** Start of the sentence it stands in. */
  sentence: number;
}

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
      const { quantity, veto } = figureAt(scan, at, here?.start);
      const row = quantity && ordinal !== -1 && continuesOrdinals(scan, ordinal, quantity);
      ordinal = veto === 'ordinal' || row ? (quantity?.end ?? -1) : -1;
      if (quantity && !veto && !row) quantities.push(quantity);
      at = nextDigit(scan.text, quantity && !veto ? quantity.end : runEnd(scan.text, at));
      continue;
    }
    at = nextDigit(scan.text, date.end);
  }
  const digits = [...quantities];
  for (const spelled of findSpelled(scan)) {
    if (!touches(blocks, spelled) && !touches(digits, spelled)) quantities.push(spelled);
  }
  quantities.sort((a, b) => a.start - b.start);
  completeRows(scan, quantities);
  return { drafts: describe(scan, quantities, blocks), dates };
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
  limit = scan.text.length,
): { quantity?: Quantity; veto?: string } {
  const quantity = readQuantity(scan.lower, at);
  if (!quantity || quantity.end > limit) return {};
  const veto = vetoOf(scan, quantity);
  return veto === undefined ? { quantity } : { quantity, veto };
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
    const between = scan.text.slice(from, quantity.start + 1);
    sentence = sentenceStart(between, from, sentence);
    if (sentence !== known) outside = [];
    for (const bracket of bracketsIn(between)) {
      if (bracket === '(') outside.push(counted);
      else if (outside.length > 0) counted = outside.pop();
    }
    from = quantity.start;
    const same =
      counted?.sentence === sentence || OPENS_ROW.test(scan.lower.slice(sentence, sentence + 12));
    const before = same ? counted : undefined;
    const draft = draftOf(scan, quantity, before, { sentence, limit: blocks[block]?.start });
    drafts.push(draft);
    if (draft.figure.kind !== 'percentage') counted = draft;
  }
  return drafts;
}

/** A sentence that lists what the one before it counted. */
const OPENS_ROW = /^(?:cụ thể|trong đó|bao gồm|gồm)[ :,]/;
const BRACKETS = /[()]/g;
const SENTENCE_END = /[.!?…]["”’)]?\s+(?=[\p{Lu}“"\d-])|\n|\.(?=\p{Lu}\p{Ll})/gu;

function bracketsIn(text: string): readonly string[] {
  return text.includes('(') || text.includes(')') ? (text.match(BRACKETS) ?? []) : [];
}

/** Start of the sentence that goes on behind `between`, which stands at `from` and follows what is known. */
function sentenceStart(between: string, from: number, known: number): number {
  let start = known;
  SENTENCE_END.lastIndex = 0;
  while (SENTENCE_END.test(between)) start = from + SENTENCE_END.lastIndex;
  return start;
}

function draftOf(
  scan: ScanText,
  quantity: Quantity,
  previous: Draft | undefined,
  { sentence, limit }: { sentence: number; limit: number | undefined },
): Draft {
  const { start, end, kind } = quantity;
  const subject = subjectOf(scan, quantity, previous, limit);
  const counted = subject && subject.start >= end ? subject.end : end;
  const ranged = quantity.values.length > 1;
  const cues = readCues(scan.lower, { start, end, kind, ranged, counted });
  const per = quantity.per ?? perAround(scan.lower, { start, end: counted, kind });
  if (previous && kind === 'count' && isRate(scan.lower, previous, start)) delete cues.comparator;
  const baseline = cues.change && baselineAfter(scan.lower, scan.text, subject?.end ?? end);
  const glued = kind !== 'percentage' && isPlainLetterAt(scan.text, quantity.end);
  const flags = flagsOf(quantity, cues.flags, glued);
  const said: Omit<Figure, 'rule'> = {
    type: 'figure',
    start,
    end,
    exact: scan.text.slice(start, end),
    kind,
    value: quantityValue(quantity) as Figure['value'],
  };
  if (quantity.unit && (kind !== 'percentage' || quantity.unit === 'percentage-point')) {
    said.unit = quantity.unit;
  }
  if (cues.comparator) said.comparator = cues.comparator;
  if (cues.change) said.change = cues.change;
  if (baseline) said.baseline = baseline;
  if (subject) said.subject = scan.text.slice(subject.start, subject.end);
  if (per) said.per = per;
  if (flags.length > 0) said.flags = flags;
  // The rule stands last in a record, so the record is whole only now.
  const figure: Figure = Object.assign(said, { rule: ruleOf(quantity, flags) });
  return { figure, quantity, start, end, sentence, subject };
}

function flagsOf({ flags }: Quantity, ofCues: readonly string[] = [], glued: boolean): string[] {
  if (ofCues.length === 0 && !glued) return flags;
  return [...flags, ...ofCues, ...(glued ? ['glued'] : [])];
}

/** `2 công dân trên 1 chỉ tiêu`: so many to each, not more than. */
function isRate(lower: string, { subject }: Draft, start: number): boolean {
  return subject !== undefined && lower.slice(subject.end, start).trim() === 'trên';
}

/** What a share is measured by, not what is counted. */
const PLAN = new RegExp(`^(?:${anyOf(lexicon.plans)})${WORD_END}`, 'u');
const BOUND = /^ trở (?:lên|xuống)(?= )/;
const AGES = /tuổi(?: \p{L}+){0,2} (?:từ )?$/u;
const COUNTING = new Set<Figure['kind']>(['count', 'ratio', 'percentage']);

function boundLength(lower: string, end: number): number {
  if (!lower.startsWith(' trở', end)) return 0;
  return BOUND.exec(lower.slice(end, end + 12))?.[0].length ?? 0;
}

/** What is counted: the noun after, the noun before, or what the row counts. */
function subjectOf(
  scan: ScanText,
  { end, kind, start, bare }: Quantity,
  previous: Draft | undefined,
  limit: number | undefined,
): Subject | undefined {
  if (!COUNTING.has(kind)) return undefined;
  const begins = limit !== undefined && limit <= skipSpaces(scan.lower, end);
  const after = subjectAt(scan, end + boundLength(scan.lower, end), begins ? undefined : limit);
  const planned =
    kind === 'percentage' && after && PLAN.test(scan.lower.slice(after.start, after.end));
  if (after && !planned) return after;
  if (kind === 'percentage') return undefined;
  const before = subjectBefore(scan, start);
  if (before) return before;
  const between = previous && scan.text.slice(previous.end, start);
  const listed =
    bare &&
    !AGES.test(textBefore(scan.lower, start, 28)) &&
    previous?.subject &&
    between &&
    /[;,:(]|và/.test(between);
  return listed && previous.figure.kind === 'count' ? previous.subject : toldBefore(scan, start);
}

function ruleOf(
  { kind, values, ratio, per, magnitude }: Quantity,
  flags: readonly string[],
): string {
  if (flags.includes('spelled')) return `${kind}-spelled`;
  if (!ratio && values.length > 1) return `${kind}-range`;
  if (per) return `${kind}-rate`;
  return magnitude > 0 && kind === 'count' ? 'count-magnitude' : kind;
}
