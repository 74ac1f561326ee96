import type { Figure } from '../annotation.ts';
import { anyOf, WORD_END } from './boundary.ts';
import type { DateSpan } from './dates.ts';
import type { Draft } from './figures.ts';
import lexicon from './lexicon/cues.json' with { type: 'json' };
import type { ScanText } from './scan-text.ts';

const SCOPE =
  /(?<![\p{L}\p{M}])(?:Đảng bộ|đảng bộ|Huyện ủy|Tỉnh ủy|Thành ủy|Thị ủy|Quận ủy|Đảng ủy|Chi bộ|huyện|tỉnh|thành phố|thị xã|quận|xã|phường|thị trấn|đặc khu)(?: (?:huyện|tỉnh|thành phố|thị xã|quận|xã|phường|thị trấn|Công an|Quân sự))?(?: \p{Lu}[\p{L}\p{M}'-]{0,12}){1,4}/gu;
const TARGET = new RegExp(`(?:${anyOf(lexicon.targets)})${WORD_END}`, 'u');
const PROPERTY_HEAD =
  /(?<![\p{L}\p{M}])(?<!(?:thiểu|đa|trong) )(?:tổng|tỷ lệ|tỉ lệ|thu nhập|giá trị|tốc độ|sản lượng|diện tích|số|mức|tỷ trọng|thu ngân sách|chi ngân sách|doanh thu|kinh phí|năng suất|lợi nhuận|dân số|kim ngạch|cơ cấu|độ che phủ|quy mô|thời gian)(?![\p{L}\p{M}])/gu;
const PROPERTY_TAIL =
  /(?:\s|,|:|\(|được|đạt|là|còn|chiếm|ước|tăng|giảm|gấp|trên|dưới|hơn|gần|khoảng|xuống|lên|đến|thêm|mới)*$/;

/** Adds what the words around say of each figure: its period, what is measured, the body in force, aim or result. */
export function addContext(
  scan: ScanText,
  drafts: readonly Draft[],
  dates: readonly DateSpan[],
  publishedTime = '',
): void {
  const scopes = [...scan.text.matchAll(SCOPE)];
  let scope = 0;
  let date = 0;
  for (const draft of drafts) {
    while ((scopes[scope]?.index ?? Infinity) < draft.start) scope++;
    while ((dates[date]?.start ?? Infinity) < draft.start) date++;
    const period =
      periodOf(scan, draft, dates.slice(Math.max(0, date - 4), date + 1)) ??
      relativePeriod(scan, draft, publishedTime);
    const found: Partial<Figure> = {
      ...optional('period', period),
      ...optional('property', propertyOf(scan, draft)),
      ...optional('scope', scopes[scope - 1]?.[0]),
      ...(isTarget(scan, draft) && { target: true }),
    };
    Object.assign(draft.figure, found);
  }
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value ? { [key]: value } : {}) as { [P in K]?: string };
}

/** `3 năm (2019-2022)` takes the span in the brackets; else the last date of the clause before. */
function periodOf({ text }: ScanText, draft: Draft, near: readonly DateSpan[]): string | undefined {
  const after = near.find(({ start }) => start >= draft.end);
  if (after && /^\s{0,2}\(\s?$/.test(text.slice(draft.end, after.start))) return after.value;
  if (
    after &&
    /^\s(?:vào |trong |của |ở )?(?:cuối |đầu )?(?:năm|tháng|quý|giai đoạn)\s$/.test(
      text.slice(draft.end, after.start),
    )
  ) {
    return after.value;
  }
  const before = near.findLast(({ end }) => end <= draft.start && end >= draft.sentence);
  if (!before?.value || draft.figure.baseline === before.value) return undefined;
  const between = text.slice(before.end, draft.start);
  if (/^[^(]{0,40}\)/.test(between)) return undefined;
  if (
    /[;\n]/.test(between) ||
    /so với[^,;]{0,24}$/.test(text.slice(draft.sentence, before.start))
  ) {
    return undefined;
  }
  return before.value;
}

const RELATIVE =
  /(?<![\p{L}\p{M}])(?:năm nay|năm ngoái|năm trước|đến nay|hiện nay|hiện có|hiện tại|hiện)(?![\p{L}\p{M}])/gu;
const PUBLISHED = /^(\d{4})(?:-\d{2}(?:-\d{2})?)?/;

/** `năm nay`, `đến nay`: told from the day the article came out. */
function relativePeriod(
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

/** `tổng vốn đầu tư toàn xã hội` of `tổng vốn đầu tư toàn xã hội đạt 10.072 tỷ đồng`. */
function propertyOf({ text, lower }: ScanText, draft: Draft): string | undefined {
  if (draft.figure.of || draft.figure.kind === 'count' || draft.figure.kind === 'ratio') {
    return undefined;
  }
  let from = draft.start;
  while (from > draft.sentence && draft.start - from < 120 && !/[;\n]/.test(text.charAt(from - 1)))
    from--;
  const head = lower.slice(from, draft.start);
  const tail = PROPERTY_TAIL.exec(head)?.index ?? head.length;
  const starts = [...head.slice(0, tail).matchAll(PROPERTY_HEAD)];
  const start = starts.findLast(({ index }) => index < tail)?.index;
  if (start === undefined) return undefined;
  const first = starts.find(({ index }) => !/[,:(]/.test(head.slice(index, start)))?.index ?? start;
  const phrase = text.slice(from + first, from + tail);
  return phrase.length <= 90 && !/\d/.test(phrase.replace(/(?:19|20)\d{2}/g, ''))
    ? phrase
    : undefined;
}

function isTarget({ lower }: ScanText, draft: Draft): boolean {
  return TARGET.test(lower.slice(Math.max(draft.sentence, draft.start - 200), draft.start));
}
