import { skipSpaces, UnitSet } from './boundary.ts';
import { clauseBefore, detailsBefore, readDetails } from './document-details.ts';
import type { DocumentSymbol } from './document-symbols.ts';
import { plainDigits, readSymbol } from './document-symbols.ts';
import type { DocumentType, TypeMark } from './document-types.ts';
import { typeOfCode } from './document-types.ts';
import { assemblyTerm, decodeIssuer, localIssuer, readIssuer } from './issuers.ts';
import { termOfDate } from './party-terms.ts';
import { GOES_ON, WORD_END } from './particles.ts';
import type { ProgrammeDraft } from './programme-draft.ts';
import { readAt, sticky } from './sticky.ts';

/** Numbered documents that begin at one type word, with the offset to read on from. */
export interface NumberedDocuments {
  drafts: ProgrammeDraft[];
  end: number;
}

const TO_NUMBER = sticky(' ?(?:\\( ?)?(?:số|Số|SỐ)? ?:? ?(?=\\d)');
const OF = sticky(' (?:của )?');
/** What a document is on may stand before its number: `Kế hoạch kiểm tra số …`; no other type word may. */
const TOPIC = sticky(
  '(?: (?!nghị|chỉ thị|kết luận|quyết định|quy định|quy chế|kế hoạch|hướng dẫn|đề án|chương trình|thông|công văn|số )\\p{Ll}[\\p{L}\\p{M}]{0,7}){1,3} số ?:? ?(?=\\d)',
);
const BARE_NUMBER = sticky('(\\d{1,4}[a-z]?)(?![\\p{L}\\p{N}%‰]|[.,/]\\d| ?[-–/] ?\\d| ?%)');
/** Words that make the number before them a count, not a document's number. */
const COUNTED = sticky(
  ' (?:năm(?! (?:19|20)\\d{2})|tháng|ngày(?! \\d)|tuần|giờ|phút|lần|điểm|điều|phần|nội dung|nhiệm vụ|giải pháp|nhóm|chỉ tiêu|tiêu chí|' +
    'vấn đề|vụ|việc|trường hợp|đồng chí|người|đảng viên|chi bộ|cán bộ|xã|huyện|thôn|hộ|triệu|tỷ|tỉ|nghìn|ngàn|đồng|ha|mô hình|' +
    `công trình|dự án|đề án|nghị quyết|văn bản|khâu|đột phá|trụ cột|mục tiêu|cấp|đơn vị|ngành|sản phẩm|ý kiến)${WORD_END}`,
);
/** Abbreviations that a bare number makes a document, glued or apart; `CT318` is a code. */
const GLUED = new Set(['nq', 'nđ']);
const APART = new Set([...GLUED, 'ct']);
const BEHIND = sticky(GOES_ON);
const NEXT_IN_LIST = sticky(' ?(?:,|;|&|, và|; và|và|hay|hoặc|cùng) ?(?<number>số:? ?)?(?=\\d)');
const LIST_END = sticky(
  '(?= ?(?:$|[.,;:)\\n”"]| (?:của|về|khóa|ngày|do|và|Hội nghị|Bộ Chính trị|Ban|Trung ương)(?![\\p{L}])))',
);
const PLURAL = /(?:^|[^\p{L}])(?:các|những|hai|ba|bốn|Các|Những|\d{1,2}) $/u;
const MOST_IN_LIST = 12;

/** Reads the numbered documents at a type word. `"Nghị quyết số 18-NQ/TW và 19-NQ/TW"` → two of kind resolution. */
export function readNumbered(
  words: string,
  mark: TypeMark,
  year?: string,
): NumberedDocuments | null {
  const first = readFirst(words, mark);
  if (!first) return null;
  const drafts = [toDraft(mark.type, mark.start, first)];
  const plural = PLURAL.test(words.slice(Math.max(0, mark.start - 8), mark.start));
  let end = addDetails(words, drafts, year);
  for (let count = 1; count < MOST_IN_LIST; count++) {
    const next = readNext(words, drafts.at(-1)?.end ?? end, end, plural);
    if (!next) break;
    drafts.push(toDraft(mark.type, next.start, next));
    end = addDetails(words, drafts, year);
  }
  shareBefore(words, drafts, year);
  return { drafts, end };
}

/** A document's symbol, or its digits alone. */
type Reading = Partial<DocumentSymbol> & Pick<DocumentSymbol, 'end' | 'number' | 'digits'>;

/** What `TO_NUMBER` goes on with. */
const NUMBER_SIGNS = new UnitSet('(sS:0123456789');

function readFirst(words: string, mark: TypeMark): Reading | null {
  const isDirect = NUMBER_SIGNS.isAt(words, skipSpaces(words, mark.end, 3));
  const direct = isDirect ? readAt(TO_NUMBER, words, mark.end) : null;
  if (direct) return readNumber(words, mark, mark.end + direct[0].length, /số/iu.test(direct[0]));
  const topic = mark.capital ? readAt(TOPIC, words, mark.end) : null;
  if (topic) return readSymbol(words, mark.end + topic[0].length, false);
  const of = readAt(OF, words, mark.end);
  const body = of && readIssuer(words, mark.end + of[0].length);
  const later = body && readAt(TO_NUMBER, words, body.end);
  if (!later || !/số/iu.test(later[0])) return null;
  return readNumber(words, mark, body.end + later[0].length, true);
}

function readNumber(words: string, mark: TypeMark, at: number, said: boolean): Reading | null {
  const symbol = readSymbol(words, at, true);
  if (symbol) return symbol;
  const bare = mark.type.unnumbered ? null : readBare(words, at);
  if (!bare || (said && mark.type.short !== true)) return bare;
  if (mark.type.drive && bare.number.length < 2) return null;
  if (mark.type.short && !(at === mark.end ? GLUED : APART).has(mark.type.words)) return null;
  if (readAt(COUNTED, words, bare.end) && !/^0\d/.test(bare.number)) return null;
  if (mark.type.numbers?.includes(bare.number.toLowerCase())) return bare;
  if (readAt(BEHIND, words, bare.end)) return mark.type.noun || mark.capital ? bare : null;
  const named = mark.type.noun || (mark.type.drive && mark.capital);
  return named && !readAt(COUNTED, words, bare.end) ? bare : null;
}

function readBare(words: string, at: number): Reading | null {
  const found = readAt(BARE_NUMBER, words, at);
  const number = found?.[1];
  if (!number) return null;
  return { end: at + number.length, number, digits: plainDigits(number) };
}

function readNext(
  words: string,
  afterNumber: number,
  afterDetails: number,
  plural: boolean,
): (Reading & { start: number }) | null {
  for (const from of new Set([afterNumber, afterDetails])) {
    const link = readAt(NEXT_IN_LIST, words, from);
    if (!link) continue;
    const said = link.groups?.['number'] ?? '';
    const at = from + link[0].length;
    const start = at - said.length;
    const symbol = readSymbol(words, at, said !== '');
    if (symbol) return { ...symbol, start };
    const bare = readBare(words, at);
    const ends = bare && readAt(LIST_END, words, bare.end);
    if (bare && (said || plural || ends) && !readAt(COUNTED, words, bare.end)) {
      return { ...bare, start };
    }
  }
  return null;
}

function toDraft(type: DocumentType, start: number, reading: Reading): ProgrammeDraft {
  const { end, number, digits, year, code, issuerCode } = reading;
  return {
    start,
    end,
    kind: type.words === 'văn bản' && code ? (typeOfCode(code)?.kind ?? type.kind) : type.kind,
    rule: issuerCode || code ? 'document-number' : 'short-number',
    number,
    digits,
    year,
    code,
    issuerCode,
    term: issuerCode ? assemblyTerm(issuerCode) : undefined,
  };
}

/** Gives the last draft what stands behind its number; returns where that ends. */
function addDetails(words: string, drafts: readonly ProgrammeDraft[], year?: string): number {
  const last = drafts.at(-1);
  if (!last) return 0;
  const details = readDetails(words, last.end, year);
  last.date = details.date;
  last.issuer = details.issuer;
  last.term = details.term ?? last.term;
  last.title = details.title;
  return details.end;
}

/** Documents listed together share the issuer and term named behind the last, and what the clause before says. */
function shareBefore(words: string, drafts: readonly ProgrammeDraft[], year?: string): void {
  const [first] = drafts;
  const last = drafts.at(-1);
  if (!first || !last) return;
  const before = detailsBefore(words, first.start, year);
  for (const draft of drafts) {
    if (drafts.length === 1) draft.date ??= before.date;
    draft.issuer ??= (isOf(draft, last) ? last.issuer : undefined) ?? before.issuer;
    draft.decoded = draft.issuerCode !== undefined && draft.issuer === undefined;
    draft.issuer ??= draft.issuerCode ? issuerOfCode(words, draft, draft.issuerCode) : last.issuer;
    draft.term ??= last.term ?? termOfNumber(draft);
  }
}

const CENTRAL = /^(?:Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương|Trung ương)/;

/** Whether the body named behind a row's last document may be this one's: its code, if any, is the centre's. */
function isOf({ issuerCode }: ProgrammeDraft, last: ProgrammeDraft): boolean {
  if (issuerCode === undefined) return true;
  return issuerCode === 'TW' && !last.issuerCode && CENTRAL.test(last.issuer ?? '');
}

/** What stands between documents named side by side. */
const SIDE_BY_SIDE = /^(?:[ ,(]{1,3}ngày [\d/.-]{6,10}\)?)?(?:,|;| và|, và) {0,3}$/u;
const WIDEST_GAP = 30;

/**
 * Gives a document whose body only its code tells the body named behind its neighbour.
 * `"Nghị quyết số 1-NQ/TW và Nghị quyết số 2-NQ/TW của Bộ Chính trị"` → Bộ Chính trị on both.
 */
export function shareBehind(words: string, drafts: readonly ProgrammeDraft[]): void {
  let next: ProgrammeDraft | undefined;
  for (const draft of drafts.toReversed()) {
    const untold = draft.decoded || (draft.digits && !draft.issuer);
    if (next?.issuer && untold && !next.decoded && areAlike(draft, next)) {
      const between = words.slice(draft.end, Math.min(next.start, draft.end + WIDEST_GAP));
      if (SIDE_BY_SIDE.test(between)) Object.assign(draft, { issuer: next.issuer, decoded: false });
    }
    next = draft;
  }
}

function areAlike(one: ProgrammeDraft, other: ProgrammeDraft): boolean {
  return one.kind === other.kind && one.issuerCode === other.issuerCode;
}

const CITY =
  /Thành ủy (?:TP\.? ?|thành phố )?(?:Hà Nội|Hải Phòng|Đà Nẵng|Cần Thơ|Huế|Hồ Chí Minh)/u;

/**
 * Where a text tells of a city of the province's rank and of no province's committee, `TU` stands for the city's.
 * `"Thành ủy Hà Nội … 18-NQ/TU"` → Thành ủy.
 */
export function nameCityCommittee(words: string, drafts: readonly ProgrammeDraft[]): void {
  const provincial = drafts.filter(({ decoded, issuer }) => decoded && issuer?.endsWith('Tỉnh ủy'));
  if (provincial.length === 0 || words.includes('Tỉnh ủy') || !CITY.test(words)) return;
  for (const draft of provincial) draft.issuer = draft.issuer?.replace('Tỉnh ủy', 'Thành ủy');
}

function issuerOfCode(words: string, draft: ProgrammeDraft, code: string): string | undefined {
  const local = /^(?:HĐND|UBND)/.test(code)
    ? localIssuer(clauseBefore(words, draft.start), code)
    : '';
  return local || decodeIssuer(code);
}

/** The central committee's term that a date tells: its numbers restart each term. */
function termOfNumber({ issuerCode, date }: ProgrammeDraft): string | undefined {
  return issuerCode?.endsWith('TW') && date ? termOfDate(date) : undefined;
}
