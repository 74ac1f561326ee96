import type { Block } from './blocks.ts';
import { isWordAt, wordBefore } from './boundary.ts';
import { isDay, isMonth } from './calendar.ts';
import { isCounted } from './counted.ts';
import lexicon from './lexicon/dates.json' with { type: 'json' };
import type { Shape } from './number-shape.ts';
import { readAt } from './sticky.ts';

const DATE_CUES = new Set(lexicon.dateCues);
/** Feasts that their day follows: `Quốc khánh 2-9`. */
const HOLIDAY_NAMES = new Set(lexicon.holidayNames);
const HOLIDAYS = new Set(lexicon.holidays);
/** What a day or month goes on with in a row or date: signs, and the first letters of `và`, `đến`, `tới`. */
export const ROW_SIGNS = new Set(['-', '–', '/', ',', 'v', 'đ', 't']);
const DAYS_AND_MONTH =
  /\d{1,2}(?:,\s\d{1,2}){0,4}(?:\s(?:và|đến|tới)\s|\s?[-–]\s?)\d{1,2}\/(\d{1,2})(?:\/(?:19|20)\d{2})?(?![\d%]|[.,]\d)/y;
const PLAIN_DAY_MONTH = /(\d{1,2})([-/])(\d{1,2})(?![\d%]|[.,/]\d)/y;
/** Two days with their months: `5/6 - 7/6`. */
export const DAY_MONTH_RANGE =
  /(\d{1,2})([-/])(\d{1,2})(?:\s?[-–]\s?|\s(?:đến|tới)\s(?:ngày\s)?)(\d{1,2})\2(\d{1,2})(?:\2((?:19|20)\d{2}))?(?!\d)/y;

/** Bare days: `đến 30/6`, `dịp 2-9`, `30/4`; what counts something is a ratio or a range. */
export function readDayMonth(
  lower: string,
  at: number,
  [cue, before]: readonly [string, string],
  { digits, ahead }: Shape,
): { end: number } | undefined {
  if (digits !== 'day' || !ROW_SIGNS.has(ahead)) return undefined;
  const isNumeric = ahead === '-' || ahead === '/';
  const range = isNumeric ? readAt(DAY_MONTH_RANGE, lower, at) : null;
  if (range && isDay(range[1], range[3]) && isDay(range[4], range[5])) {
    return { end: at + range[0].length };
  }
  const days = mayBeRow(lower, at, cue) ? readAt(DAYS_AND_MONTH, lower, at) : null;
  if (days && isMonth(days[1])) return { end: at + days[0].length };
  const bare = isNumeric ? readAt(PLAIN_DAY_MONTH, lower, at) : null;
  if (!bare || !isDay(bare[1], bare[3])) return undefined;
  const end = at + bare[0].length;
  const named = HOLIDAY_NAMES.has(`${before} ${cue}`) && HOLIDAYS.has(bare[0]);
  const slash = bare[2] === '/';
  if (slash && (named || (cue === 'và' && before === 'ngày'))) return { end };
  if (isCounted(lower, end) || isWordAt(lower, end)) return undefined;
  const cued = DATE_CUES.has(cue) || DATE_CUES.has(`${before} ${cue}`);
  if (slash && (Number(bare[1]) > Number(bare[3]) || isBracketed(lower, at))) return { end };
  const weak = cue === 'từ' || cue === 'đến' || cue === 'tới' || cue === 'vào';
  if (cued && (slash || !weak || HOLIDAYS.has(bare[0]))) return { end };
  return HOLIDAYS.has(bare[0]) && (slash || cued || named || cue === '') ? { end } : undefined;
}

/** Whether days may stand in a row that begins at `at`, behind the word `cue`. */
export function mayBeRow(lower: string, at: number, cue: string): boolean {
  return DATE_CUES.has(cue) || lower.charAt(at - 1) === '(';
}

const NEAR_DAYS = new Set(['nay', 'qua', 'mai', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'nhật']);

/** `sáng nay (5/6)`, `thứ Ba (5/6)`. */
function isBracketed(lower: string, at: number): boolean {
  return lower.charAt(at - 1) === '(' && NEAR_DAYS.has(wordBefore(lower, at - 1));
}

/** Reads `7/6` where a date before it says that it is one; not what counts something. */
export function readBareDay(lower: string, at: number): Block | undefined {
  const bare = readAt(PLAIN_DAY_MONTH, lower, at);
  if (!bare || !isDay(bare[1], bare[3]) || isCounted(lower, at + bare[0].length)) return undefined;
  return { start: at, end: at + bare[0].length };
}
