import { skipSpaces } from './boundary.ts';
import { detailsBefore, readDetails } from './document-details.ts';
import type { TypeMark } from './document-types.ts';
import { ORDINAL, ordinalValue, readTerm, toRoman } from './party-terms.ts';
import type { ProgrammeDraft } from './programme-draft.ts';
import { readAny, readAt, sticky } from './sticky.ts';

const CENTRAL = '(?:Trung ương|T\\. ?[ƯUW]|TW|TƯ)(?: Đảng)?';
const COMMITTEE = `(?:(?:Ban Chấp hành|BCH) )?${CENTRAL}(?: Đảng)?(?: Cộng sản Việt Nam)?`;
const PLENUM_FORMS = [
  `(?: của)?(?: Hội nghị)?(?: lần thứ)? ${COMMITTEE} ?(?:lần thứ )?(?<n>${ORDINAL})`,
  `(?:/|-| ?)TW ?(?<n>\\d{1,2})(?![\\p{L}\\p{N}/-])`,
  `(?: của)? Hội nghị(?: Trung ương)? lần thứ (?<n>${ORDINAL})(?:,| -| của)?(?: ${COMMITTEE})?`,
  `(?: Hội nghị)? lần thứ (?<n>${ORDINAL})(?:,| của)? ${COMMITTEE}`,
].map((form) => sticky(form, 'iu'));
const GLUED_PLENUM = sticky(` ?(?<n>\\d{1,2})(?![\\p{L}\\p{N}/-])`);
const NEXT_PLENUM = sticky(` ?(?:,|và) ?(?=\\d{1,2}(?![\\p{L}\\p{N}/.-]))`);
const PLENUM_NUMBER = sticky('\\d{1,2}');
const COUNTED = sticky(' (?:năm|tháng|ngày|nội dung|nhiệm vụ|vấn đề|nghị quyết|lần|người)');
/** What the forms of a plenum go on with, in lower case: `của`, `Hội nghị`, `lần`, `Trung ương`, `BCH`, signs, digits. */
const PLENUM_LETTERS = new Set('chlbt/-0123456789');
/** … and those of a congress: `của`, `Đại hội`. */
const CONGRESS_LETTERS = new Set('cđ');

function goesOn(words: string, end: number, letters: ReadonlySet<string>): boolean {
  return letters.has(words.charAt(skipSpaces(words, end, 3)).toLowerCase());
}

const PLENUM_TYPES = new Set(['resolution', 'conclusion', 'notice', 'regulation']);

/**
 * Reads the resolutions of a plenum of the central committee.
 * `"Nghị quyết Trung ương 4 (khóa XII)"` → number 4, term XII; `"… Trung ương 6, 7 khóa XII"` → two.
 */
export function readPlenum(words: string, mark: TypeMark, year?: string): ProgrammeDraft[] {
  const { type } = mark;
  if (!PLENUM_TYPES.has(type.kind) || !goesOn(words, mark.end, PLENUM_LETTERS)) return [];
  const found =
    type.words === 'nqtw'
      ? readAt(GLUED_PLENUM, words, mark.end)
      : readAny(PLENUM_FORMS, words, mark.end);
  const ordinal = found?.groups?.['n'];
  if (!found || !ordinal) return [];
  let draft = plenumDraft(words, mark, mark.start, mark.end + found[0].length, ordinal);
  if (!draft) return [];
  const drafts = [draft];
  for (let link = readAt(NEXT_PLENUM, words, draft.end); link && drafts.length < 8;) {
    const start = draft.end + link[0].length;
    const number = readAt(PLENUM_NUMBER, words, start)?.[0] ?? '';
    const next = plenumDraft(words, mark, start, start + number.length, number);
    if (!next) break;
    drafts.push(next);
    draft = next;
    link = readAt(NEXT_PLENUM, words, draft.end);
  }
  describePlenums(words, drafts, year);
  return drafts;
}

function plenumDraft(
  words: string,
  mark: TypeMark,
  start: number,
  numberEnd: number,
  ordinal: string,
): ProgrammeDraft | null {
  const value = ordinalValue(ordinal);
  if (value < 1 || value > 20 || readAt(COUNTED, words, numberEnd)) return null;
  const term = readTerm(words, numberEnd);
  return {
    start,
    end: term?.end ?? numberEnd,
    kind: mark.type.kind,
    rule: 'plenum',
    number: /^\d/.test(ordinal) ? ordinal : String(value),
    plenum: value,
    issuer: 'Ban Chấp hành Trung ương',
    term: term?.term,
  };
}

function describePlenums(words: string, drafts: readonly ProgrammeDraft[], year?: string): void {
  const [first] = drafts;
  const last = drafts.at(-1);
  if (!first || !last) return;
  const { date, title } = readDetails(words, last.end, year);
  last.title = title;
  for (const draft of drafts) {
    draft.term ??= last.term;
    draft.date = date ?? detailsBefore(words, first.start, year).date;
  }
}

const PLACE = anyInitial(
  'tỉnh|thành phố|tp\\.?|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|khối|cơ quan|tổng công ty|công ty|tập đoàn|' +
    'trường|học viện|bệnh viện|chi cục|cục|bộ|sở|quân khu|quân đội|quân sự|công an|bộ đội biên phòng',
);
/** Capitals, each with the small second half of its word: `Trường Tiểu học Thị trấn Tân Lộc`. */
const PROPER =
  '(?: \\p{Lu}[\\p{L}\\p{M}]{0,12}(?: (?:học|non|phổ thông|cơ sở|trấn|xã|phố|tế|lý|nghiệp|chính|khí|tâm)(?![\\p{L}\\p{M}])){0,2}){0,6}';
const BODY =
  `(?:đảng bộ các cấp|đảng các cấp|(?:đảng bộ|chi bộ)(?: (?:(?:các )?(?:cơ quan|doanh nghiệp)|bộ phận|cơ sở|${PLACE}))?${PROPER}` +
  `|đảng toàn quốc|toàn quốc của đảng|toàn quốc|đảng|(?:công đoàn|đoàn(?: thanh niên)?|hội (?:cựu chiến binh|liên hiệp \\p{L}{2,6} \\p{L}{2,6}|\\p{L}{2,6}(?: \\p{L}{2,6})?)` +
  `|mặt trận tổ quốc|phụ nữ|nông dân|cựu chiến binh)(?: ${PLACE})?${PROPER})`;
const CONGRESS_FORMS = [
  `(?: của)? (?:Đại hội(?: đại biểu)?|ĐHĐB|ĐH)(?:(?!đại hội|nghị quyết|chỉ thị|kết luận)[^.,;:()“”"\\n\\d]){0,70}?(?: lần)? thứ (?<n>${ORDINAL})`,
  `(?: của)? (?:Đại hội(?: đại biểu)?|ĐHĐB|ĐH)(?: (?:đại biểu )?toàn quốc)?(?: Đảng(?: bộ)?(?: toàn quốc| ${PLACE}${PROPER})?)?(?: khóa)? (?<n>[IVX]{1,6})(?![\\p{L}\\p{N}])`,
  `(?: của)? (?:Đại hội(?: đại biểu)?|ĐHĐB|ĐH)(?: đại biểu)? (?<b>${BODY})(?![\\p{L}\\p{M}])(?:,? khóa (?<n>${ORDINAL}))?`,
  ` Đại hội(?= ?(?:$|[.,;:)\\n]| (?:nhiệm kỳ|đề ra|đã đề ra|đã|và|của|vào|được))(?![\\p{L}]))`,
].map((form) =>
  sticky(
    form
      .replace(/[Đđ](?=ảng|ại|oàn)/gu, '[Đđ]')
      .replace(/[Cc](?=hi bộ|ông )/gu, '[Cc]')
      .replace(/h(?=ội \()/gu, '[Hh]')
      .replace(/m(?=ặt trận)/gu, '[Mm]'),
    'u',
  ),
);
const ANY_CASE_FORMS = [
  sticky(
    ` đại hội(?:(?!đại hội|nghị quyết|chỉ thị|kết luận)[^.,;:()“”"\\n\\d]){0,70}?(?: lần)? thứ (?<n>[IVX]{1,6}|\\d{1,2})(?![\\p{L}\\p{N}])`,
    'iu',
  ),
];
/** `a|b` → `(?:[aA]|[bB])`: names of bodies begin with either. */
function anyInitial(words: string): string {
  return `(?:${words.replace(/(^|\|)(\p{L})/gu, (_, bar: string, letter: string) => `${bar}[${letter}${letter.toUpperCase()}]`)})`;
}

/** Whose congress: the body named before or behind the ordinal; the national one by default where the text says so. */
const WHOSE =
  /(?:đảng bộ (?:thành phố|thị xã|thị trấn|\p{L}+)|(?:chi bộ|công đoàn|đoàn|hội|mặt trận)(?: (?!lần|thứ|đại)\p{Ll}[\p{L}\p{M}]*){0,3})/u;
const WHOSE_AFTER = sticky(' (?:của )?(?<body>đảng bộ \\p{L}{2,6}|đảng)(?![\\p{L}\\p{M}])');
const CONGRESS_WORDS = /^ *(?:của )?(?:đại hội|đhđb|đh)(?: đại biểu)?/u;
/** Bodies that prepare the papers and bear their name. */
const DRAFTERS = /(?:Tiểu ban|Tổ|Ban|Phòng) {1,3}$/u;
const CONGRESS_TYPES = new Set(['nghị quyết', 'nq', 'văn kiện']);
/**
 * Reads the resolution or papers of a congress, up to its ordinal or, without one, its body.
 * `"Nghị quyết Đại hội XIII của Đảng"` → `Nghị quyết Đại hội XIII`, term XIII.
 */
export function readCongress(words: string, lower: string, mark: TypeMark): ProgrammeDraft | null {
  if (!CONGRESS_TYPES.has(mark.type.words) || !goesOn(words, mark.end, CONGRESS_LETTERS))
    return null;
  const shouted =
    words.slice(mark.start, mark.end).toUpperCase() === words.slice(mark.start, mark.end);
  for (const form of shouted ? [...CONGRESS_FORMS, ...ANY_CASE_FORMS] : CONGRESS_FORMS) {
    const found = readAt(form, words, mark.end);
    if (!found) continue;
    const ordinal = found.groups?.['n'];
    if (!mark.capital && (!ordinal || mark.type.words === 'văn kiện')) return null;
    if (DRAFTERS.test(words.slice(Math.max(0, mark.start - 10), mark.start))) return null;
    const end = mark.end + found[0].trimEnd().length;
    return {
      start: mark.start,
      end,
      kind: mark.type.kind,
      rule: 'congress',
      term: ordinal ? toRoman(ordinal) || undefined : undefined,
      congress: true,
      name: congressName(found[0], readAt(WHOSE_AFTER, lower, end)?.groups?.['body']),
    };
  }
  return null;
}

function congressName(matched: string, after: string | undefined): string | undefined {
  const named = matched.toLowerCase().replace(CONGRESS_WORDS, '');
  const body = WHOSE.exec(named)?.[0] ?? (/đảng|toàn quốc/u.test(named) ? 'đảng' : after);
  return body && `đại hội ${body.replace(/ +/g, ' ').trim()}`;
}
