import type { Draft } from './figure-draft.ts';
import { breakBefore, isLetterAt, UnitSet } from './boundary.ts';
import type { ScanText } from './scan-text.ts';

const HEAD =
  /(?:chỉ số|hệ số|quân số|doanh số|tổng(?! (?:kết|quát|hợp|thể|bí|cục|công ty|liên đoàn|duyệt|đài|giám|tham|biên))|tỷ lệ|tỉ lệ|thu nhập|giá trị|tốc độ|sản lượng|diện tích|(?<!(?:thiểu|đa|trong|một|tham|thông|chữ|vô) )số|mức|tỷ trọng|thu ngân sách|chi ngân sách|doanh thu|kinh phí|năng suất|lợi nhuận|dân số|kim ngạch|cơ cấu|độ che phủ|quy mô|thời gian)(?![\p{L}\p{M}])/gu;
const TAIL =
  /(?:[\s,:(]|(?<![\p{L}\p{M}])(?:được|đạt|là|còn|chiếm|ước|ước tính|tăng|giảm|gấp|trên|dưới|hơn|gần|khoảng|xuống|lên|đến|tới|thêm|từ|không|(?<!chứng )chỉ|có|lần lượt|rút|lại|đáng kể|(?:cao|thấp|nhiều|ít|lớn)(?= hơn)|(?<!nông thôn )mới)(?![\p{L}\p{M}]))*$/gu;
/** Every word of `TAIL`: what it matches begins nowhere before a word that is none of them. */
const TAIL_WORDS = new Set(TAIL.source.match(/\p{L}+/gu));
const BARE = /^(?:tỷ lệ|tỉ lệ|mức|số|tổng|tổng số|giá trị|quy mô|chỉ số|cơ cấu|thời gian)$/iu;
/** An open bracket, or the aim of another clause. */
const UNREADABLE = /\([^)]*$|phấn đấu| và$/iu;
const LONGEST = 90;
const REACH = 120;
const BREAKS = new UnitSet(';\n');
const SEPARATORS = new UnitSet(' ,:(\t\n');
/** What parts the words before a value; a measure is named within one part. */
const PART_BREAKS = new UnitSet(',:(');
const SHARE = /(?<!,) chiếm(?: (?:tỷ lệ|tỉ lệ|tỷ trọng|khoảng|hơn|gần|trên|dưới|tới|đến)){0,3} $/u;
const CLAUSE = /(?:^|[;:()“”.\n]|%,?)([^;:()“”.\n%]*)$/u;
const LEADING = /^[\s,+*-]*(?:(?:và|còn|trong đó|riêng|gồm|với)(?![\p{L}\p{M}])[\s,]*)*/iu;
/** `nông, lâm nghiệp, thủy sản`: commas between words, not clauses. */
const SHORT_ROW = /^(?:\p{L}+(?: \p{L}+)?, ){1,4}(?=\p{L}+ \p{L}+$)/u;
const MOST_WORDS = 12;

/**
 * What a figure measures, named before it:
 * `tổng vốn đầu tư toàn xã hội` of `tổng vốn đầu tư toàn xã hội đạt 10.072 tỷ đồng`, `dịch vụ` of `dịch vụ chiếm 1,4%`.
 */
export function propertyOf({ text, lower }: ScanText, draft: Draft): string | undefined {
  const { kind } = draft.quantity;
  if (kind === 'count' || kind === 'ratio' || draft.figure.of) return undefined;
  const from = breakBefore(
    text,
    draft.start,
    Math.max(draft.sentence, draft.start - REACH),
    BREAKS,
  );
  const head = lower.slice(from, draft.start);
  const tail = tailStart(head);
  const first = measureStart(head.slice(0, tail));
  if (first === undefined) return shareOf(text.slice(from, draft.start), head, kind);
  const named = text.slice(from + first, from + tail);
  const phrase = kind === 'percentage' ? named.slice(named.lastIndexOf(': ') + 1).trim() : named;
  const readable = phrase.length <= LONGEST && !/\d/.test(phrase.replace(/(?:19|20)\d{2}/g, ''));
  return readable && !BARE.test(phrase) && !UNREADABLE.test(phrase) ? phrase : undefined;
}

const NEXT_IN_ROW =
  /^(?: \([^()\n]{0,40}\))?[,;] (?:và |còn )?((?:[\p{L}\p{M}-]{1,12} ){1,8})(?:chiếm |là )?$/u;
/** Words that make a clause of its own of what stands between two shares. */
const CLAUSE_WORDS =
  /(?<![\p{L}\p{M}])(?:tăng|giảm|vượt|bằng|so|đạt|có|không|được|còn|trong|đó|thêm|hơn|gần|trên|dưới|khoảng|từ|đến|cao|thấp)(?![\p{L}\p{M}])/u;

/** What a share in a row is of: `y tế` of `giáo dục chiếm 41,3%, y tế 9,6%`. */
export function propertyInRow(
  { text, lower }: ScanText,
  before: Draft,
  draft: Draft,
): string | undefined {
  if (draft.quantity.kind !== 'percentage' || before.quantity.kind !== 'percentage')
    return undefined;
  if (!before.figure.property || before.sentence !== draft.sentence || draft.figure.of)
    return undefined;
  if (draft.start - before.end > REACH || draft.figure.change) return undefined;
  const named = NEXT_IN_ROW.exec(text.slice(before.end, draft.start))?.[1]?.trim();
  if (named === undefined || CLAUSE_WORDS.test(lower.slice(before.end, draft.start)))
    return undefined;
  return named;
}

/** Where the words begin that lead from what is measured to its value: `"tỷ lệ đạt "` → 6. */
function tailStart(head: string): number {
  let from = separatorsStart(head, head.length);
  for (let word = wordStart(head, from); word < from; word = wordStart(head, from)) {
    if (!TAIL_WORDS.has(head.slice(word, from))) break;
    from = separatorsStart(head, word);
  }
  TAIL.lastIndex = from;
  return TAIL.exec(head)?.index ?? head.length;
}

function separatorsStart(text: string, end: number): number {
  let at = end;
  while (at > 0 && SEPARATORS.isAt(text, at - 1)) at--;
  return at;
}

function wordStart(text: string, end: number): number {
  let at = end;
  while (at > 0 && isLetterAt(text, at - 1)) at--;
  return at;
}

/** Where the first noun of a measure stands in the last part that has one of what stands before a value. */
function measureStart(head: string): number | undefined {
  let start = head.length + 1;
  while (start > 0) {
    const end = start - 1;
    start = breakBefore(head, end, 0, PART_BREAKS);
    const found = firstMeasure(head.slice(0, end), start);
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstMeasure(head: string, from: number): number | undefined {
  HEAD.lastIndex = from;
  for (let found = HEAD.exec(head); found; found = HEAD.exec(head)) {
    const { index } = found;
    if (!isLetterAt(head, index - 1) && !head.endsWith('trong ', index)) return index;
    HEAD.lastIndex = index + 1;
  }
  return undefined;
}

/** What has the share: the clause before `chiếm`; none where a comma or number leaves it unsure. */
function shareOf(before: string, lower: string, kind: string): string | undefined {
  const verb = kind === 'percentage' ? SHARE.exec(lower)?.index : undefined;
  if (verb === undefined) return undefined;
  const clause = CLAUSE.exec(before.slice(0, verb))?.[1] ?? '';
  const within = /, (trong đó|còn|riêng) /iu.exec(clause);
  const phrase = clause
    .slice(within?.index ?? 0)
    .replace(LEADING, '')
    .trim();
  const readable = phrase !== '' && !/[\d,]/.test(phrase.replace(SHORT_ROW, ''));
  return readable && phrase.split(/\s+/).length <= MOST_WORDS ? phrase : undefined;
}
