/** Words that multiply the number before them by a power of ten, with the spellings of hurried typing. */
const SCALES = new Map([
  ['trăm', 2],
  ['nghìn', 3],
  ['ngàn', 3],
  ['nghin', 3],
  ['ngan', 3],
  ['vạn', 4],
  ['triệu', 6],
  ['trieu', 6],
  ['tỷ', 9],
  ['tỉ', 9],
  ['ty', 9],
  ['ti', 9],
]);

const SCALE = [...SCALES.keys()].join('|');
const NUMBER = new RegExp(
  `(\\d{1,40}(?:[.,]\\d{1,40}){0,12})((?:\\s{1,3}(?:${SCALE})(?![\\p{L}\\p{N}])){0,2})`,
  'giu',
);

/** Thousands with a space between, as one number: `1 837`. */
const SPACED = /(?<![\d.,/:])\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?![\d/])/g;

/** Numbers written with spaces between thousands, without them. `"1 837 đảng viên"` → `"1837 đảng viên"`. */
export function joinThousands(text: string): string {
  return text.replace(SPACED, (number) => number.replace(/\D/g, ''));
}

/**
 * The numbers a text states, each in one plain form, so that notations can be compared: every way a number with
 * separators can be read, and what it comes to with the words behind it.
 * `"1.837 đảng viên"` → `['1837', '1.837']`; `"43,4 triệu"` → `['43.4', '43400000']`; `"1 837"` → `['1', '837', '1837']`.
 */
export function numberKeys(text: string): string[] {
  const joined = joinThousands(text);
  return joined === text ? keysOf(text) : [...new Set([...keysOf(text), ...keysOf(joined)])];
}

function keysOf(text: string): string[] {
  const keys = new Set<string>();
  for (const [, digits = '', words = ''] of text.matchAll(NUMBER)) {
    const power = scaleOf(words);
    for (const reading of readings(digits)) {
      keys.add(plain(reading));
      if (power > 0) keys.add(plain(shifted(reading, power)));
    }
  }
  return [...keys];
}

function scaleOf(words: string): number {
  let power = 0;
  for (const word of words.toLowerCase().split(/\s+/)) power += SCALES.get(word) ?? 0;
  return power;
}

/** `1.837` → `1837` and `1.837`; `1.837,5` → `1837.5`; `20.11.2026`, which is no number, → its parts. */
function readings(digits: string): string[] {
  const groups = digits.split(/[.,]/);
  const [first = '', ...rest] = groups;
  if (rest.length === 0) return [digits];
  const separators = digits.replace(/\d/g, '');
  const isOneSign = new Set(separators).size === 1;
  const isGrouped = first.length <= 3 && rest.every(({ length }) => length === 3);
  const found: string[] = [];
  if (isGrouped && isOneSign) found.push(groups.join(''));
  const isDecimal =
    rest.length === 1 || (!isOneSign && !separators.slice(0, -1).includes(separators.at(-1) ?? ''));
  if (isDecimal) found.push(`${groups.slice(0, -1).join('')}.${groups.at(-1)}`);
  return found.length > 0 ? found : groups;
}

function shifted(number: string, power: number): string {
  const [whole = '', fraction = ''] = number.split('.');
  const digits = fraction.padEnd(power, '0');
  return `${whole}${digits.slice(0, power)}.${digits.slice(power)}`;
}

/** Without zeros that say nothing: `007.50` → `7.5`. */
function plain(number: string): string {
  const [whole = '', fraction = ''] = number.split('.');
  const digits = fraction.replace(/0+$/, '');
  return whole.replace(/^0+(?=\d)/, '') + (digits && `.${digits}`);
}
