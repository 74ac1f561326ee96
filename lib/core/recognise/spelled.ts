import { decimalOf } from './decimal.ts';
import { isUpperAt, isWordAt, skipSpaces, textBefore, WORD_END, wordAt } from './boundary.ts';
import lexicon from './lexicon/spelled.json' with { type: 'json' };
import { isNounAt } from './nouns.ts';
import { readUnit } from './unit.ts';
import type { Quantity } from './quantity.ts';
import type { ScanText } from './scan-text.ts';
import { prefixTree } from './sticky.ts';

const DIGITS: ReadonlyMap<string, number> = new Map([
  ['một', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['năm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['bẩy', 7],
  ['tám', 8],
  ['chín', 9],
]);
const AFTER_TENS: ReadonlyMap<string, number> = new Map([
  ...DIGITS,
  ['mốt', 1],
  ['tư', 4],
  ['lăm', 5],
  ['nhăm', 5],
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['nghìn', 1000],
  ['ngàn', 1000],
  ['vạn', 10_000],
  ['triệu', 1_000_000],
  ['tỷ', 1_000_000_000],
  ['tỉ', 1_000_000_000],
]);
const HEAD_WORDS = new Set(['mười', ...DIGITS.keys()]);
const LONGEST_HEAD = 4;
const HEADS = new RegExp(`${prefixTree([...HEAD_WORDS])}${WORD_END}`, 'gu');

interface Words {
  end: number;
  value: number;
  count: number;
}

/** Reads a number written in words: `"hai mươi tư"` → 24, `"mười lăm"` → 15, `"ba trăm linh năm"` → 305. */
function readWords(lower: string, at: number): Words | undefined {
  let total = 0;
  let read = belowThousand(lower, at);
  if (!read) return undefined;
  let { end, count } = read;
  for (;;) {
    const scale = nextWord(lower, end);
    const factor = SCALES.get(scale.word);
    if (factor === undefined) return { end, value: total + read.value, count };
    total += read.value * factor;
    end = scale.end;
    count++;
    const rest = belowThousand(lower, skipSpaces(lower, end, 2));
    if (!rest || count > 12) return { end, value: total, count };
    read = rest;
    end = rest.end;
    count += rest.count;
  }
}

/** `hai`, `mười lăm`, `hai mươi tư`, `ba trăm linh năm`, `hai chục`. */
function belowThousand(lower: string, at: number): Words | undefined {
  const head = wordAt(lower, at);
  const end = at + head.length;
  if (head === 'mười') return afterTens(lower, { end, value: 10, count: 1 });
  const next = nextWord(lower, end);
  const digit = head === 'không' && next.word === 'trăm' ? 0 : DIGITS.get(head);
  if (digit === undefined) return undefined;
  if (next.word === 'mươi') {
    return afterTens(lower, { end: next.end, value: digit * 10, count: 2 });
  }
  if (next.word === 'chục') return { end: next.end, value: digit * 10, count: 2 };
  if (next.word !== 'trăm') return { end, value: digit, count: 1 };
  const hundreds: Words = { end: next.end, value: digit * 100, count: 2 };
  const rest = nextWord(lower, hundreds.end);
  const linked = rest.word === 'linh' || rest.word === 'lẻ';
  const tens = linked
    ? belowThousand(lower, skipSpaces(lower, rest.end, 2))
    : belowThousand(lower, skipSpaces(lower, hundreds.end, 2));
  if (!tens || tens.value >= 100 || (!linked && tens.value < 10)) return hundreds;
  return { end: tens.end, value: hundreds.value + tens.value, count: hundreds.count + tens.count };
}

function afterTens(lower: string, tens: Words): Words {
  const next = nextWord(lower, tens.end);
  const digit = AFTER_TENS.get(next.word);
  if (
    digit === undefined ||
    (next.word === 'năm' && !isNounAt(lower, skipSpaces(lower, next.end)))
  ) {
    return tens;
  }
  return { end: next.end, value: tens.value + digit, count: tens.count + 1 };
}

function nextWord(lower: string, at: number): { word: string; end: number } {
  const from = skipSpaces(lower, at, 2);
  const word = from > at ? wordAt(lower, from) : '';
  return { word, end: from + word.length };
}

const NOT_BEFORE = new Set(lexicon.notAfter);
const NOT_NUMBERS = new RegExp(`^(?:${lexicon.notNumbers.join('|')})(?![\\p{L}\\p{M}])`, 'u');
const ONLY_COMPOUND = new Set(['năm', 'một']);
/** First letters of the words that a head goes on with to make a number of several words. */
const GOES_ON = new Set(['mươi', 'chục', 'trăm', ...SCALES.keys()].map((word) => word.charAt(0)));

/** Finds the numbers written in words that count something: `hai Chương trình`, `bốn thành tố`, `mười lăm đảng viên`. */
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
    const quantity = spelledAt(lower, at);
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

function spelledAt(lower: string, at: number): Quantity | undefined {
  const words = NOT_NUMBERS.test(lower.slice(at, at + 8)) ? undefined : readWords(lower, at);
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
    flags: ['spelled'],
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
