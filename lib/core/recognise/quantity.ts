import type { FigureKind } from '../annotation.ts';
import { isNounAt } from './nouns.ts';
import { charAhead, isAhead, skipSpaces, textBefore, UnitSet, wordsBefore } from './boundary.ts';
import { readDate } from './dates.ts';
import type { Decimal } from './decimal.ts';
import { addDecimals, compareDecimals, formatDecimal, scaleDecimal, ZERO } from './decimal.ts';
import type { Numeral } from './numeral.ts';
import { readDenominator } from './fractions.ts';
import { otherReading, readNumber } from './numeral.ts';
import type { Per, Unit } from './unit.ts';
import { readPer, readUnit } from './unit.ts';

/** A number with all that belongs to it, not yet judged. */
export interface Quantity {
  start: number;
  end: number;
  /** Where the digits end, before magnitude and unit. */
  kind: FigureKind;
  values: readonly Decimal[];
  ratio: boolean;
  unit: string | undefined;
  per: string | undefined;
  /** A number with nothing but digits: what stands around it decides. */
  bare: boolean;
  /** `6.65` without a unit is a section or a version. */
  pointed: boolean;
  magnitude: number;
  flags: readonly string[];
}

const SLASH = /\s?\/\s?(?=\d)/y;
const BETWEEN = /\s{0,2}[-–—]\s{0,2}(?=\d)|\s{1,2}(?:đến|tới)\s{1,2}(?=\d)/y;
/** What a range goes on with: a dash, or the first letter of `đến` and `tới`. */
const RANGE_SIGNS = new UnitSet('-–—đt');
const PHONE_LIKE = /^0\d{8,}$/;

/** Reads the quantity that begins with the digit at `at`: value, magnitude, unit, range or ratio, `/per` tail. */
export function readQuantity(lower: string, at: number): Quantity | undefined {
  const first = readNumber(lower, at);
  if (!first || (lower.charAt(at) === '0' && PHONE_LIKE.test(lower.slice(at, first.end))))
    return undefined;
  const ratio = readRatio(lower, at, first);
  if (ratio) return ratio;
  const unit = readUnit(lower, first.end) ?? readTimes(lower, at, first);
  const range = readRange(lower, at, first, unit);
  if (range) return range;
  return hoursAndMinutes(lower, finish(lower, at, [first], unit));
}

const MINUTES = /\s{1,2}(\d{1,2}) phút(?![\p{L}\p{M}])/uy;

/** `1 giờ 15 phút` → 75 minutes. */
function hoursAndMinutes(lower: string, quantity: Quantity): Quantity {
  if (quantity.unit !== 'hour' || quantity.values.length > 1) return quantity;
  MINUTES.lastIndex = quantity.end;
  const minutes = MINUTES.exec(lower);
  const hours = quantity.values[0];
  if (!minutes || !hours) return quantity;
  const value = addDecimals({ c: hours.c * 60n, e: hours.e }, { c: BigInt(minutes[1] ?? 0), e: 0 });
  return { ...quantity, end: quantity.end + minutes[0].length, values: [value], unit: 'minute' };
}

/** A ratio of two numbers. */
export function ratioOf(
  start: number,
  end: number,
  values: readonly [Decimal, Decimal],
  flags: readonly string[] = NO_FLAGS,
): Quantity {
  return {
    start,
    end,
    kind: 'ratio',
    values,
    ratio: true,
    unit: undefined,
    per: undefined,
    bare: true,
    pointed: false,
    magnitude: 0,
    flags,
  };
}

function readRatio(lower: string, at: number, first: Numeral): Quantity | undefined {
  const second = first.magnitude === undefined ? readWhole(lower, first.end) : undefined;
  return second && ratioOf(at, second.end, [first.value, second.value]);
}

/** What a ratio in digits is of: behind a slash, or in words as in `3 phần tư`. */
function readWhole(lower: string, end: number): { end: number; value: Decimal } | undefined {
  const sign = charAhead(lower, end);
  if (sign === 'p') return readDenominator(lower, end);
  if (sign !== '/') return undefined;
  SLASH.lastIndex = end;
  const slash = SLASH.exec(lower)?.[0];
  if (slash === undefined) return undefined;
  const second = readNumber(lower, end + slash.length);
  if (!second || second.magnitude !== undefined || second.value.c === 0n) return undefined;
  const goesOn =
    lower.charAt(second.end) === '/' && /[\d\p{L}]/u.test(lower.charAt(second.end + 1));
  return goesOn ? undefined : second;
}

const TIMES = /\s{0,2}lần(?![\p{L}\p{M}])/uy;
const COMPARED = new Set([
  'gấp',
  'tăng',
  'giảm',
  'bằng',
  'cao hơn',
  'lớn hơn',
  'nhiều hơn',
  'gấp hơn',
  'gấp gần',
]);
const AFTER_TIMES = /\s{1,2}(?:so|mức|cùng kỳ)(?![\p{L}\p{M}])/uy;

/** `gấp 1,45 lần` is a multiple; `8 lần đi nước ngoài` counts occasions. */
function readTimes(lower: string, at: number, { end, form }: Numeral): Unit | undefined {
  if (charAhead(lower, end) !== 'l') return undefined;
  TIMES.lastIndex = end;
  const word = TIMES.exec(lower)?.[0];
  if (word === undefined) return undefined;
  AFTER_TIMES.lastIndex = end + word.length;
  const words = wordsBefore(lower, at, 4);
  const compared = words.some(
    (before, index) => COMPARED.has(before) || COMPARED.has(`${words[index + 1] ?? ''} ${before}`),
  );
  const isMultiple = form === 'comma' || form === 'point' || compared || AFTER_TIMES.test(lower);
  if (!isMultiple && !isNextMultiple(lower, at, end + word.length)) return undefined;
  return { end: end + word.length, kind: 'multiple', code: '1' };
}

const MULTIPLE_BEFORE =
  /(?:gấp|tăng) (?:hơn |gần )?[\d,]{1,6} lần về [^.;\n\d]{1,40} và (?:hơn |gần |trên |khoảng )?$/;

/** `gấp 2 lần về số lượng và gần 4 lần về giá trị`. */
function isNextMultiple(lower: string, at: number, end: number): boolean {
  return lower.startsWith(' về ', end) && MULTIPLE_BEFORE.test(textBefore(lower, at, 76));
}

/** `90 - 100`, `15 đến 30 phút`, `500.000 đồng đến 20.000.000 đồng`: the lower bound takes the upper one's magnitude and unit. */
function readRange(
  lower: string,
  at: number,
  first: Numeral,
  unit: Unit | undefined,
): Quantity | undefined {
  const end = unit?.end ?? first.end;
  if (!isAhead(lower, end, RANGE_SIGNS)) return undefined;
  BETWEEN.lastIndex = end;
  const between = BETWEEN.exec(lower)?.[0];
  if (between === undefined) return undefined;
  const from = BETWEEN.lastIndex;
  const second = readNumber(lower, from);
  if (!second || readDate(lower, from)) return undefined;
  const secondUnit = readUnit(lower, second.end) ?? readTimes(lower, at, second);
  if (unit && (secondUnit?.code !== unit.code || secondUnit.kind !== unit.kind)) return undefined;
  if (lower.charAt(second.end) === '/' && !secondUnit) return undefined;
  const shared =
    !unit && first.magnitude === undefined && second.magnitude !== undefined
      ? {
          ...first,
          value: scaleDecimal(first.value, second.magnitude),
          magnitude: second.magnitude,
        }
      : first;
  if (compareDecimals(shared.value, second.value) >= 0) return undefined;
  return finish(lower, at, [shared, second], secondUnit);
}

function finish(
  lower: string,
  at: number,
  numerals: readonly [Numeral, Numeral?],
  unit: Unit | undefined,
): Quantity {
  const [first, second] = numerals;
  const last = second ?? first;
  const values = [settle(lower, first, unit)];
  if (second) values.push(settle(lower, second, unit));
  const magnitude = last.magnitude ?? 0;
  const quantity: Quantity = {
    start: at,
    end: unit?.end ?? last.end,
    kind: unit?.kind ?? 'count',
    values: unit?.half ? values.map((value) => addDecimals(value, { c: 5n, e: -1 })) : values,
    ratio: false,
    unit: unit && unit.kind !== 'multiple' ? unit.code : undefined,
    per: undefined,
    bare: !unit && last.magnitude === undefined,
    pointed: first.form === 'point' || second?.form === 'point',
    magnitude,
    flags: first.ambiguous || second?.ambiguous ? flagsOf(lower, numerals, unit) : NO_FLAGS,
  };
  const isPriced = unit?.kind === 'money' || unit?.kind === 'measure';
  const per = unit ? readPer(lower, unit.end, isPriced) : perMagnitude(lower, last, magnitude);
  if (!unit && (last.short || isMoney(lower, last, magnitude, per !== undefined))) {
    quantity.kind = 'money';
    quantity.unit = 'VND';
  }
  if (per && (unit || quantity.unit)) {
    quantity.end = per.end;
    quantity.per = per.per;
  }
  return quantity;
}

function perMagnitude(lower: string, { end }: Numeral, magnitude: number): Per | undefined {
  return magnitude >= 3 ? readPer(lower, end) : undefined;
}

/** Chooses between `1,250` as 1.25 and as 1250 by what follows. */
function settle(lower: string, numeral: Numeral, unit?: Unit): Decimal {
  return isDoubtful(lower, numeral, unit) ? otherReading(numeral).value : numeral.value;
}

function isDoubtful(lower: string, numeral: Numeral, unit?: Unit): boolean {
  if (!numeral.ambiguous || numeral.magnitude !== undefined) return false;
  if (numeral.form !== 'comma') return unit?.kind === 'percentage';
  return unit ? unit.kind === 'money' : isNounAt(lower, skipSpaces(lower, numeral.end));
}

const NO_FLAGS: readonly string[] = [];

function flagsOf(lower: string, numerals: readonly (Numeral | undefined)[], unit?: Unit) {
  return numerals
    .filter((numeral) => numeral?.ambiguous && numeral.magnitude === undefined)
    .filter((numeral) => numeral && (numeral.form === 'comma' || isDoubtful(lower, numeral, unit)))
    .map(() => 'ambiguous-separator');
}

const MONEY_AFTER =
  /^ (?:vốn|tiền|kinh phí|ngân sách|dư nợ|nợ)(?![\p{L}\p{M}])|^ (?:lên|xuống|đến|còn)[^.;\d]{0,10} [\d.,]{1,12} (?:triệu|tỷ|tỉ|nghìn) đồng/u;
const MONEY_BEFORE =
  /(?:vốn|kinh phí|tiền|trị giá|hỗ trợ|doanh thu|thu nhập|thu ngân sách|lãi|giá|vay|thưởng|phụ cấp|dư nợ|ngân sách|đầu tư|ủng hộ|quyên góp|chi|thu)[^.;:\n\d]{0,30}$/;

/** Funds told of in the sentence, whose billions are money where nothing else is counted. */
const FUND_BEFORE =
  /(?<![\p{L}\p{M}])(?:quỹ(?! đất)|vốn|ngân sách|(?:thu|chi)(?= (?:đạt|tăng|giảm|thường xuyên|đầu tư|nội địa|từ)))(?![\p{L}\p{M}])(?:[^.;\n]|\.(?=\d)){0,120}$/u;
const NOTHING_COUNTED =
  /^(?: ?["“”(–…-]| (?:so|và|trong|cho|để|từ|với|tại|nhờ|do|trên|vào|mỗi|tăng|giảm|nhưng|đã)(?![\p{L}\p{M}]))/u;
const PEOPLE_BEFORE = /(?:dân số|số người|lượt|khách)[^.;:\n]{0,30}$/;
/** `12 nghìn tỷ`, `5 triệu/người/tháng`: money without its currency. */
function isMoney(lower: string, last: Numeral, magnitude: number, hasPer: boolean): boolean {
  if (magnitude < 6) return false;
  const next = skipSpaces(lower, last.end);
  if (isNounAt(lower, next)) return false;
  if (hasPer || MONEY_AFTER.test(lower.slice(last.end, last.end + 40))) return true;
  const follows = lower.charAt(next);
  if (PEOPLE_BEFORE.test(textBefore(lower, last.end, 48))) return false;
  if (magnitude >= 6 && (follows === '' || /[.,;:)\n]/.test(follows))) return true;
  if (NOTHING_COUNTED.test(lower.slice(last.end, last.end + 14)) && tellsFund(lower, last.end))
    return true;
  return MONEY_BEFORE.test(textBefore(lower, last.end, 48).replace(/[\d.,]+\s\S+(?:\s\S+)?$/, ''));
}

function tellsFund(lower: string, end: number): boolean {
  return FUND_BEFORE.test(textBefore(lower, end, 160));
}

/** A quantity's value as a record holds it: `"31.3"`, `["90", "100"]`, `"51/51"`. */
export function quantityValue({ values, ratio }: Quantity): string | [string, string] {
  const first = formatDecimal(values[0] ?? ZERO);
  if (!values[1]) return first;
  const second = formatDecimal(values[1]);
  return ratio ? `${first}/${second}` : [first, second];
}
