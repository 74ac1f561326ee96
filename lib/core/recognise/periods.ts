import { textBefore } from './boundary.ts';
import type { DateSpan } from './dates.ts';
import type { Draft } from './figures.ts';
import type { ScanText } from './scan-text.ts';

/** The date a figure is of, and whether it is its own: the one right behind it. */
export interface Period {
  date: DateSpan;
  own: boolean;
}

const OWN =
  /^\s(?:vào |trong |của |ở )?(?:cuối |đầu )?(?:năm|tháng|quý|giai đoạn)\s$|^\s{0,2}\(\s?$/;
/** Years of prices and standards, not of what they measure. */
const STANDARD = /(?:giá so sánh|giá hiện hành|giá cố định|giá gốc|chuẩn nghèo)[^.,;()\d]{0,30}$/;
/** How far on a date still holds in one sentence: bounded, for a table is one. */
const REACH = 600;
const COMPARED = /so với[^,;]{0,24}$/;

/**
 * The period of a figure among the dates near it: `3 năm (2019-2022)` takes the span in the brackets, `280 đồng chí năm 2005`
 * the year behind it, any other the last date of the clause before, unless that is the former value's own (`spent`).
 */
export function periodOf(
  { text, lower }: ScanText,
  draft: Draft,
  near: readonly DateSpan[],
  spent: DateSpan | undefined,
): Period | undefined {
  const after = near.find(({ start }) => start >= draft.end);
  const counted = Math.max(draft.end, draft.subject?.end ?? 0);
  if (after && [draft.end, counted].some((end) => isOwn(text, end, after.start))) {
    return { date: after, own: true };
  }
  const before = near.findLast(
    ({ start, end, value }) =>
      value !== undefined &&
      end <= draft.start &&
      end >= Math.max(draft.sentence, draft.start - REACH) &&
      !leavesBracket(text.slice(end, draft.start)) &&
      !STANDARD.test(textBefore(lower, start, 60)),
  );
  if (!before || draft.figure.baseline === before.value) return undefined;
  if (before === spent && draft.figure.change?.endsWith('-to')) return undefined;
  if (/[;\n]/.test(text.slice(before.end, draft.start))) return undefined;
  if (COMPARED.test(lower.slice(Math.max(draft.sentence, before.start - 40), before.start)))
    return undefined;
  return { date: before, own: false };
}

/** Longer words than these between a figure and a date tie nothing. */
const OWN_REACH = 24;

function isOwn(text: string, end: number, start: number): boolean {
  return start - end <= OWN_REACH && OWN.test(text.slice(end, start));
}

/** Whether a bracket that was open at the text's start closes in it. */
function leavesBracket(text: string): boolean {
  let depth = 0;
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

/** `năm nay`, `đến nay`: told from the day the article came out. */
export function relativePeriod(
  { lower }: ScanText,
  draft: Draft,
  publishedTime: string,
): string | undefined {
  const published = PUBLISHED.exec(publishedTime);
  if (!published) return undefined;
  const clause = lower.slice(Math.max(draft.sentence, draft.start - 120), draft.start);
  const words = [...clause.slice(clause.lastIndexOf(';') + 1).matchAll(RELATIVE)].at(-1)?.[0];
  if (words === undefined) return undefined;
  const year = published[1] ?? '';
  if (words === 'năm nay') return year;
  return words === 'năm ngoái' || words === 'năm trước' ? String(Number(year) - 1) : published[0];
}
