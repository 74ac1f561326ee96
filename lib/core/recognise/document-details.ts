import { UnitSet, wordBefore } from './boundary.ts';
import { readDate } from './document-dates.ts';
import { issuerAtEnd, readIssuer } from './issuers.ts';
import { ORDINAL, readTerm } from './party-terms.ts';
import { readAt, sticky } from './sticky.ts';
import { readTitle } from './titles.ts';

/** What the words around a document's number tell of it. */
export interface DocumentDetails {
  /** Offset behind the last detail read. */
  end: number;
  date?: string | undefined;
  issuer?: string | undefined;
  term?: string | undefined;
  title?: string | undefined;
}

const DAY = sticky(' ?[,(;]? ?(?:(?:được )?ban hành |ký )?(?:đề )?ngày ?(?=\\d)', 'iu');
const OF = sticky(' ?,? ?(?:của|do)(?: đồng chí)? ', 'iu');
const BODY_AHEAD = sticky(
  ' ?[,(]? ?(?=(?:Ban (?:Chấp hành|Bí thư|Thường vụ|Tổ chức)|Bộ Chính trị|BCH|Hội nghị) )',
);
const PLENUM = sticky(
  `Hội nghị (?:lần thứ ${ORDINAL}|Trung ương(?: Đảng)? ${ORDINAL}|Trung ương lần thứ ${ORDINAL})(?:,? )?`,
  'iu',
);
const ABOUT = sticky(' ?[,;:]? ?(?:về(?: việc)? ?:? ?)?', 'iu');
/** What an act does is its title, also without `về`. */
const ACT = sticky(
  ' (?=(?:(?:p|P)hê duyệt (?!bởi|tại|ngày)|(?:q|Q)uy định (?:việc|xử phạt|một số|chi tiết|về|chế độ|chức năng)|(?:s|S)ửa đổi, bổ sung|(?:h|H)ướng dẫn (?:thi hành|thực hiện|việc|một số)))',
);
const CLOSED = sticky(' ?\\)');

/** Reads date, issuer, term and title in any order behind a number. `" ngày 6-11-2019 của Huyện ủy"` → date, issuer. */
export function readDetails(words: string, at: number, year?: string): DocumentDetails {
  const details: DocumentDetails = { end: at };
  for (let round = 0; round < 4; round++) {
    if (
      !readDay(words, details, year) &&
      !readBody(words, details) &&
      !readOwnTerm(words, details)
    ) {
      break;
    }
  }
  const acts = details.issuer || details.date ? readAt(ACT, words, details.end) : null;
  const about = acts ?? readAt(ABOUT, words, details.end);
  if (about)
    details.title = readTitle(
      words,
      details.end + about[0].length,
      acts !== null || /về/iu.test(about[0]),
    );
  return details;
}

function readDay(words: string, details: DocumentDetails, year?: string): boolean {
  const day = details.date ? null : readAt(DAY, words, details.end);
  const date = day && readDate(words, details.end + day[0].length, year);
  if (!date) return false;
  const closed = day[0].includes('(') ? readAt(CLOSED, words, date.end) : null;
  details.date = date.date;
  details.end = date.end + (closed?.[0].length ?? 0);
  return true;
}

function readBody(words: string, details: DocumentDetails): boolean {
  if (details.issuer) return false;
  const of = readAt(OF, words, details.end) ?? readAt(BODY_AHEAD, words, details.end);
  if (!of) return false;
  const from = details.end + of[0].length;
  const plenum = readAt(PLENUM, words, from);
  const body = readIssuer(words, from + (plenum?.[0].length ?? 0));
  if (!body && !plenum) return false;
  details.issuer = body?.issuer ?? 'Ban Chấp hành Trung ương';
  details.end = body?.end ?? from + (plenum?.[0].trimEnd().length ?? 0);
  return true;
}

function readOwnTerm(words: string, details: DocumentDetails): boolean {
  const term = details.term ? null : readTerm(words, details.end);
  if (!term) return false;
  details.term = term.term;
  details.end = term.end;
  return true;
}

/** How far back a sentence is searched for who issued a document, and when. */
const LOOK_BACK = 200;
const ISSUES = 'ban hành|thông qua|ra|ký|phê duyệt';
const DETERMINERS = 'các|những';
const ISSUED = new RegExp(
  `(?: đã| vừa| cũng| mới| tiếp tục| kịp thời| chủ động)*(?: xây dựng(?:,| và))?(?: ký)?(?: (?:${ISSUES}))(?: (?:${DETERMINERS}))?[ :]*$`,
  'iu',
);
/** The last word of whatever `ISSUED` matches: most clauses end with none of them, and a search for it is long. */
const ISSUED_ENDS = new Set(
  `${ISSUES}|${DETERMINERS}`.split('|').map((words) => words.split(' ').at(-1)),
);
/** A day, but not one behind a number, which is that document's. */
const BEFORE_DAY = /(?<![/-][\p{L}\d]{1,16},? {1,3})(?<![\p{L}\p{M}])ngày (\d[^,]{2,24})/giu;

/** Reads who issued a document, and when, from the clause before it. `"Ngày 22-7-2019, Huyện ủy đã ban hành "` → both. */
export function detailsBefore(words: string, start: number, year?: string): DocumentDetails {
  const details: DocumentDetails = { end: start };
  const clause = clauseBefore(words, start);
  const issued = mayEndIssued(clause) ? ISSUED.exec(clause) : null;
  if (!issued) return details;
  const before = clause.slice(0, issued.index).replace(/[ ,]+$/, '');
  details.issuer = issuerAtEnd(before);
  for (const [, written = ''] of before.matchAll(BEFORE_DAY)) {
    details.date = readDate(written, 0, year)?.date ?? details.date;
  }
  return details;
}

function mayEndIssued(clause: string): boolean {
  let end = clause.length;
  while (' :'.includes(clause.charAt(end - 1) || '.')) end--;
  return ISSUED_ENDS.has(wordBefore(clause, end).toLowerCase());
}

/** What stands before an offset in its sentence, 200 units at most. */
export function clauseBefore(words: string, start: number): string {
  const window = words.slice(Math.max(0, start - LOOK_BACK), start);
  return window.slice(lastSentence(window));
}

const SENTENCE_ENDS = new UnitSet('.;!?\n');

/** Where the last sentence of a text begins. */
function lastSentence(text: string): number {
  for (let at = text.length - 1; at >= 0; at--) {
    const ends = SENTENCE_ENDS.isAt(text, at);
    if (ends && /\s/.test(text.charAt(at + 1) || ' ')) return at + 1;
  }
  return 0;
}
