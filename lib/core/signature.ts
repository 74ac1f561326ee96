/** Who wrote an article, or where it was taken from, as a line at its head or foot says. */
export interface Signature {
  byline?: string;
  source?: string;
}

/** `Nguồn: Cổng thông tin điện tử huyện Ia Nhin`, `(Nguồn tin: TTXVN)`. */
const SOURCE =
  /^\(?\s*(?:nguồn|nguồn tin|nguồn bài|dẫn nguồn|trích nguồn)\s*[:：]\s*(.{2,100}?)\s*\)?\.?$/iu;
/** `Theo baoianhin.vn`, `(Theo TTXVN)`; not `Theo kế hoạch, năm nay huyện sẽ…`. */
const TAKEN_FROM =
  /^\(?\s*(?:Theo|THEO|theo)\s*:?\s+((?:\p{Lu}|[a-z0-9-]+\.[a-z]{2})[^,;:]{0,60}?)\s*\)?\.?$/u;
/** `Tin, ảnh: Hoài Thu`, `Tác giả: Ban Tuyên giáo Huyện ủy`, `Thực hiện: P.V`. */
const CREDIT =
  /^\(?(?:(?:tin|bài|bài viết|tin tức)(?:\s*(?:,|và|&|\/|-|\+)\s*(?:ảnh|hình ảnh|clip|video|đồ họa|bài))*|tác giả(?: bài viết)?|người viết|người đăng|thực hiện|phóng viên|pv|biên tập|biên soạn|nội dung)\s*[:：]\s*(.{2,80}?)\)?\.?$/iu;
/** `Ảnh: T.H`, `Nguồn ảnh: TTXVN`: says nothing of the text. */
const PHOTO_CREDIT = /^\(?(?:ảnh|nguồn ảnh|ảnh tư liệu|hình ảnh|đồ họa)\s*[:：]\s*.{1,60}$/iu;
/** `Hoài Thu (thực hiện)`, `K.L (tổng hợp)`. */
const ROLE =
  /^(.{2,60}?)\s*[(–-]\s*(?:thực hiện|ghi|lược ghi|tổng hợp|t\/h|th|biên soạn|sưu tầm|ctv|cộng tác viên|pv|tổng hợp từ .{2,40})\s*\)?\.?$/iu;
const BY = /^(?:bởi|by|đăng bởi|được đăng bởi|post by|viết bởi)\s*:?\s+(.{2,60})$/iu;

/** Words that open the name of a body, not of a person. */
const BODY =
  /^(?:báo|ban|bbt|huyện|tỉnh|đảng|cổng|phòng|sở|trung tâm|tạp chí|văn phòng|ubnd|ubmttq|hội|xã|phường|thành phố|quận|thị|đài|trang|chi bộ|công an|viện|trường|bộ)(?!\p{L})/iu;
const NAME_WORD = /^(?:\p{Lu}[\p{L}’']*|\p{Lu}[\p{L}]*-\p{L}+)$/u;
/** `P.V`, `H.N.`, `PV`, `TTXVN`. */
const INITIALS = /^(?:\p{Lu}{1,3}\.){1,4}\p{Lu}{0,3}$|^\p{Lu}{2,5}$/u;
const BETWEEN_NAMES = /\s*(?:,|;|&|\/|\+|\s-\s|\s–\s|-|–|\s+và\s+)\s*/u;

/** Longer lines are prose. */
const LONGEST_LINE = 120;

/**
 * Reads a line that signs an article. `"LƯƠNG HÀ (thực hiện)"` → byline `"Lương Hà"`; `"Nguồn: Báo Ia Nhin"` → source.
 * Undefined where the line signs nothing; empty where it credits a photograph only.
 */
export function readSignature(line: string): Signature | undefined {
  if (line.length > LONGEST_LINE * 3) return undefined;
  const text = line.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (text.length > LONGEST_LINE || text === '') return undefined;
  if (PHOTO_CREDIT.test(text)) return {};
  const source = SOURCE.exec(text)?.[1] ?? TAKEN_FROM.exec(text)?.[1];
  if (source) return { source };
  const named = CREDIT.exec(text)?.[1] ?? BY.exec(text)?.[1];
  if (named) return asByline(named);
  const name = ROLE.exec(text)?.[1];
  if (name && isPersonName(name)) return asByline(name);
  return isPersonName(text) ? asByline(text) : undefined;
}

/** The outlet a reporter works for, behind the name: `Thu Cúc/TTXVN`, `Thu Cúc (CTV)`. */
const OUTLET = /\s*(?:\/\s*[A-ZĐ]{3,12}|\((?:[A-ZĐ]{2,12}|báo .{2,30})\))$/iu;

function asByline(text: string): Signature {
  const name = (ROLE.exec(text)?.[1] ?? text).replace(OUTLET, '');
  return { byline: properName(name.replace(/[,;:]+$/, '').replace(/(?<=\p{Ll})\.$/u, '')) };
}

/**
 * Is a line nothing but one or more people's names? `"Mai Hà - H.N"`, `"LƯƠNG HÀ"` → true;
 * `"Huyện ủy Ia Nhin"`, `"Những việc làm thiết thực"` → false.
 */
export function isPersonName(line: string): boolean {
  const text = line
    .trim()
    .replace(/[.,;:]+$/, (end) => (end === '.' && /\.\p{Lu}\.$/u.test(line.trim()) ? end : ''));
  if (text.length > 60 || /\d/.test(text) || BODY.test(text)) return false;
  const names = text.replace(OUTLET, '').split(BETWEEN_NAMES);
  return names.every(isOneName) && names.length <= 4;
}

function isOneName(name: string): boolean {
  const words = name.trim().split(/\s+/);
  if (words.length === 1) return INITIALS.test(name.trim());
  return words.length <= 5 && words.every((word) => NAME_WORD.test(word) || INITIALS.test(word));
}

/** Gives a name printed in capitals its ordinary form: `"MAI HÀ"` → `"Mai Hà"`; initials stay. */
export function properName(name: string): string {
  const text = name.trim();
  if (text !== text.toUpperCase()) return text;
  return text
    .split(' ')
    .map((word) =>
      INITIALS.test(word) && !/^\p{Lu}{2,5}$/u.test(word) ? word : capitalised(word, text),
    )
    .join(' ');
}

/** A single word in capitals is an abbreviation: `PV`, `TTXVN`. */
function capitalised(word: string, whole: string): string {
  if (!whole.includes(' ')) return word;
  return word.charAt(0) + word.slice(1).toLowerCase();
}
