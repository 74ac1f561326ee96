import { decimalOf } from './decimal.ts';
import { isUpperAt, isWordAt, skipSpaces, textBefore, WORD_END, wordAt } from './boundary.ts';
import lexicon from './lexicon/spelled.json' with { type: 'json' };
import { isNounAt } from './nouns.ts';
import { readFraction } from './fractions.ts';
import type { Quantity } from './quantity.ts';
import { ratioOf } from './quantity.ts';
import { DIGITS, readSpelledNumber, SCALES } from './spelled-number.ts';
import { readUnit } from './unit.ts';
import type { ScanText } from './scan-text.ts';
import { prefixTree } from './sticky.ts';

const HEAD_WORDS = new Set(['mười', 'nửa', ...DIGITS.keys()]);
const LONGEST_HEAD = 4;
const HEADS = new RegExp(`${prefixTree([...HEAD_WORDS])}${WORD_END}`, 'gu');

const NOT_BEFORE = new Set(lexicon.notAfter);
const NOT_NUMBERS = new RegExp(`^(?:${lexicon.notNumbers.join('|')})(?![\\p{L}\\p{M}])`, 'u');
const ONLY_COMPOUND = new Set(['năm', 'một']);
/** First letters of the words that a head goes on with to make a number of several words, or a fraction. */
const GOES_ON = new Set(
  ['mươi', 'chục', 'trăm', 'phần', 'nửa', ...SCALES.keys()].map((word) => word.charAt(0)),
);
const SPELLED: readonly string[] = ['spelled'];

/** Finds the numbers in words that count something, and fractions: `hai Chương trình`, `mười lăm đảng viên`, `ba phần tư số hộ`. */
export function findSpelled({ text, lower }: ScanText): Quantity[] {
  const found: Quantity[] = [];
  let from = 0;
  HEADS.lastIndex = 0;
  while (HEADS.test(lower)) {
    const to = HEADS.lastIndex;
    let at = to;
    while (to - at <= LONGEST_HEAD && isWordAt(lower, at - 1)) at--;
    const head = lower.slice(at, to);
    // A head within a longer word is none.
    if (at < from || !HEAD_WORDS.has(head) || isLone(lower, head, to) || isProperName(text, at))
      continue;
    const quantity = fractionAt(lower, at, head) ?? spelledAt(lower, at);
    if (!quantity) continue;
    found.push(quantity);
    from = quantity.end;
  }
  return found;
}

/** Whether nothing behind `năm` and `một` makes them more than the words for a year and an article. */
function isLone(lower: string, head: string, end: number): boolean {
  return ONLY_COMPOUND.has(head) && !GOES_ON.has(lower.charAt(skipSpaces(lower, end, 2)));
}

/** `anh Ba`, `bà Sáu`: a capital within a sentence. */
function isProperName(text: string, at: number): boolean {
  return isUpperAt(text, at) && !/(?:^|[.!?:;“"(\n–-])\s*$/.test(textBefore(text, at, 4));
}

function fractionAt(lower: string, at: number, head: string): Quantity | undefined {
  const fraction = readFraction(lower, at, head);
  return fraction && ratioOf(at, fraction.end, fraction.values, SPELLED);
}

function spelledAt(lower: string, at: number): Quantity | undefined {
  const words = NOT_NUMBERS.test(lower.slice(at, at + 8))
    ? undefined
    : readSpelledNumber(lower, at);
  if (!words || words.value === 1) return undefined;
  if (words.count === 1 && ONLY_COMPOUND.has(lower.slice(at, words.end))) return undefined;
  if (NOT_BEFORE.has(wordBefore(lower, at))) return undefined;
  const unit = readUnit(lower, words.end);
  if (unit?.code === 'month' && PART_OF_YEAR.test(lower.slice(unit.end, unit.end + 12)))
    return undefined;
  if (unit?.code === 'hour' && PART_OF_DAY.test(lower.slice(unit.end, unit.end + 8)))
    return undefined;
  if (!unit && !isCounted(lower, words.end)) return undefined;
  return {
    start: at,
    end: unit?.end ?? words.end,
    kind: unit?.kind ?? 'count',
    values: [decimalOf(words.value)],
    ratio: false,
    unit: unit?.code,
    per: undefined,
    bare: !unit,
    pointed: false,
    magnitude: 0,
    flags: SPELLED,
  };
}

const PART_OF_YEAR = /^ (?:đầu|cuối|năm|giữa)(?![\p{L}\p{M}])/u;
const PART_OF_DAY = /^ (?:sáng|chiều|tối|trưa|đêm|khuya)(?![\p{L}\p{M}])/u;
const NOT_COUNTED = new Set(lexicon.notCounted);

function isCounted(lower: string, end: number): boolean {
  const next = skipSpaces(lower, end, 2);
  return next > end && isNounAt(lower, next) && !NOT_COUNTED.has(wordAt(lower, next));
}

function wordBefore(lower: string, at: number): string {
  let end = at;
  while (end > 0 && at - end < 3 && lower.charAt(end - 1) === ' ') end--;
  let start = end;
  while (start > 0 && end - start < 12 && isWordAt(lower, start - 1)) start--;
  return lower.slice(start, end);
}
