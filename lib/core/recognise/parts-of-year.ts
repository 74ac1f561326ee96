import { textBefore } from './boundary.ts';

const PART_OF_YEAR =
  /(\d{1,2})\stháng\s(đầu|cuối|giữa|còn lại)?\s?(?:của\s)?(?:năm(?:\s(?:học\s)?((?:19|20)\d{2})|(?![\p{L}\p{M}])(?!\s\d))|((?:19|20)\d{2}))/uy;
const QUARTER = /(hết |cuối )?quý (i{1,3}|iv)(?:\s?[/-]\s?|,? năm )$/;
const ROMAN: readonly string[] = ['i', 'ii', 'iii', 'iv'];

/** Reads a part of a year, which is no length of time: `9 tháng đầu năm 2022` → `2022-01/2022-09`. */
export function readPartOfYear(
  lower: string,
  at: number,
): { end: number; value?: string } | undefined {
  PART_OF_YEAR.lastIndex = at;
  const found = PART_OF_YEAR.exec(lower);
  const months = Number(found?.[1]);
  if (!found || months < 1 || months > 12) return undefined;
  const end = at + found[0].length;
  const year = found[3] ?? found[4];
  return year ? { end, value: monthsOf(year, months, found[2]) } : { end };
}

function monthsOf(year: string, months: number, part?: string): string {
  if (part === 'đầu') return span(year, 1, months);
  return part === 'cuối' ? span(year, 13 - months, 12) : year;
}

/** The months of a quarter: 3 of `2021` → `2021-07/2021-09`. */
export function quarterOf(year: string, quarter: number): string {
  return span(year, quarter * 3 - 2, quarter * 3);
}

/** The quarter before a year: `quý III/2021` → its months, `hết quý I/2021` → `2021-03`; the year where none stands there. */
export function quarterOrYear(lower: string, at: number, year: string): string {
  const [, by, numeral] = QUARTER.exec(textBefore(lower, at, 20)) ?? [];
  if (numeral === undefined) return year;
  const quarter = ROMAN.indexOf(numeral) + 1;
  return by ? month(year, quarter * 3) : quarterOf(year, quarter);
}

function span(year: string, from: number, to: number): string {
  return `${month(year, from)}/${month(year, to)}`;
}

function month(year: string, number: number): string {
  return `${year}-${String(number).padStart(2, '0')}`;
}
