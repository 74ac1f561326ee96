import { detailsBefore } from './document-details.ts';
import { TYPE_WORDS, toTypeMark } from './document-types.ts';
import type { TypeMark } from './document-types.ts';
import type { ProgrammeDraft } from './programme-draft.ts';
import { nameKey } from './programme-draft.ts';
import { readAt, sticky } from './sticky.ts';
import { hasYears, titleEnd } from './titles.ts';

/** Words that begin the title of a scheme or programme. */
const TITLE_START = sticky(
  '(?: ?:)? (?:về (?:việc )?)?(?:\\d+ triệu|một triệu|nâng cao|xây dựng|phát triển|đổi mới|sắp xếp|đào tạo|bồi dưỡng|tăng cường|hỗ trợ|chuyển đổi|bảo tồn|bảo vệ|' +
    'quản lý|cải cách|giảm nghèo|thí điểm|kiện toàn|phòng|củng cố|hoàn thiện|thu hút|đẩy mạnh|ứng dụng|tinh giản|tinh gọn|cơ cấu|tái cơ cấu|' +
    'luân chuyển|quy hoạch|sáp nhập|hợp nhất|thành lập|bố trí|huy động|khuyến khích|tạo nguồn|kết nạp|giữ gìn|phát huy|phổ cập|giải quyết|' +
    'số hóa|tổng thể|trồng|một số|vị trí việc làm|tổ chức|sản xuất|cải tạo|khôi phục|đầu tư|bảo đảm|đảm bảo|xóa|nhân rộng|tuyên truyền|' +
    'giáo dục|chăm sóc|phối hợp|liên kết|chuyển giao|khởi nghiệp|công tác|chính quyền|chi bộ|đảng bộ|xã hội hóa)(?![\\p{L}\\p{M}])',
  'iu',
);
const PLURAL =
  /(?:^|[^\p{L}])(?:các|những|nhiều|một số|mỗi|từng|\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) {1,3}$/iu;
const ALTERNATIVE = /(?:hoặc|hay) {1,3}$/iu;
/** Types whose title counts only with its years: without them it is what any office plans. */
const NEEDS_YEARS = new Set([
  'kế hoạch',
  'chiến lược',
  'quy hoạch',
  'nghị quyết',
  'chương trình hành động',
  'chương trình công tác',
]);
const FIRST_WORDS_OF_PLANS = sticky(
  ' (?:tổng thể|phát triển|hành động|quốc gia|tỉnh|sử dụng|xây dựng|nâng cao|đào tạo|bồi dưỡng|chung|đầu tư|chuyển đổi)(?![\\p{L}\\p{M}])',
);
const NOT_A_NAME = sticky(
  ' (?:Ban|Bộ|Đảng|Đại hội|Tỉnh|Thành|Huyện|Ủy ban|UBND|HĐND|Quốc hội|Chính phủ|Trung ương|Hội nghị|Nghị quyết|Chỉ thị)',
);
/** A name of its own, a few words long: `Sữa học đường`. */
const PROPER_NAME = sticky(
  ' \\p{Lu}[\\p{L}\\p{M}]{0,9}(?: (?!(?:cho|có|tại|ở|trên|trong|từ|đến|chưa|vẫn|luôn|đã|được|do|theo|nhằm|để|là|gồm|khi|sẽ|đang|' +
    'của|với|thì|mà|như|vào|còn|cũng|giai|năm|này|nêu|số|không|phải)(?![\\p{L}\\p{M}]))[\\p{L}\\p{M}\\d]{1,9}){0,6}',
);
const SHORTEST_TITLE = 8;
const INNER_TYPES = new RegExp(TYPE_WORDS, 'g');

/**
 * Reads a scheme or programme named by its unquoted title.
 * `"Đề án nâng cao chất lượng chi bộ giai đoạn 2021-2025 đã …"` → up to `2021-2025`.
 */
export function readTitled(words: string, mark: TypeMark, year?: string): ProgrammeDraft | null {
  const opening = openingOf(words, mark);
  if (!opening) return null;
  const before = words.slice(Math.max(0, mark.start - 10), mark.start);
  if (PLURAL.test(before) || ALTERNATIVE.test(before)) return null;
  const last = opening === 'proper' ? properEnd(words, mark.end) : titleEnd(words, mark.end);
  const end = nestedStart(words, mark.end, last);
  const title = words.slice(mark.end, end).trim().replace(/^: ?/, '');
  if (title.length < SHORTEST_TITLE || (opening === 'with-years' && !hasYears(title))) return null;
  const { issuer, date } = detailsBefore(words, mark.start, year);
  const name = nameKey(title);
  return {
    start: mark.start,
    end,
    kind: mark.type.kind,
    rule: 'titled',
    title,
    name,
    issuer,
    date,
  };
}

/** How a title begins: surely one, one only if it names its years, or a name of its own. */
type Opening = 'sure' | 'with-years' | 'proper';

/** Whether a title may begin behind a type word, and whether it counts only with its years. */
function openingOf(words: string, { type, capital, end }: TypeMark): Opening | null {
  const begins = (pattern: RegExp): boolean => readAt(pattern, words, end) !== null;
  if (NEEDS_YEARS.has(type.words)) {
    return capital && begins(FIRST_WORDS_OF_PLANS) ? 'with-years' : null;
  }
  if (!type.titled || type.kind === 'other') return null;
  if (type.kind === 'scheme') {
    if (!begins(TITLE_START)) return null;
    return capital ? 'sure' : 'with-years';
  }
  if (!capital) return null;
  if (begins(PROPER_NAME) && !begins(NOT_A_NAME)) return 'proper';
  if (!begins(TITLE_START)) return null;
  return type.words === 'chương trình' ? 'with-years' : 'sure';
}

function properEnd(words: string, at: number): number {
  return at + (readAt(PROPER_NAME, words, at)?.[0].length ?? 0);
}

/** A title ends before a numbered document named inside it. */
function nestedStart(words: string, from: number, to: number): number {
  const title = words.slice(from, to);
  for (const found of title.toLowerCase().matchAll(INNER_TYPES)) {
    const mark = toTypeMark(title, found.index, found[0]);
    if (mark && (mark.capital || /^ (?:số )?\d/.test(title.slice(mark.end)))) {
      return (
        from +
        title
          .slice(0, mark.start)
          .replace(/ (?:thực hiện|triển khai|về|của|theo) *$/u, '')
          .trimEnd().length
      );
    }
  }
  return to;
}
