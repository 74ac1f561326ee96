import { readAt, sticky } from './sticky.ts';

/** A calendar date read from a text. */
export interface DateMark {
  end: number;
  /** ISO 8601: `2019-11-06`. */
  date: string;
}

const FULL = sticky('(\\d{1,2}) ?[-/.–] ?(\\d{1,2}) ?[-/.–] ?((?:19|20)\\d{2})(?!\\d)');
const WRITTEN = sticky('(\\d{1,2}) tháng (\\d{1,2})(?: ?,)? năm ((?:19|20)\\d{2})(?!\\d)', 'iu');
const NO_YEAR = sticky('(\\d{1,2}) ?[-/] ?(\\d{1,2})(?![\\d/-])');

/**
 * Reads a date at an offset, the year from `year` where the text leaves it out.
 * `"6-11-2019"` → `2019-11-06`; `"25 tháng 10 năm 2017"` → `2017-10-25`.
 */
export function readDate(text: string, at: number, year?: string): DateMark | null {
  const found = readAt(FULL, text, at) ?? readAt(WRITTEN, text, at);
  if (found) return toDate(at + found[0].length, found[1], found[2], found[3]);
  const short = year ? readAt(NO_YEAR, text, at) : null;
  return short ? toDate(at + short[0].length, short[1], short[2], year) : null;
}

function toDate(end: number, day = '', month = '', year = ''): DateMark | null {
  if (!isBetween(day, 31) || !isBetween(month, 12)) return null;
  return { end, date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
}

function isBetween(digits: string, most: number): boolean {
  const value = Number(digits);
  return value >= 1 && value <= most;
}
