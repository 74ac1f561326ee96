import { isUpperAt } from './boundary.ts';
import names from './law-names.json' with { type: 'json' };
import { readDate } from './document-dates.ts';
import { readSymbol } from './document-symbols.ts';
import type { TypeMark } from './document-types.ts';
import { assemblyTerm, decodeIssuer } from './issuers.ts';
import { PARTICLES, WORD_END } from './particles.ts';
import type { ProgrammeDraft } from './programme-draft.ts';
import { readAt, sticky } from './sticky.ts';

const NAMES_LONGEST_FIRST = names.toSorted((a, b) => b.length - a.length).join('|');
const AMENDING = 'sửa đổi, bổ sung một số điều (?:của )?(?:các )?(?:bộ )?luật';
const KNOWN = sticky(` (?:${AMENDING} )?(?<name>${NAMES_LONGEST_FIRST})(?![\\p{L}\\p{M}])`);
const VETO_AFTER = sticky(
  ' ?(?:sư|gia|pháp|lệ|định|khoa|học|rừng|chơi|nhân quả)(?![\\p{L}\\p{M}])',
);
const VETO_BEFORE =
  /(?:đại học|trường|khoa|hội|ngành|học|môn|cử nhân|thạc sĩ|tiến sĩ|văn phòng|công ty|báo|tạp chí|phòng|kỷ|pháp|quy|định|âm) {1,3}$/u;
/** A name the list does not hold: an abbreviation, or a capital and up to three words that do not go on with the sentence. */
const UNKNOWN_NAME = sticky(
  ` (?:[A-ZĐ]{2,8}${WORD_END}|\\p{Lu}[\\p{L}\\p{M}]{1,7}(?:(?:,? (?!(?:${PARTICLES}|quy|mới|năm|số|sửa|cần)${WORD_END})\\p{Ll}[\\p{L}\\p{M}]{0,7}){1,3}(?: Việt Nam)?| Việt Nam))`,
);
/** A revision belongs to the name; the year is when it was passed. */
const REVISION = sticky(
  ' ?(?:\\((?:sửa đổi|bổ sung)[^()\\n]{0,60}\\)|sửa đổi(?:, bổ sung)?(?! [\\p{Ll}]))',
);
const PASSED = sticky('(?:,? năm|,)? ?(?<year>(?:19|20)\\d{2})(?![\\d/-])');
const DAY = sticky(',? (?:được )?(?:thông qua |ban hành )?ngày ');
const NUMBERED = sticky(' ?,?(?: \\()?(?: số)? ?(?=\\d)');
const CONSTITUTION = sticky('(?: nước [^.,;\\n]{10,50}Việt Nam)?(?: \\(sửa đổi[^()\\n]{0,20}\\))?');
const CHARTER = sticky(
  ' (?:(?<party>Đảng(?: Cộng sản(?: Việt Nam)?)?)|(?:Công đoàn|Đoàn|Hội|Mặt trận|MTTQ)(?: Cựu chiến binh| Chữ thập đỏ| Liên hiệp (?:Phụ nữ|Thanh niên)| Nông dân| Thanh niên(?: xung phong)?| Tổ quốc| Khuyến học| Người cao tuổi| \\p{Lu}[\\p{L}\\p{M}]{0,9}){0,6})(?![\\p{L}\\p{M}])',
  'u',
);
const PLATFORM = sticky(
  '(?: chính trị| của Đảng)?(?: đầu tiên)?(?: xây dựng đất nước (?:trong )?thời kỳ quá độ lên chủ nghĩa xã hội)?(?: \\(bổ sung[^()\\n]{0,40}\\))?',
  'iu',
);

/** Reads a law, charter or the Party's platform by its name. `"Luật Đất đai (sửa đổi) được"` → `Luật Đất đai (sửa đổi)`. */
export function readNamedLaw(words: string, lower: string, mark: TypeMark): ProgrammeDraft | null {
  if (mark.type.words === 'điều lệ') return readCharter(words, mark);
  if (mark.type.words === 'hiến pháp') return readSingle(words, mark, CONSTITUTION, '');
  if (mark.type.words === 'cương lĩnh') return readSingle(words, mark, PLATFORM, '');
  return mark.type.kind === 'law' ? readLaw(words, lower, mark) : null;
}

/** True where `luật` is part of another word or name: `kỷ luật`, `luật sư`, `Trường Đại học Luật`. */
export function isPartOfName(lower: string, { type, start, end }: TypeMark): boolean {
  if (type.kind !== 'law') return false;
  const before = lower.slice(Math.max(0, start - 14), start);
  return VETO_BEFORE.test(before) || readAt(VETO_AFTER, lower, end) !== null;
}

function readCharter(words: string, mark: TypeMark): ProgrammeDraft | null {
  const found = readAt(CHARTER, words, mark.end);
  if (!found || (!mark.capital && !found.groups?.['party'])) return null;
  const name = found.groups?.['party'] ? 'đảng' : found[0].trim().toLowerCase();
  return draftOf(mark, mark.end + found[0].length, name);
}

function readSingle(
  words: string,
  mark: TypeMark,
  pattern: RegExp,
  name: string,
): ProgrammeDraft | null {
  if (!mark.capital) return null;
  const found = readAt(pattern, words, mark.end);
  return withYear(words, draftOf(mark, mark.end + (found?.[0].length ?? 0), name));
}

function withYear(words: string, draft: ProgrammeDraft): ProgrammeDraft {
  const year = readAt(PASSED, words, draft.end)?.groups?.['year'];
  const day = year ? null : readAt(DAY, words, draft.end);
  const date = day ? readDate(words, draft.end + day[0].length)?.date : undefined;
  return { ...draft, year: draft.year ?? year ?? date?.slice(0, 4), date: year ?? date };
}

function readLaw(words: string, lower: string, mark: TypeMark): ProgrammeDraft | null {
  if (isPartOfName(lower, mark)) return null;
  const known = readAt(KNOWN, lower, mark.end);
  const nameStart = mark.end + 1;
  const capitalName = isUpperAt(words, nameStart);
  if (!mark.capital && !(capitalName && known)) return null;
  const found = known ?? readAt(UNKNOWN_NAME, words, mark.end);
  if (!found) return null;
  const nameEnd = mark.end + found[0].length;
  const name = known?.groups?.['name'] ?? found[0].trim().toLowerCase();
  const end = nameEnd + (readAt(REVISION, lower, nameEnd)?.[0].length ?? 0);
  const named = withNumber(words, draftOf(mark, end, name.replace(/ +/g, ' ')));
  return withYear(words, named);
}

function withNumber(words: string, draft: ProgrammeDraft): ProgrammeDraft {
  const to = readAt(NUMBERED, words, draft.end);
  const symbol = to && readSymbol(words, draft.end + to[0].length, false);
  if (!symbol) return draft;
  const closed = to[0].includes('(') && words.charAt(symbol.end) === ')' ? 1 : 0;
  return {
    ...draft,
    end: symbol.end + closed,
    number: symbol.number,
    digits: symbol.digits,
    year: symbol.year,
    issuerCode: symbol.issuerCode,
    issuer: symbol.issuerCode ? decodeIssuer(symbol.issuerCode) : undefined,
    term: symbol.issuerCode ? assemblyTerm(symbol.issuerCode) : undefined,
  };
}

function draftOf(mark: TypeMark, end: number, name: string): ProgrammeDraft {
  const { kind, words } = mark.type;
  return { start: mark.start, end, kind, rule: 'named-law', name: `${words} ${name}`.trim() };
}
