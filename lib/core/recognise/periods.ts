import { textBefore } from './boundary.ts';
import type { DateSpan } from './dates.ts';
import type { Draft } from './figure-draft.ts';
import type { ScanText } from './scan-text.ts';

/** The date a figure is of, and whether it is its own: the one right behind it. */
export interface Period {
  date: DateSpan;
  own: boolean;
}

const OWN =
  /^\s(?:vào |trong |của |ở )?(?:cuối |đầu )?(?:năm|tháng|quý|giai đoạn)\s$|^\s{0,2}\(\s?(?:(?:cuối |đầu )?(?:năm|tháng|quý|giai đoạn)\s)?$/;
/** Years of prices and standards, not of what they measure. */
const STANDARD = /(?:giá so sánh|giá hiện hành|giá cố định|giá gốc|chuẩn nghèo)[^.,;()\d]{0,30}$/;
/** How far on a date still holds in one sentence: bounded, for a table is one. */
const REACH = 600;
const COMPARED = /so với[^,;]{0,24}$/;
/** What leads from a former time to the present one. */
const SINCE = /[,;] {0,2}(?:đến nay|hiện nay|nay)(?![\p{L}\p{M}])/u;

/** The dates of a text in its order, and where among them a figure stands. */
export interface DatesAround {
  dates: readonly DateSpan[];
  /** Index of the first date that does not begin before the figure. */
  next: number;
  /** The date last taken as a figure's own. */
  spent: DateSpan | undefined;
}

/** How many dates back a figure's may stand. */
const NEAR = 4;

/**
 * The period of a figure among the dates near it: `3 năm (2019-2022)` takes the span in the brackets, `280 đồng chí năm 2005`
 * the year behind it, any other the last date of the clause before, unless that is the former value's own (`spent`).
 */
export function periodOf(
  scan: ScanText,
  draft: Draft,
  { dates, next, spent }: DatesAround,
): Period | undefined {
  const { text, lower } = scan;
  const after = dates[next];
  const isBaseline = after?.value !== undefined && draft.figure.baseline === after.value;
  if (after && after.start >= draft.end && !isBaseline && isOwnOf(text, draft, after)) {
    return { date: after, own: true };
  }
  const before = lastInForce(scan, draft, dates, next);
  if (!before || draft.figure.baseline === before.value) return undefined;
  if (before === spent && draft.figure.change?.endsWith('-to')) return undefined;
  if (/[;\n]/.test(text.slice(before.end, draft.start))) return undefined;
  const between = lower.slice(before.end, draft.start);
  if (between.includes('nay') && SINCE.test(between)) return undefined;
  if (COMPARED.test(lower.slice(Math.max(draft.sentence, before.start - 40), before.start)))
    return undefined;
  return { date: before, own: false };
}

function isOwnOf(text: string, { end, subject }: Draft, date: DateSpan): boolean {
  return isOwn(text, end, date.start) || isOwn(text, Math.max(end, subject?.end ?? 0), date.start);
}

/** The last date before a figure that may hold for it. */
function lastInForce(
  { text, lower }: ScanText,
  draft: Draft,
  dates: readonly DateSpan[],
  next: number,
): DateSpan | undefined {
  const from = Math.max(draft.sentence, draft.start - REACH);
  for (let at = next; at >= 0 && at >= next - NEAR; at--) {
    const date = dates[at];
    if (date?.value === undefined || date.end > draft.start || date.end < from) continue;
    if (leavesBracket(text.slice(date.end, draft.start))) continue;
    if (!STANDARD.test(textBefore(lower, date.start, 60))) return date;
  }
  return undefined;
}

/** Longer words than these between a figure and a date tie nothing. */
const OWN_REACH = 24;

function isOwn(text: string, end: number, start: number): boolean {
  return start - end <= OWN_REACH && OWN.test(text.slice(end, start));
}

/** Whether a bracket that was open at the text's start closes in it. */
function leavesBracket(text: string): boolean {
  let depth = 0;
  if (!text.includes(')')) return false;
  for (let at = 0; at < text.length && depth >= 0; at++) {
    const unit = text.charAt(at);
    if (unit === '(') depth++;
    else if (unit === ')') depth--;
  }
  return depth < 0;
}

const RELATIVE =
  /(?<![\p{L}\p{M}])(?:năm nay|năm ngoái|năm trước|(?<!\d{4} )đến nay|hiện nay|hiện có|hiện tại|hiện)(?![\p{L}\p{M}])/gu;
const PUBLISHED = /^(\d{4})(?:-\d{2}(?:-\d{2})?)?/;

/** When an article came out, as far as its publisher says. */
export interface Published {
  year: string;
  /** ISO 8601, to the day at most. */
  date: string;
}

/** Reads the day of a time: `"2021-05-09T08:00:00+07:00"` → `2021` and `2021-05-09`. */
export function publishedIn(publishedTime: string): Published | undefined {
  const [date, year] = PUBLISHED.exec(publishedTime) ?? [];
  return date && year ? { date, year } : undefined;
}

/** `năm nay`, `đến nay`: told from the day the article came out. */
export function relativePeriod(
  { lower }: ScanText,
  draft: Draft,
  { date, year }: Published,
): string | undefined {
  const clause = lower.slice(Math.max(draft.sentence, draft.start - 120), draft.start);
  const words = [...clause.slice(clause.lastIndexOf(';') + 1).matchAll(RELATIVE)].at(-1)?.[0];
  if (words === undefined) return undefined;
  if (words === 'năm nay') return year;
  return words === 'năm ngoái' || words === 'năm trước' ? String(Number(year) - 1) : date;
}
