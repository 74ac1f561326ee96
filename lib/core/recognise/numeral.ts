import type { Decimal } from './decimal.ts';
import { addDecimals, decimalOf, parseDecimal, scaleDecimal } from './decimal.ts';
import { charAhead, digitsEnd, isAhead, isDigitAt, unitAt, UnitSet } from './boundary.ts';

/** A number written in digits, as it stands in the text. */
export interface Numeral {
  end: number;
  value: Decimal;
  /** How the separators were read; `point` is a decimal point, which only a unit justifies. */
  form: 'integer' | 'grouped' | 'comma' | 'point';
  /** Another reading is possible: `1,250`, `5.125`. */
  ambiguous: boolean;
  /** Power of ten of the magnitude words read. */
  magnitude: number | undefined;
  /** Spoken money: `1tr2`. */
  short: boolean;
}

type Form = readonly [Numeral['form'], RegExp];
/** The forms of a number by their first separator. */
const POINT_FORMS: readonly Form[] = [
  ['grouped', /\d{1,3}(?:\.\d{3}){1,9}(?:,\d{1,9})?(?!\d)/y],
  ['point', /\d{1,12}\.\d{1,9}(?!\d)/y],
];
const COMMA_FORMS: readonly Form[] = [
  ['grouped', /\d{1,3}(?:,\d{3}){2,9}(?:\.\d{1,9})?(?!\d)/y],
  ['grouped', /\d{1,3}(?:,\d{3}){1,9}\.\d{1,9}(?!\d)/y],
  ['comma', /\d{1,15},\d{1,9}(?!\d)/y],
];
const LONGEST_INTEGER = 15;
const THOUSAND_COMMA = /^[1-9]\d{0,2},\d{3}$/;
const THOUSAND_POINT = /^\d{1,3}\.\d{3}$/;

/** Reads the digits that begin at `at`: `"10.072"` → 10072, `"43,4"` → 43.4; undefined for `"2.1.1"` and the like. */
export function readNumeral(text: string, at: number): Numeral | undefined {
  const whole = digitsEnd(text, at, LONGEST_INTEGER + 1);
  if (whole - at > LONGEST_INTEGER) return undefined;
  if (!isChained(text, whole)) {
    return numeralOf(whole, 'integer', decimalOf(integerAt(text, at, whole)), false);
  }
  return readPair(text, at, whole) ?? readChain(text, at, whole);
}

const POINT = 0x2e;
const ZERO_DIGIT = 0x30;
/** Digits of which any number is exact as a `number`. */
const MOST_EXACT = 15;

/** The integer that the digits from `at` to `end` write, `MOST_EXACT` of them at most. */
function integerAt(text: string, at: number, end: number): number {
  let value = 0;
  for (let to = at; to < end; to++) value = value * 10 + unitAt(text, to) - ZERO_DIGIT;
  return value;
}

/** What `readChain` finds where one separator parts the digits, as in most: told by how many stand on either side. */
function readPair(text: string, at: number, separator: number): Numeral | undefined {
  const before = separator - at;
  const end = digitsEnd(text, separator + 1, MOST_EXACT - before);
  const after = end - separator - 1;
  if (isDigitAt(text, end) || isChained(text, end) || before > 3 || after > 9) return undefined;
  const c = integerAt(text, at, separator) * 10 ** after + integerAt(text, separator + 1, end);
  const isGroup = after === 3;
  if (unitAt(text, separator) !== POINT) {
    const ambiguous = isGroup && unitAt(text, at) !== ZERO_DIGIT;
    return numeralOf(end, 'comma', decimalOf(c, -after), ambiguous);
  }
  return isGroup
    ? numeralOf(end, 'grouped', decimalOf(c), true)
    : numeralOf(end, 'point', decimalOf(c, -after), false);
}

/** Reads digits that separators part: the first form that fits and after which none go on. */
export function readChain(text: string, at: number, whole: number): Numeral | undefined {
  for (const [form, pattern] of text.charAt(whole) === '.' ? POINT_FORMS : COMMA_FORMS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) continue;
    const end = at + found.length;
    if (isChained(text, end)) continue;
    return numeralOf(end, form, valueOf(found, form), isAmbiguous(found, form));
  }
  return undefined;
}

function numeralOf(
  end: number,
  form: Numeral['form'],
  value: Decimal,
  ambiguous: boolean,
): Numeral {
  return { end, value, form, ambiguous, magnitude: undefined, short: false };
}

/** Whether digits go on behind a separator at the offset. */
function isChained(text: string, at: number): boolean {
  const separator = text.charAt(at);
  return (separator === '.' || separator === ',') && isDigitAt(text, at + 1);
}

function valueOf(found: string, form: Numeral['form']): Decimal {
  if (form === 'point') return parseDecimal(found);
  const comma = found.indexOf(',');
  const point = found.indexOf('.');
  const decimalComma = form === 'comma' || (comma > point && point !== -1) || comma === -1;
  if (!decimalComma) return parseDecimal(found.replaceAll(',', ''));
  return parseDecimal((point === -1 ? found : found.replaceAll('.', '')).replace(',', '.'));
}

function isAmbiguous(found: string, form: Numeral['form']): boolean {
  return (
    (form === 'comma' && THOUSAND_COMMA.test(found)) ||
    (form === 'grouped' && THOUSAND_POINT.test(found))
  );
}

/** The other reading of an ambiguous numeral: `1,250` as 1250, `5.125` as 5.125. */
export function otherReading(numeral: Numeral): Numeral {
  const power = numeral.form === 'comma' ? 3 : -3;
  return { ...numeral, value: scaleDecimal(numeral.value, power) };
}

const MAGNITUDE =
  /\s{0,2}(?:(nghìn tỷ|ngàn tỷ|nghìn tỉ|ngàn tỉ|triệu tỷ|triệu tỉ|trăm triệu|trăm nghìn|trăm tỷ|chục triệu|chục nghìn|vạn|nghìn|ngàn|triệu|tỷ|tỉ|chục|trăm)(?! (?:lệ|trọng|suất|(?<=t[ỷỉ] )số|giá|phú)(?![\p{L}\p{M}]))(?![\p{L}\p{M}])|(tr)\.?(?=\s?đ(?![\p{L}\p{M}])))/uy;
/** First letters of the magnitudes. */
const MAGNITUDE_LETTERS = new UnitSet('ntcv');
const POWERS: Readonly<Record<string, number>> = {
  chục: 1,
  trăm: 2,
  nghìn: 3,
  ngàn: 3,
  vạn: 4,
  triệu: 6,
  tr: 6,
  tỷ: 9,
  tỉ: 9,
};
const HALF = /\s{1,2}rưỡi(?![\p{L}\p{M}])/uy;
const SHORT = /(tr|triệu|tỷ|tỉ)(\d{1,3})(?![\d.,]|\s?[/%])/y;
const NEXT = /\s{1,2}(?=\d)/y;

/**
 * Reads digits with their magnitude words: `"43,4 triệu"`, `"3 triệu 500 nghìn"`, `"2 tỷ rưỡi"`, `"1tr2"`.
 * `lower` is in lower case; the end is that of the last word read.
 */
export function readNumber(lower: string, at: number): Numeral | undefined {
  const numeral = readNumeral(lower, at);
  if (!numeral) return undefined;
  SHORT.lastIndex = numeral.end;
  const short = lower.charAt(numeral.end) === 't' ? SHORT.exec(lower) : null;
  if (short && numeral.form === 'integer') return shortNumber(numeral, short);
  if (!isAhead(lower, numeral.end, MAGNITUDE_LETTERS)) return numeral;
  MAGNITUDE.lastIndex = numeral.end;
  const word = MAGNITUDE.exec(lower);
  if (!word) return numeral;
  const magnitude = powerOf(word[1] ?? word[2] ?? '');
  const { form, ambiguous } = numeral;
  const end = numeral.end + word[0].length;
  const value = scaleDecimal(numeral.value, magnitude);
  const scaled: Numeral = { end, value, form, ambiguous, magnitude, short: false };
  HALF.lastIndex = scaled.end;
  const half = charAhead(lower, scaled.end) === 'r' ? HALF.exec(lower)?.[0] : undefined;
  if (half !== undefined) {
    const value = addDecimals(scaled.value, { c: 5n, e: magnitude - 1 });
    return { ...scaled, end: scaled.end + half.length, value };
  }
  return withRest(lower, scaled, magnitude);
}

/** Adds the lower magnitudes that follow: `3 triệu` + ` 500 nghìn`. */
function withRest(lower: string, head: Numeral, magnitude: number): Numeral {
  NEXT.lastIndex = head.end;
  const gap = NEXT.exec(lower)?.[0];
  if (gap === undefined || magnitude < 3) return head;
  const rest = readNumber(lower, head.end + gap.length);
  if (!rest || rest.magnitude === undefined || rest.magnitude >= magnitude) return head;
  return { ...head, end: rest.end, value: addDecimals(head.value, rest.value) };
}

function shortNumber(numeral: Numeral, short: RegExpExecArray): Numeral {
  const magnitude = powerOf(short[1] ?? '');
  const digits = short[2] ?? '';
  const rest = { c: BigInt(digits), e: magnitude - digits.length };
  const value = addDecimals(scaleDecimal(numeral.value, magnitude), rest);
  return { ...numeral, end: numeral.end + short[0].length, value, magnitude, short: true };
}

function powerOf(words: string): number {
  return words.split(' ').reduce((power, word) => power + (POWERS[word] ?? 0), 0);
}
