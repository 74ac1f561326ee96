import { detailsBefore } from './document-details.ts';
import { isTypeWord, TYPE_WORDS, toTypeMark } from './document-types.ts';
import type { TypeMark } from './document-types.ts';
import { PARTICLES, WORD_END } from './particles.ts';
import type { ProgrammeDraft } from './programme-draft.ts';
import { nameKey } from './programme-draft.ts';
import { readAt, sticky } from './sticky.ts';
import { hasYears, plainTitle, readQuoted, titleEnd, wholeTitleEnd, yearsEnd } from './titles.ts';

/** A title of its own may begin with a capital verb: `Đề án Đổi mới công tác …`. */
const CAPITAL_VERB = sticky(
  `(?: ?:)? (?:Đổi mới|Nâng cao|Phát triển|Xây dựng|Tăng cường|Đẩy mạnh|Bảo tồn|Bảo vệ|Bảo đảm|Hỗ trợ|Chuyển đổi|Sắp xếp|Kiện toàn|Củng cố|Quản lý|Ứng dụng|Đào tạo|Bồi dưỡng|Hoàn thiện|Thí điểm|Thu hút|Mở rộng|Đầu tư|Cải tạo|Cải cách|Luân chuyển|Số hóa|Giảm nghèo|Phòng,? chống|Huy động|Khuyến khích|Phát huy|Khôi phục|Tinh giản) (?:và \\p{Ll}|(?!(?:${PARTICLES})${WORD_END})\\p{Ll})`,
);
/** A title begins with any small word that neither goes on with the sentence nor tells schemes apart. */
const TITLE_START = sticky(
  `(?: ?:)? (?:về (?:việc )?)?(?=xác định vị trí|Chương trình|(?!(?:${PARTICLES}|khác|riêng|cụ thể|thành phần|nói|kể|trước|mới|lãnh đạo)${WORD_END})(?:\\p{Ll}|\\d+ triệu))`,
);
const PLURAL =
  /(?:^|[^\p{L}])(?:các|những|nhiều|một số|mỗi|từng|\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) {1,3}$/iu;
const ALTERNATIVE = /(?:hoặc|hay) {1,3}$/iu;
/** Types whose title counts only with its years: without them it is what any office plans. */
const NEEDS_YEARS = new Set([
  'kế hoạch',
  'quy hoạch',
  'nghị quyết',
  'chương trình hành động',
  'chương trình công tác',
]);
/** Whoever approves or issues a paper names it: `phê duyệt Đề án xác định …`, `ban hành Kế hoạch cải thiện … năm 2022`. */
const ISSUED = /(?:phê duyệt|ban hành|thông qua) {1,3}$/iu;
const DEFINES = sticky(' xác định (?=\\p{Ll})');
/** A strategy's own name: `Chiến lược Phát triển …`. */
const CAPITAL_START = sticky(' \\p{Lu}\\p{Ll}');
const FIRST_WORDS_OF_PLANS = sticky(
  ` (?:tổng thể|phát triển|quốc gia|tỉnh|sử dụng|xây dựng|nâng cao|đầu tư)${WORD_END}`,
);
const NOT_A_NAME = sticky(
  ' (?:Ban|Bộ|Đảng|Đoàn|Đội|Hội|Mặt trận|Công đoàn|Đại hội|Tỉnh|Thành|Huyện|Ủy ban|UBND|HĐND|Quốc hội|Chính phủ|Trung ương|Hội nghị|Nghị quyết|Chỉ thị|Thi đua yêu|Đồng khởi|Cần Vương|Đông Du|Duy Tân|Xô [vV]iết|Không liên kết|Cộng sản)',
);
/** A name of its own, a few words long: `Sữa học đường`. */
const PROPER_NAME = sticky(
  ` (?:Mỗi [\\p{L}\\p{M}]{1,7} một|\\p{Lu}[\\p{L}\\p{M}]{0,9})(?: (?!(?:${PARTICLES}|giai|năm|số|không|rất|nhiều|ngày|càng|lan|hằng|mỗi|khá|thật|suốt|sôi|sâu|mạnh|hỗ trợ|thu hút|huy động|triển khai|diễn ra|bắt đầu|khởi động|ra mắt|giúp|tặng|trao|nhận|tiếp tục|hoàn thành|phát động)${WORD_END})[\\p{L}\\p{M}\\d]{1,9}){0,8}(?: năm (?:19|20)\\d{2}(?<= hè năm \\d{4}))?`,
);
/** Battles bear the names of places, every syllable a capital; campaigns those of things. */
const CAMPAIGN_NAME = sticky(
  ' (?!Biên giới|Giải phóng|Phản công|Tổng)\\p{Lu}[\\p{L}\\p{M}]{0,9} \\p{Ll}',
);
/** A strategy is for years to come, not for one. */
const SPAN_OF_YEARS =
  /(?:đến|giai đoạn|thời kỳ)(?: năm)? (?:19|20)\d{2}|(?:19|20)\d{2} ?[-–] ?(?:19|20)\d{2}/u;
const SHORTEST_TITLE = 8;
const INNER_TYPES = new RegExp(TYPE_WORDS, 'g');

/**
 * Reads a scheme or programme named by its unquoted title.
 * `"Đề án nâng cao chất lượng chi bộ giai đoạn 2021-2025 đã …"` → up to `2021-2025`.
 */
export function readTitled(words: string, mark: TypeMark, year?: string): ProgrammeDraft | null {
  const opening = openingOf(words, mark);
  if (!opening || (opening === 'proper' && isShouted(words, mark))) return null;
  const before = words.slice(Math.max(0, mark.start - 10), mark.start);
  if (PLURAL.test(before) || ALTERNATIVE.test(before)) return null;
  const last =
    wholeQuote(words, mark) ??
    (opening === 'proper' ? properEnd(words, mark.end) : schemeEnd(words, mark));
  const end = nestedStart(words, mark.end, last);
  const title = words.slice(mark.end, end).trim().replace(/^: ?/, '');
  if (isTypeWord(title) || (mark.type.words === 'chiến lược' && !SPAN_OF_YEARS.test(title)))
    return null;
  if (title.length < SHORTEST_TITLE || (opening === 'with-years' && !hasYears(title))) return null;
  const { issuer, date } = detailsBefore(words, mark.start, year);
  const name = nameKey(title);
  return {
    start: mark.start,
    end,
    kind: mark.type.kind,
    rule: 'titled',
    title: plainTitle(title),
    name,
    issuer,
    date,
  };
}

/** `xác định` would end another title. */
function schemeEnd(words: string, mark: TypeMark): number {
  const { end } = mark;
  const defines = isIssued(words, mark) ? readAt(DEFINES, words, end) : null;
  return defines ? wholeTitleEnd(words, end + defines[0].length) : titleEnd(words, end);
}

function isIssued(words: string, { start, capital }: TypeMark): boolean {
  return capital && ISSUED.test(words.slice(Math.max(0, start - 14), start));
}

/** True in a line of capitals, where they tell no name. */
function isShouted(words: string, { start, end }: TypeMark): boolean {
  const typeWord = words.slice(start, end);
  return typeWord === typeWord.toUpperCase();
}

/** A name in quotes from its type word on ends where they close, unless a sentence ends before. */
function wholeQuote(words: string, { start, end }: TypeMark): number | undefined {
  const quoted = readQuoted(words, start - 1);
  return quoted && !/[.:;!?]/.test(words.slice(end, quoted.end)) ? quoted.end : undefined;
}

/** How a title begins: surely one, one only if it names its years, or a name of its own. */
type Opening = 'sure' | 'with-years' | 'proper';

/** Whether a title may begin behind a type word, and whether it counts only with its years. */
function openingOf(words: string, mark: TypeMark): Opening | null {
  const { type, capital, end } = mark;
  const begins = (pattern: RegExp): boolean => readAt(pattern, words, end) !== null;
  if (NEEDS_YEARS.has(type.words)) {
    const named =
      begins(FIRST_WORDS_OF_PLANS) ||
      (type.kind === 'plan' && begins(TITLE_START) && isIssued(words, mark));
    return capital && named ? 'with-years' : null;
  }
  if (type.kind === 'movement') {
    const name = type.words === 'chiến dịch' ? CAMPAIGN_NAME : PROPER_NAME;
    return begins(name) && !begins(NOT_A_NAME) ? 'proper' : null;
  }
  if (!type.titled) return null;
  if (type.words === 'chiến lược')
    return capital && (begins(TITLE_START) || begins(CAPITAL_START)) ? 'with-years' : null;
  if (type.kind === 'other') return null;
  if (type.kind === 'scheme') {
    if (begins(CAPITAL_VERB) || (begins(DEFINES) && isIssued(words, mark))) return 'sure';
    if (!begins(TITLE_START)) return null;
    return capital ? 'sure' : 'with-years';
  }
  if (!capital) return null;
  if (begins(PROPER_NAME) && !begins(NOT_A_NAME)) return 'proper';
  if (!begins(TITLE_START)) return null;
  return type.words === 'chương trình' ? 'with-years' : 'sure';
}

function properEnd(words: string, at: number): number {
  return yearsEnd(words, at + (readAt(PROPER_NAME, words, at)?.[0].length ?? 0));
}

/** A title ends before a numbered document named inside it. */
function nestedStart(words: string, from: number, to: number): number {
  const title = words.slice(from, to);
  for (const found of title.toLowerCase().matchAll(INNER_TYPES)) {
    const mark = toTypeMark(title, found.index, found[0]);
    if (mark && mark.start > 1 && (mark.capital || /^ (?:số )?\d/.test(title.slice(mark.end)))) {
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
