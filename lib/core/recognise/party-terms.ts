import { readAt, sticky } from './sticky.ts';

/** The term of a committee or congress, as Roman numerals. */
export interface TermMark {
  end: number;
  /** `XII`; several joined by a comma: `XI, XII`. */
  term: string;
}

const SPELLED: readonly string[] = (
  'nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|mười một|mười hai|mười ba|mười bốn|mười lăm|mười sáu|' +
  'mười bảy|mười tám|mười chín|hai mươi'
).split('|');
const SPELLED_SOURCE = SPELLED.toReversed().join('|');
const ROMAN = '[IVX]{1,6}';
/** A number as ordinals are written: Roman, digits or words. */
export const ORDINAL = `(?:${ROMAN}|\\d{1,2}|${SPELLED_SOURCE}|bốn)(?![\\p{L}\\p{N}])`;

const TERM = sticky(
  `[,;]? ?(?<open>\\()? ?-? ?(?:các )?khóa ?(?:thứ )?(?<first>${ORDINAL})` +
    `(?<more>(?:(?: ?,| và| &) (?:khóa )?${ORDINAL}){0,4})(?<close> ?\\))?`,
  'iu',
);
const NUMERALS = new RegExp(ORDINAL, 'giu');

/**
 * Reads a term at an offset, with the separator and the brackets before and after it.
 * `" (khóa XII)"` → `XII`; `" khóa XI, XII"` → `XI, XII`.
 */
export function readTerm(text: string, at: number): TermMark | null {
  const found = readAt(TERM, text, at);
  const groups = found?.groups;
  if (!found || !groups) return null;
  const terms = [groups['first'] ?? '', ...(groups['more']?.match(NUMERALS) ?? [])];
  const unopened = !groups['open'] && groups['close'] ? groups['close'].length : 0;
  return {
    end: at + found[0].length - unopened,
    term: terms.map((numeral) => toRoman(numeral)).join(', '),
  };
}

/** An ordinal as a number: `"XII"`, `"12"`, `"mười hai"` → 12; 0 for anything else. */
export function ordinalValue(ordinal: string): number {
  if (/^\d+$/.test(ordinal)) return Number(ordinal);
  const word = ordinal.toLowerCase().replace(/\s+/g, ' ');
  const spelled = word === 'bốn' ? 4 : SPELLED.indexOf(word) + 1;
  if (spelled > 0) return spelled;
  return /^[IVX]+$/i.test(ordinal) ? fromRoman(ordinal.toUpperCase()) : 0;
}

/** An ordinal in Roman numerals: `"12"` → `"XII"`. */
export function toRoman(ordinal: string): string {
  let rest = ordinalValue(ordinal);
  let roman = '';
  for (const [numeral, value] of ROMAN_VALUES) {
    while (rest >= value) {
      roman += numeral;
      rest -= value;
    }
  }
  return roman;
}

const ROMAN_VALUES: readonly (readonly [string, number])[] = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

function fromRoman(numeral: string): number {
  let value = 0;
  let rest = numeral;
  for (const [digit, worth] of ROMAN_VALUES) {
    while (rest.startsWith(digit)) {
      value += worth;
      rest = rest.slice(digit.length);
    }
  }
  return value;
}

const CONGRESSES: readonly (readonly [term: string, opened: string])[] = [
  ['XIV', '2026-01-19'],
  ['XIII', '2021-01-25'],
  ['XII', '2016-01-20'],
  ['XI', '2011-01-12'],
  ['X', '2006-04-18'],
  ['IX', '2001-04-19'],
  ['VIII', '1996-06-28'],
  ['VII', '1991-06-24'],
  ['VI', '1986-12-15'],
];

/** The central committee's term in office on a day: `"2019-05-30"` → `"XII"`. */
export function termOfDate(date: string): string | undefined {
  return CONGRESSES.find(([, opened]) => date >= opened)?.[0];
}
