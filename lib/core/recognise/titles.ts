import { WORD_END } from './particles.ts';
import { readAt, sticky } from './sticky.ts';

/** A quoted name: where it begins behind its opening quote, and ends before the closing one. */
export interface QuotedName {
  start: number;
  end: number;
  /** Offset behind the closing quote. */
  close: number;
}

const LONGEST_TITLE = 220;
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”"“',
  '”': '”"',
  '"': '"”',
  '‘': "’'",
  '’': '’',
  "'": "'’",
  '«': '»',
  '″': '″"”',
};
/** For each opening quote what it may hold: all up to a closing one or the end of the line. */
const QUOTED_TEXT = new Map(
  Object.entries(CLOSERS).map(([opener, closers]) => [
    opener,
    new RegExp(`[^\\n${closers}]{0,${LONGEST_TITLE}}`, 'y'),
  ]),
);

/** Behind the words before it, a name within the name, and what goes on to the closing quote of the whole. */
const INNER_QUOTE = /(?<= )“[^“”"\n]{1,100}”[^“”".;:!?\n]{0,100}(?=”)/y;

/** Reads a quoted name whose opening quote stands at the offset; null where none does, or it does not close in time. */
export function readQuoted(words: string, at: number): QuotedName | null {
  const opener = words.charAt(at);
  const doubled = opener === "'" && words.charAt(at + 1) === "'";
  const text = QUOTED_TEXT.get(opener);
  if (!text) return null;
  const from = at + (doubled ? 2 : 1);
  text.lastIndex = from;
  const first = text.test(words) ? text.lastIndex : from;
  const end = first + (readAt(INNER_QUOTE, words, first)?.[0].length ?? 0);
  const isClosed = end < words.length && end - from < LONGEST_TITLE && words.charAt(end) !== '\n';
  return isClosed && end > from ? trimmedName(words, from, end, end + (doubled ? 2 : 1)) : null;
}

function trimmedName(words: string, from: number, to: number, close: number): QuotedName | null {
  let start = from;
  let end = to;
  while (start < end && words.charAt(start) === ' ') start++;
  while (end > start && ' ,.;'.includes(words.charAt(end - 1))) end--;
  return end > start ? { start, end, close } : null;
}

const YEARS =
  '(?:(?:trong )?(?:giai đoạn|thời kỳ|nhiệm kỳ)(?: từ)?(?: năm)? (?:19|20)\\d{2}(?: ?(?:[-–—]|đến) ?(?:năm )?(?:19|20)?\\d{2})?' +
  '|(?:đến|năm)(?: năm)? (?:19|20)\\d{2}(?: ?[-–—] ?(?:19|20)\\d{2})?)';
/** Years that go on an established or proper name, its short name in brackets before them. */
const YEARS_BEHIND = sticky(
  '(?: ?\\([\\p{Lu}\\d&-]{2,10}\\))?,? (?:giai đoạn (?:19|20)\\d{2} ?[-–—] ?(?:19|20)\\d{2}|đến năm (?:19|20)\\d{2}(?=, (?:định hướng|tầm nhìn)))' +
    '(?: và (?:những năm tiếp theo|định hướng đến năm (?:19|20)\\d{2})|, (?:định hướng|tầm nhìn)(?: đến)?(?: năm)? (?:19|20)\\d{2})?(?!\\d)',
);

/** Where the years that belong to a name end; `at` where none do. `"OCOP (OCOP), giai đoạn 2018-2020"` → behind `2020`. */
export function yearsEnd(words: string, at: number): number {
  return at + (readAt(YEARS_BEHIND, words, at)?.[0].length ?? 0);
}

const YEARS_END = new RegExp(
  `${YEARS.replaceAll(' ?', ' {0,2}')}(?:(?:,| và|;)? (?:định hướng|tầm nhìn|hướng)(?: đến)?(?: năm)? (?:19|20)\\d{2})?(?!\\d)`,
  'iu',
);
const HARD_STOP = /[.;:!?“”"«»](?!\d)|[()[\]\n…]| [-–—] (?=\p{Lu})/u;
const SOFT_STOP = new RegExp(
  ` (?:đã|(?<!không )được|do|(?<!(?:làm|noi) )theo|nhằm|để|là|gồm|bao gồm|trong đó|khi|sẽ|đang|cho thấy|góp phần|đạt|mang lại|nêu(?! gương)|xác định(?! vị trí)|` +
    `(?<!đáp ứng )yêu cầu|trên cơ sở|đồng thời|qua đó|từ đó|sau|(?<!gắn )(?<!đối )(?<!(?:phù hợp|ứng phó|kết hợp|phối hợp|thích ứng|liên kết|hội nhập|tiếp xúc) )với|thì|mà|như|vào|` +
    `có hiệu lực|của(?= \\d)|của (?:Ban|Bộ|Tỉnh|Thành|Huyện|Quận|Thị|Trung ương|UBND|HĐND|Chính phủ|Thủ tướng|Quốc hội)|đề ra|ban hành|còn|cũng|đến nay|(?<!thực )hiện)${WORD_END}|` +
    `(?:,| và| hoặc| bằng) (?=(?:Nghị quyết|Chỉ thị|Kết luận|Kế hoạch|Chương trình|Đề án|Quy định|Quyết định|Hướng dẫn|các|tập trung|tổ chức thực hiện)${WORD_END})`,
  'u',
);
/** A comma after which a title goes on: coordinated nouns, not a new clause. */
const COORDINATED = sticky(
  `, (?:sức chiến đấu|cấp (?:xã|huyện|tỉnh|thôn)|hiệu lực|hiệu quả|chất lượng|công chức|viên chức|đảng viên|phường|thị trấn|xã|thôn|buôn|bản|làng|` +
    `tổ dân phố|khu phố|tổ chức|trách nhiệm|năng lực|trình độ|phẩm chất|đạo đức|từ chức|chỉnh đốn|giám sát|chống|phong cách|` +
    `định hướng|tầm nhìn|bồi dưỡng|sử dụng|luân chuyển|đào tạo|kỷ luật|nông dân|nông thôn|kiện toàn|` +
    `bổ sung|sắp xếp|phát triển|nâng cao|tinh gọn|lối sống|an ninh|an toàn|văn hóa|du lịch|thể thao|gia đình|xếp loại|đánh giá|đấu tranh|phòng ngừa|ngăn chặn|đẩy lùi|xử lý|y tế|giáo dục|thủy lợi)${WORD_END}`,
  'iu',
);

/** A name quoted inside a title. */
const QUOTED = /(?<= )(?:[“][^“”\n]{2,100}”|"[^"\n]{2,100}"|«[^«»\n]{2,100}»)/gu;
/** Behind a title's comma, the sentence that goes on: who does it, or how many. */
const NEXT_CLAUSE =
  /^, {0,3}(?:các |toàn )?(?:tỉnh|huyện|xã|phường|thành phố|thị xã|quận|ngành|địa phương|đảng bộ|cấp ủy|chi bộ)(?![\p{L}])|\d/iu;

/** Where a title that begins at the offset ends: behind its years, else before the words that go on with the sentence. */
export function titleEnd(words: string, at: number): number {
  const window = words
    .slice(at, at + LONGEST_TITLE)
    .replace(QUOTED, (name) => '_'.repeat(name.length));
  const hard = HARD_STOP.exec(window)?.index ?? window.length;
  const soft = SOFT_STOP.exec(window.slice(0, hard))?.index ?? hard;
  const clause = window.slice(0, soft);
  const comma = commaEnd(clause);
  const years = YEARS_END.exec(clause);
  if (years && !NEXT_CLAUSE.test(clause.slice(comma, years.index))) {
    return at + years.index + years[0].length;
  }
  const end = at + clause.slice(0, comma).replace(DANGLING, '').length;
  return yearsEnd(words, end);
}

/** Where a title ends that is named in full: with the clause, where no word of it goes on with the sentence. */
export function wholeTitleEnd(words: string, at: number): number {
  const window = words.slice(at, at + LONGEST_TITLE);
  const hard = HARD_STOP.exec(window)?.index ?? window.length;
  return SOFT_STOP.test(window.slice(0, hard)) ? titleEnd(words, at) : at + hard;
}

/** True where the title names the years it is for, which only a programme's own title does. */
export function hasYears(title: string): boolean {
  return YEARS_END.test(title);
}

function commaEnd(clause: string): number {
  for (let at = clause.indexOf(','); at >= 0; at = clause.indexOf(',', at + 1)) {
    const goesOn = readAt(COORDINATED, clause, at) !== null || isRowOfVerbs(clause, at);
    if (!goesOn || NAMED_PLACE.test(clause.slice(at, at + 16))) return at;
  }
  return clause.length;
}

/** A place by name opens a clause: `…, xã An Phú đã …`. */
const NAMED_PLACE = /^, {0,3}(?:xã|phường|thị trấn|thôn|buôn|bản|làng) \p{Lu}/u;
/** Two syllables before each comma: `về nghiên cứu, bảo tồn và phát huy …` has only begun. */
const TWO_SYLLABLES = /^ {0,2}\p{Ll}{1,7} \p{Ll}{1,7}$/u;
/** Two syllables between commas: `hoạt động in ấn, phát hành, quản lý …`. */
const MIDDLE = /^, (?!ngoài ra)\p{Ll}{1,7} \p{Ll}{1,7}, \p{Ll}/u;
/** What says how a paper was carried out, not what it is on. */
const CARRIED_OUT = /^, (?:cụ thể|như sau|thống nhất|đề nghị|không|giao)(?![\p{L}\p{M}])/u;
const LONGEST_ROW = 60;

function isRowOfVerbs(clause: string, comma: number): boolean {
  const rest = clause.slice(comma);
  if (comma > LONGEST_ROW || NEXT_CLAUSE.test(rest) || CARRIED_OUT.test(rest)) return false;
  const parts = clause.slice(0, comma).split(',');
  return MIDDLE.test(rest) || parts.every((part) => TWO_SYLLABLES.test(part));
}

/** What a title never ends with. */
const DANGLING = /(?: và| hoặc|,)? *$/u;
const WORD_START = /[\p{L}\d]/u;

/** A title without the `về` before it. `"về xây dựng nông thôn mới"` → `"xây dựng nông thôn mới"`. */
export function plainTitle(title: string): string {
  return title.replace(/^ *(?:: ?)?(?:về (?:việc )?)?/iu, '');
}

/** The title at an offset, quoted or, where `about` stood before it, running on; undefined for none. */
export function readTitle(words: string, at: number, about: boolean): string | undefined {
  const quoted = readQuoted(words, at);
  if (quoted) return plainTitle(words.slice(quoted.start, quoted.end));
  if (!about || !WORD_START.test(words.charAt(at))) return undefined;
  const title = words.slice(at, titleEnd(words, at));
  return title.length >= 4 ? title : undefined;
}
