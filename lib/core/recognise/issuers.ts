import { isUpperAt } from './boundary.ts';
import codes from './issuer-codes.json' with { type: 'json' };
import { toRoman } from './party-terms.ts';
import { withoutPerson } from './person-names.ts';
import { readAt, sticky } from './sticky.ts';

/** A body named in a text. */
export interface IssuerMark {
  end: number;
  /** As written, spaces collapsed: `Ban Thường vụ Tỉnh ủy Gia Lai`. */
  issuer: string;
}

const organs: Readonly<Record<string, string>> = codes.organs;
const levels: Readonly<Record<string, string>> = codes.levels;
const bodies: Readonly<Record<string, string>> = codes.bodies;
const LONGEST_FIRST = Object.keys(levels).toSorted((a, b) => b.length - a.length);

/**
 * Decodes the issuer of a document symbol; undefined where nothing of it is known.
 * `"BTCTW"` → `"Ban Tổ chức Trung ương"`; `"QH15"` → `"Quốc hội"`; `"UBTVQH14-CP"` → both, joined by a comma.
 */
export function decodeIssuer(code: string): string | undefined {
  const names = code
    .replaceAll('&', '')
    .split('-')
    .map((part) => decodePart(part.replace(/\d+$/, '')));
  return names[0] ? names.filter((name) => name !== undefined).join(', ') : undefined;
}

function decodePart(part: string): string | undefined {
  const body = bodies[part];
  if (body) return body;
  const level = LONGEST_FIRST.find((code) => part.endsWith(code));
  if (!level) return undefined;
  const organ = organs[part.slice(0, -level.length)];
  if (organ) return `${organ} ${levels[level]}`;
  return part === level ? levels[level] : undefined;
}

/** The term a National Assembly symbol bears: `"QH15"` → `"XV"`. */
export function assemblyTerm(code: string): string | undefined {
  const term = /(?:^|-)(?:UBTV)?QH(\d{1,2})(?:$|-)/.exec(code)?.[1];
  return term && toRoman(term);
}

const HEAD =
  '(?:Ban|Bộ|Ủy ban|Uỷ ban|Hội đồng|Văn phòng|Đảng ủy|Đảng bộ|Đảng đoàn|Đảng Cộng sản|Đảng|Chính phủ|Thủ tướng|' +
  'Quốc hội|Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Thị ủy|Trung ương|TW|T\\.Ư|HĐND|UBND|UBKT|UBMTTQ|BCH|BTV|BTC|' +
  'Sở|Chủ tịch|Tổng Liên đoàn|Liên đoàn|Công đoàn|Đoàn|Hội|Mặt trận|MTTQ|Quân ủy|Tòa án|Viện|Chi bộ|' +
  'Thường trực|Thường vụ|Tổng Bí thư|Bí thư|Tổng cục|Cục|Ngân hàng|Thanh tra|Học viện|Công an|Khối)';
/** Small words that occur inside the names of bodies, never `ban hành`, `về`, `đã`. */
const INNER =
  '(?:hành|vụ|ủy|thư|trị|chức|giáo|vận|chính|tra|tế|đạo|ngoại|sự|đảng|dân|nhân|bộ|tỉnh|huyện|xã|phường|quận|' +
  'thị|trấn|thành|phố|phủ|ương|hội|khối|cơ|quan|doanh|nghiệp|công|an|quân|tướng|tịch|nước|luận|lý|sách|đoàn|' +
  'lao|động|tối|cao|sát|soát|phòng|trực|cán|đặc|khu|các|viên|niên|nữ|binh|tổng|lĩnh|tộc|gia)';
/** … and with the word that makes them part of one. */
const PAIRED =
  'chấp(?= hành)|thường(?= (?:vụ|trực))|tổ(?= chức)|kiểm(?= tra)|tuyên(?= giáo)|bí(?= thư)|chỉ(?= đạo)|quốc(?= (?:gia|phòng|hội))|(?<=Thi )đua|(?<=Khen )thưởng';
/** Documents, and the words a title begins with: no part of a body's name, capitals or not. */
const DOCUMENT =
  '(?:Phê duyệt|Ban hành|Về|Sửa đổi|Tăng cường|Nâng cao|Đẩy mạnh|Tiếp tục|Một số|Nghị quyết|Nghị định|Quy định|Quy chế|Chỉ thị|Kết luận|Quyết định|Kế hoạch|Hướng dẫn|Đề án|Chương trình|Điều lệ|Luật)';
const NAME = `(?!${DOCUMENT})(?:(?:TP|Tp)\\.|\\p{Lu}[\\p{L}\\p{M}]{0,15}(?:\\.\\p{Lu}[\\p{L}\\p{M}]{0,15})?|${INNER}|${PAIRED})(?![\\p{L}\\p{M}])`;
const MINISTRY =
  '(?:Bộ|Sở|Ban|Ủy ban) (?:Văn hóa, Thể thao và Du lịch|Lao động ?[-–] ?Thương binh (?:và|&) Xã hội|' +
  '(?:Kế hoạch|Giáo dục|Tài nguyên|Khoa học|Thông tin|Nông nghiệp|Tuyên giáo|Dân tộc) (?:và|&) ' +
  '(?:Đầu tư|Đào tạo|Môi trường|Công nghệ|Truyền thông|Phát triển nông thôn|Dân vận|Tôn giáo)|' +
  'Chính sách, chiến lược)';
const BODY = sticky(`(?:${MINISTRY}|${HEAD}(?![\\p{L}\\p{M}]))(?:(?: | ?[-–] ?)${NAME}){0,9}`);
/** Bodies that issue together. */
const TOGETHER = sticky(
  'Bộ Chính trị(?:,| và) Ban Bí thư(?: Trung ương(?: Đảng)?)?(?! (?:ban hành|đã))',
);
const LOCAL =
  /(?:HĐND|UBND|Hội đồng nhân dân|Ủy ban nhân dân) (?:tỉnh|thành phố|TP|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?: \p{Lu}[\p{L}\p{M}]{0,9}){0,4}/gu;

/** The council or committee a clause names last: `"dự toán HĐND tỉnh giao tại "` → `HĐND tỉnh`. */
export function localIssuer(clause: string, code: string): string | undefined {
  const council = code.startsWith('HĐND');
  return [...clause.matchAll(LOCAL)]
    .map(({ index, 0: name }) => withoutPerson(name, clause.slice(0, index)))
    .findLast((name) => name.startsWith('H') === council);
}

/** Whose own name may stand behind the office. */
const OFFICE_HOLDER = /^(?:Chủ tịch|Bí thư|Tổng Bí thư|Thủ tướng)/u;
/** A head alone names no body. */
const VAGUE =
  /^(?:Ban|Bộ|Sở|Đoàn|Hội|Viện|Cục|Khối|Chủ tịch|Hội đồng|Văn phòng|Bí thư|Thường trực|Đảng)$/u;
const HEADS = new RegExp(`(?<![\\p{L}\\p{M}])${HEAD}(?![\\p{L}\\p{M}])`, 'gu');

/** Reads the name of a body at an offset. `"Ban Tổ chức Trung ương về …"` → `Ban Tổ chức Trung ương`. */
export function readIssuer(text: string, at: number): IssuerMark | null {
  // Every name of a body begins so, and most places asked hold none.
  if (!isUpperAt(text, at)) return null;
  const found = readAt(TOGETHER, text, at) ?? readAt(BODY, text, at);
  if (!found || VAGUE.test(found[0])) return null;
  const name = found[0].replace(/\s+/g, ' ');
  return {
    end: at + found[0].length,
    issuer: withoutPerson(name, OFFICE_HOLDER.exec(name)?.[0] ?? ''),
  };
}

/**
 * The body that ends a text, the outermost one: what stands before `ban hành`.
 * `"Ngày 22-7-2019, Ban Chấp hành Đảng bộ huyện Ia Pa"` → `Ban Chấp hành Đảng bộ huyện Ia Pa`.
 */
export function issuerAtEnd(text: string): string | undefined {
  for (const { index } of text.matchAll(HEADS)) {
    const body = readIssuer(text, index);
    if (body?.end === text.length) return SIGNER.test(body.issuer) ? undefined : body.issuer;
  }
  return undefined;
}

/** Who signs for a body is not the body. */
const SIGNER = /^(?:Thường trực|Tổng Bí thư|Bí thư|Chủ tịch)/u;
const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/tỉnh ủy|thành ủy|đảng bộ (?:tỉnh|thành phố)/, 'province'],
  [/huyện ủy|quận ủy|thị ủy|đảng bộ (?:huyện|quận|thị xã)/, 'district'],
  [/đảng ủy|đảng bộ|chi bộ/, 'base'],
  [/ủy ban nhân dân|ubnd/, 'committee'],
  [/hội đồng nhân dân|hđnd/, 'council'],
  [/ủy ban thường vụ quốc hội/, 'standing'],
  [/quốc hội/, 'assembly'],
  [/thủ tướng/, 'premier'],
  [/chính phủ/, 'government'],
  [/trung ương|bộ chính trị|ban bí thư|^đảng/, 'centre'],
];
const ORGANS = new RegExp(
  Object.values(organs)
    .filter((name) => name !== 'Ban Thường vụ')
    .map((name) => name.toLowerCase())
    .toSorted((a, b) => b.length - a.length)
    .join('|'),
);

/**
 * Whether two names may be of one numbering series: nothing known contradicts.
 * `"Bộ Chính trị"`, `"Trung ương Đảng"` → true; `"Tỉnh ủy"`, `"Trung ương Đảng"` → false.
 */
export function compatibleIssuers(one: string | undefined, other: string | undefined): boolean {
  if (!one || !other) return true;
  const a = one.toLowerCase();
  const b = other.toLowerCase();
  if (a === b) return true;
  return levelOf(a) === levelOf(b) && (ORGANS.exec(a)?.[0] ?? '') === (ORGANS.exec(b)?.[0] ?? '');
}

function levelOf(name: string): string {
  return LEVELS.find(([pattern]) => pattern.test(name))?.[1] ?? name;
}
