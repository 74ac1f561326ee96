import { digitsEnd, isLetterAt, wordBefore, wordPairBefore } from './boundary.ts';
import { isDay, isMonth, iso } from './calendar.ts';
import { isCounted } from './counted.ts';
import { DAY_MONTH_RANGE, mayBeRow, readDayMonth, ROW_SIGNS } from './day-months.ts';
import lexicon from './lexicon/dates.json' with { type: 'json' };
import { shapeAt, type Shape } from './number-shape.ts';
import { LastWords } from './phrase-index.ts';
import { quarterOf, quarterOrYear, readPartOfYear } from './parts-of-year.ts';
import { readTime } from './times.ts';
import { readUnit } from './unit.ts';

/** A date, a part of one or a span of them, from its first digit on. */
export interface DateSpan {
  start: number;
  end: number;
  /** ISO 8601 (`2019-07-22`, `2020-05`, `2020`), two joined by `/` for a span; left out where the year is unknown. */
  value?: string;
}

const DAY_CUES = new Set(lexicon.dayCues);
const NOT_CALENDAR = new Set(lexicon.notCalendar);
const YEAR_CUES = new Set(lexicon.yearCues);
const APPROXIMATORS = new Set(['hơn', 'gần', 'khoảng', 'trên', 'được', 'đủ', 'chừng', 'ngót']);

const DAYS_HEAD = /\d{1,2}(?:(?:\s?[-–,]\s?|\s(?:và|đến|tới)\s(?:ngày\s)?)\d{1,2}){0,8}/.source;
const FULL = new RegExp(
  String.raw`(\d{1,2})(?:\s?[-–]\s?\d{1,2})?\s?([-/.–])\s?(\d{1,2})\s?\2\s?((?:19|20)\d{2})(?!\d)`,
  'y',
);
const ISO = /((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/y;
const SHORT_YEAR = /(\d{1,2})([-/])(\d{1,2})\2(\d{2})(?![\d/.,-]|\s?%)/y;
const DAY_MONTH = new RegExp(
  String.raw`(?:${DAYS_HEAD})([-/.])(\d{1,2})(?:\1((?:19|20)\d{2}))?(?![\d%]|[.,]\d)`,
  'y',
);
const DAY_TAIL = new RegExp(
  String.raw`(?:${DAYS_HEAD})(?:\s?[-–]?\s?tháng\s(\d{1,2})(?:(?:\s|,\s)?năm\s((?:19|20)\d{2})|[-/.]((?:19|20)\d{2}))?)?(?!\d|[.,]\d)`,
  'y',
);
const MONTH =
  /(\d{1,2})(?:\s?[-–]\s?(?:1[0-2]|0?[1-9])(?!\d))?(?:\s?[-/.]\s?((?:19|20)\d{2})|(?:,)?\snăm\s((?:19|20)\d{2}))?(?![\d%])/y;
const MONTHS =
  /\d{1,2}(?:,\s\d{1,2}){0,8}(?:,\s|\svà\s)\d{1,2}(?:(?:\s?[-/]\s?|\snăm\s)((?:19|20)\d{2})|(?=[.,;:)]))(?!\d)/y;
const MONTH_YEAR = /(\d{1,2})\s?[-/]\s?((?:19|20)\d{2})(?![\d/])/y;
const YEAR_SPAN =
  /((?:19|20)\d{2})(?:\s?[-–—/]\s?|\s(?:đến|tới)\s(?:năm\s)?)((?:19|20)\d{2})(?!\d)/y;
const YEAR = /((?:19|20)\d{2})(?![\d%]|[.,/]\d)/y;
const YEAR_LIST = /(?:,\s|\s(?:và|hay|hoặc)\s)(?:năm\s)?((?:19|20)\d{2})(?![\d%]|[.,]\d)/y;

/** Finds the date, the part of a year or the time of day that begins with the digit at `at`. */
export function readDate(lower: string, at: number): DateSpan | undefined {
  const shape = shapeAt(lower, at);
  return mayBeDate(lower, at, shape) ? readEveryForm(lower, at, shape) : undefined;
}

/** False where none of the readers reads anything, as at most numbers: neither a word before nor a sign behind asks for it. */
function mayBeDate(lower: string, at: number, { digits, ahead }: Shape): boolean {
  if (digits !== 'day') return digits === 'year';
  if (SIGNS.has(ahead) && !(ahead === '.' && isGroup(lower, at))) return true;
  const end = cueEnd(lower, at);
  if (DAY_OR_MONTH_CUES.isBefore(lower, end)) return true;
  return ROW_SIGNS.has(ahead) && mayBeRow(lower, at, wordBefore(lower, end));
}

/** `10.072`: no day or month has three digits. */
function isGroup(lower: string, at: number): boolean {
  const point = digitsEnd(lower, at, 2);
  return lower.charAt(point) === '.' && digitsEnd(lower, point + 1, 3) - point === 4;
}

/** `ngày: 5/6`: the word before a date may bear a colon. */
function cueEnd(lower: string, at: number): number {
  return lower.startsWith('ngày: ', at - 'ngày: '.length) ? at - 2 : at;
}

/** What `readDate` finds, every reader asked at every number. */
export function readEveryForm(
  lower: string,
  at: number,
  shape = shapeAt(lower, at),
): DateSpan | undefined {
  const cues = wordPairBefore(lower, cueEnd(lower, at));
  for (const read of READERS) {
    const found = read(lower, at, cues, shape);
    if (!found) continue;
    const { end, value } = found;
    return value === undefined ? { start: at, end } : { start: at, end, value };
  }
  return undefined;
}

type Cues = readonly [string, string];

type Reader = (
  lower: string,
  at: number,
  cues: Cues,
  shape: Shape,
) => Omit<DateSpan, 'start'> | undefined;

const READERS: readonly Reader[] = [
  readFull,
  (lower, at, _, { digits, ahead }) =>
    digits === 'day' && ahead === 't' ? readPartOfYear(lower, at) : undefined,
  (lower, at, cues, { ahead }) =>
    TIME_SIGNS.has(ahead) ? readTime(lower, at, cues, ahead) : undefined,
  readCalendarDay,
  readMonth,
  readYears,
  readDayMonth,
];

const TIME_SIGNS = new Set([':', '/', 'g', 'h']);
const DAY_SIGNS = new Set(['-', '–', '/', '.']);

/** Days and months go on with one of these where no word before asks for them: what any reader takes (`t` begins `tháng`). */
const SIGNS = new Set([...TIME_SIGNS, ...DAY_SIGNS, 't']);
const MONTH_CUES = new Set(['tháng', 'quý']);
const DAY_OR_MONTH_CUES = new LastWords([...DAY_CUES, ...MONTH_CUES]);

function readFull(
  lower: string,
  at: number,
  _: Cues,
  { digits, ahead }: Shape,
): Omit<DateSpan, 'start'> | undefined {
  if (digits === 'year') {
    const plain = exec(ISO, lower, at);
    return plain && { end: at + plain[0].length, value: plain[0] };
  }
  if (digits !== 'day' || !DAY_SIGNS.has(ahead)) return undefined;
  const full = exec(FULL, lower, at);
  if (full && isDay(full[1], full[3])) {
    return { end: at + full[0].length, value: iso(full[4], full[3], full[1]) };
  }
  const short = exec(SHORT_YEAR, lower, at);
  return short && isDay(short[1], short[3])
    ? { end: at + short[0].length, value: iso(`20${short[4]}`, short[3], short[1]) }
    : undefined;
}

/** Days after a word that asks for one: `ngày 5`, `sáng 19-4`, `ngày 5 và 6-10`, `ngày 3 tháng 2 năm 1930`. */
function readCalendarDay(
  lower: string,
  at: number,
  [cue, before]: Cues,
): Omit<DateSpan, 'start'> | undefined {
  if (!DAY_CUES.has(cue)) return undefined;
  const numeric = exec(DAY_MONTH_RANGE, lower, at) ?? exec(DAY_MONTH, lower, at);
  if (numeric) return { end: at + numeric[0].length };
  if (NOT_CALENDAR.has(before) || cue === 'đêm') return undefined;
  const days = exec(DAY_TAIL, lower, at);
  if (!days || Number.parseInt(days[0], 10) > 31) return undefined;
  if (!days[1] && readUnit(lower, at + days[0].length)) return undefined;
  if (!days[1] && before === 'trong' && isCounted(lower, at + days[0].length)) return undefined;
  const year = days[2] ?? days[3];
  return {
    end: at + days[0].length,
    ...valued(year && iso(year, days[1], String(Number.parseInt(days[0], 10)))),
  };
}

/** Months after their word: `tháng 5`, `tháng 12-2022`; not `mỗi tháng 2 lần`. */
function readMonth(
  lower: string,
  at: number,
  [cue, before]: Cues,
  { digits, ahead }: Shape,
): Omit<DateSpan, 'start'> | undefined {
  const isCued = MONTH_CUES.has(cue);
  const months = isCued ? exec(MONTHS, lower, at) : undefined;
  if (months?.[0].match(/\d+/g)?.every((part) => part.length === 4 || isMonth(part))) {
    return { end: at + months[0].length, ...valued(months[1]) };
  }
  const month = isCued ? exec(MONTH, lower, at) : undefined;
  if (month && isMonth(month[1])) {
    const end = at + month[0].length;
    const year = month[2] ?? month[3];
    if (year && cue === 'quý') {
      return { end, value: Number(month[1]) <= 4 ? quarterOf(year, Number(month[1])) : year };
    }
    if (year) return { end, value: iso(year, month[1]) };
    if (NOT_CALENDAR.has(before) || /^\d/.test(before)) return undefined;
    const unit = readUnit(lower, end);
    if (unit && unit.code !== 'year') return undefined;
    return { end };
  }
  if (digits !== 'day' || (ahead !== '-' && ahead !== '/')) return undefined;
  const monthYear = exec(MONTH_YEAR, lower, at);
  return monthYear && isMonth(monthYear[1])
    ? { end: at + monthYear[0].length, value: iso(monthYear[2], monthYear[1]) }
    : undefined;
}

/** Years and spans of years: `2019-2025`, `năm 2021, 2022 và 2023`; a bare one only where nothing is counted by it. */
function readYears(
  lower: string,
  at: number,
  [cue, before]: Cues,
  { digits }: Shape,
): Omit<DateSpan, 'start'> | undefined {
  if (digits !== 'year') return undefined;
  const years = exec(YEAR_SPAN, lower, at);
  if (years && Number(years[1]) <= Number(years[2])) {
    return { end: at + years[0].length, value: `${years[1]}/${years[2]}` };
  }
  const year = exec(YEAR, lower, at);
  if (!year) return undefined;
  let end = at + year[0].length;
  const afterSlash = lower.charAt(at - 1) === '/';
  const cued = YEAR_CUES.has(cue) && !NOT_CALENDAR.has(before);
  if (APPROXIMATORS.has(cue)) return undefined;
  if (!cued && !afterSlash && (isCounted(lower, end) || isLetterAt(lower, end))) return undefined;
  if (!cued && !afterSlash && cue === 'số') return undefined;
  for (let next = exec(YEAR_LIST, lower, end); next; next = exec(YEAR_LIST, lower, end)) {
    if (readUnit(lower, end + next[0].length)) break;
    end += next[0].length;
  }
  if (end > at + year[0].length) return { end };
  return { end, ...valued(quarterOrYear(lower, at, year[1] ?? '')) };
}

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function valued(value: string | undefined): { value?: string } {
  return value ? { value } : {};
}
