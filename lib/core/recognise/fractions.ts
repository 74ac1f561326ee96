import {
  digitsEnd,
  isDigitAt,
  isAhead,
  skipSpaces,
  UnitSet,
  WORD_END,
  wordBefore,
} from './boundary.ts';
import type { Decimal } from './decimal.ts';
import { decimalOf } from './decimal.ts';
import lexicon from './lexicon/fractions.json' with { type: 'json' };
import { DIGITS, nextWord, SCALES } from './spelled-number.ts';
import { isNounAt } from './nouns.ts';
import { readAt, sticky } from './sticky.ts';
import { readUnit } from './unit.ts';

interface Denominator {
  end: number;
  value: Decimal;
}

/** A fraction in words. */
interface Fraction {
  end: number;
  values: readonly [Decimal, Decimal];
}

const DENOMINATORS: ReadonlyMap<string, number> = new Map([...DIGITS, ['tư', 4], ['mười', 10]]);
/** What makes a larger number of the word before, which parts nothing. */
const LARGER = new Set(['mươi', 'chục', 'trăm', ...SCALES.keys()]);
const NOT_DENOMINATOR = sticky(`(?:${lexicon.notDenominators.join('|')})${WORD_END}`);
/** First letters of `phần` and `nửa`: what most numbers go on with is neither. */
const GOES_ON = new UnitSet('pn');
const PARTED = new Set(lexicon.parted);
const BEFORE_HALF = new Set(lexicon.beforeHalf);
const NOT_HALVED = new Set(lexicon.notHalved);
const HALF: Fraction['values'] = [decimalOf(1), decimalOf(2)];

/** Reads a fraction in words, `head` the first of them: `"ba phần tư số hộ"` → 3/4, `"một nửa"` → 1/2, `"nửa"` of `quá nửa đại biểu` → 1/2. */
export function readFraction(lower: string, at: number, head: string): Fraction | undefined {
  if (head === 'nửa')
    return isHalfOf(lower, at) ? { end: at + head.length, values: HALF } : undefined;
  if (!isAhead(lower, at + head.length, GOES_ON)) return undefined;
  const numerator = DENOMINATORS.get(head);
  if (numerator === undefined) return undefined;
  const next = nextWord(lower, at + head.length);
  if (head === 'một' && next.word === 'nửa')
    return isHalvedAt(lower, next.end) ? { end: next.end, values: HALF } : undefined;
  const whole = next.word === 'phần' ? readDenominator(lower, at + head.length) : undefined;
  if (!whole || numerator >= Number(whole.value.c)) return undefined;
  return { end: whole.end, values: [decimalOf(numerator), whole.value] };
}

/** Reads what the words behind a numerator part it by: `" phần tư"` → 4; none for `" phần tư vấn"`, `" phần năm 2025"`. */
export function readDenominator(lower: string, at: number): Denominator | undefined {
  const part = nextWord(lower, at);
  if (part.word !== 'phần') return undefined;
  if (isDigitAt(lower, skipSpaces(lower, part.end))) return digitsBehind(lower, part.end);
  const { word, end } = nextWord(lower, part.end);
  const value = DENOMINATORS.get(word);
  if (value === undefined || value === 1 || LARGER.has(nextWord(lower, end).word)) return undefined;
  if (word === 'năm' && isDigitAt(lower, skipSpaces(lower, end))) return undefined;
  if (readAt(NOT_DENOMINATOR, lower, end - word.length)) return undefined;
  return { end, value: decimalOf(value) };
}

/** In digits it needs what tells it from a list: `1 phần 3 số hộ`, not `2 phần 5 câu hỏi`. */
function digitsBehind(lower: string, at: number): Denominator | undefined {
  const from = skipSpaces(lower, at);
  const end = digitsEnd(lower, from, 2);
  const value = Number(lower.slice(from, end));
  const isTold = value > 1 && PARTED.has(nextWord(lower, end).word);
  return isTold ? { end, value: decimalOf(value) } : undefined;
}

/** `nửa` by itself needs words that tell it from `nửa vời`: `nửa số hộ`, `quá nửa đại biểu`. */
function isHalfOf(lower: string, at: number): boolean {
  const end = at + 'nửa'.length;
  if (PARTED.has(nextWord(lower, end).word)) return true;
  if (!BEFORE_HALF.has(wordBefore(lower, at))) return false;
  return isNounAt(lower, skipSpaces(lower, end)) && isHalvedAt(lower, end);
}

/** Whether what stands behind a half is not a unit (`nửa ngày`), nor part of a set phrase (`một nửa thế giới`). */
function isHalvedAt(lower: string, end: number): boolean {
  const { word } = nextWord(lower, end);
  if (NOT_HALVED.has(word) || SCALES.has(word)) return false;
  return isNounAt(lower, skipSpaces(lower, end)) || !readUnit(lower, end);
}
