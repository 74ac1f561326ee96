import type { Figure } from './annotation.ts';

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
/** Names of thousands within a group of nine digits; nine digits more make a further `tỷ`. */
const THOUSANDS = ['', 'nghìn', 'triệu'] as const;

/**
 * Reads an exact decimal aloud in Vietnamese.
 * `"1837"` → `"một nghìn tám trăm ba mươi bảy"`; `"31.3"` → `"ba mươi mốt phẩy ba"`; `"10072000000000"` →
 * `"mười nghìn không trăm bảy mươi hai tỷ"`. What is no decimal is given back as it is.
 */
export function numberWords(value: string): string {
  const [, sign, whole, fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (!whole) return value;
  const words = [sign ? 'âm' : '', readWhole(whole.replace(/^0+(?=\d)/, ''))];
  if (fraction) words.push('phẩy', readFraction(fraction));
  return words.filter(Boolean).join(' ');
}

/** Reads a figure's value: `["15", "30"]` → `"từ mười lăm đến ba mươi"`; `"16/51"` → `"mười sáu trên năm mươi mốt"`. */
export function valueInWords(value: Figure['value']): string {
  if (typeof value !== 'string') {
    const [lower, upper] = value;
    return `từ ${numberWords(lower)} đến ${numberWords(upper)}`;
  }
  return value.split('/').map(numberWords).join(' trên ');
}

function readWhole(digits: string): string {
  if (digits.length > 9) {
    const billions = readWhole(digits.slice(0, -9));
    const rest = digits.slice(-9);
    return [billions, 'tỷ', /^0+$/.test(rest) ? '' : readNine(rest, true)]
      .filter(Boolean)
      .join(' ');
  }
  return readNine(digits, false);
}

/** Up to nine digits; after a `tỷ` the leading zeros are spoken. */
function readNine(digits: string, isAfterMore: boolean): string {
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const words = groups.flatMap((group, at) => {
    const name = THOUSANDS[groups.length - 1 - at] ?? '';
    if (group === '000') return [];
    const isFirst = at === 0 && !isAfterMore;
    return [readThree(group, !isFirst), name];
  });
  return words.filter(Boolean).join(' ') || 'không';
}

/** Three digits; with more before them `005` is `không trăm linh năm`. */
function readThree(group: string, isFull: boolean): string {
  const [hundreds = 0, tens = 0, units = 0] = [...group].map(Number);
  const words: string[] = [];
  if (hundreds > 0 || isFull) words.push(DIGITS[hundreds] ?? '', 'trăm');
  if (tens === 0 && units > 0 && words.length > 0) words.push('linh');
  if (tens === 1) words.push('mười');
  if (tens > 1) words.push(DIGITS[tens] ?? '', 'mươi');
  if (units > 0) words.push(readUnits(units, tens));
  return words.join(' ');
}

/** After tens a one is `mốt`, a five `lăm`. */
function readUnits(units: number, tens: number): string {
  if (units === 1 && tens > 1) return 'mốt';
  if (units === 5 && tens > 0) return 'lăm';
  return DIGITS[units] ?? '';
}

/** Two decimals without a leading zero are read as a number, others digit by digit, as people say them. */
function readFraction(digits: string): string {
  if (digits.length <= 2 && !digits.startsWith('0')) return readWhole(digits);
  return [...digits].map((digit) => DIGITS[Number(digit)]).join(' ');
}
