import { textBefore } from './boundary.ts';
import type { DateSpan } from './dates.ts';

const FROM = /(?<![\p{L}\p{M}])từ (?:đầu |giữa |cuối )?(?:ngày |tháng |năm )?$/u;
const TO = /^ (?:cho )?(?:đến|tới) (?:hết |cuối |giữa |đầu )?(?:ngày |tháng |năm )?$/;
const DASH = /^ ?[-–—] ?(?:ngày |tháng )?$/;
const UNTIL_NOW = /^ (?:cho )?(?:đến|tới) nay(?![\p{L}\p{M}])/u;
const FROM_YEAR = /(?<![\p{L}\p{M}])từ (?:năm )?$/u;
const MONTH = /^\d{4}-\d{2}$/;

/**
 * Joins two dates that bound one time, and takes its value from a year that only begins one.
 * `"từ tháng 10/2022 đến tháng 9/2023"` → `2022-10/2023-09`; `"từ năm 2013 đến nay"` → none.
 */
export function joinDates(lower: string, dates: readonly DateSpan[]): DateSpan[] {
  const joined: DateSpan[] = [];
  for (const date of dates) {
    const last = joined.at(-1);
    const value = last && boundedValue(lower, last, date);
    if (last && value) joined[joined.length - 1] = { start: last.start, end: date.end, value };
    else joined.push(isOpen(lower, date) ? { start: date.start, end: date.end } : date);
  }
  return joined;
}

function boundedValue(lower: string, first: DateSpan, second: DateSpan): string | undefined {
  const to = second.value;
  const between = lower.slice(first.end, second.start);
  if (!to || to.includes('/') || between.length > 24) return undefined;
  const spelled = TO.test(between) && FROM.test(textBefore(lower, first.start, 20));
  if (!spelled && !DASH.test(between)) return undefined;
  const from = first.value ?? monthOf(lower.slice(first.start, first.end), to);
  if (!from || from.length !== to.length || from >= to) return undefined;
  return `${from}/${to}`;
}

/** `tháng 3 đến tháng 9/2023`: the year stands with the second only. */
function monthOf(written: string, to: string): string | undefined {
  return MONTH.test(to) && /^\d{1,2}$/.test(written)
    ? `${to.slice(0, 5)}${written.padStart(2, '0')}`
    : undefined;
}

function isOpen(lower: string, { start, end, value }: DateSpan): boolean {
  if (value?.length !== 4 || !UNTIL_NOW.test(lower.slice(end, end + 14))) return false;
  return FROM_YEAR.test(textBefore(lower, start, 12));
}
