import type { Figure } from '../../annotation.ts';
import lexicon from './description-words.json' with { type: 'json' };
import { plainWord } from './plain-spelling.ts';

/** What a figure is a figure of. */
export interface Description {
  /** As shown, cut with an ellipsis where the text says more: `kết nạp đảng viên mới`. */
  label: string;
  /** Equal for equal descriptions however they are spelled; `''` where nothing says what is measured. */
  key: string;
  /** Whether it is a part of something of which the text does not say which part: no two of them are one thing. */
  isVaguePart: boolean;
}

/** As many words of a clause tell what a figure is of; what follows them tells more. */
const MOST_WORDS = 6;
const WORD = /[\p{L}\p{M}]+/gu;
const LIGHT_BEFORE = new Set(lexicon.before);
const LIGHT_AFTER = new Set(lexicon.after);
const PHRASE = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${lexicon.phrases.join('|')})(?![\\p{L}\\p{M}])`,
  'giu',
);
const DATE =
  /(?:(?:trong|đến|từ|tính|hết|cuối|đầu|giữa|năm|tháng|quý|ngày|giai đoạn|nhiệm kỳ)\s{1,2}){0,5}(?:\d{1,2}\s?[/-]\s?){0,2}(?:19|20)\d{2}(?:\s?[-–—]\s?(?:19|20)?\d{2})?/giu;
/** What every date has, and is found much sooner. */
const YEAR = /(?:19|20)\d{2}/;
const BREAK = /[,;:()\n“”"]|\.\s/g;
const CLAUSE_BREAK = /[;:\n]|\.\s/g;
const BRACKETS = /\([^()]*\)/g;
const PART = /(?<![\p{L}\p{M}])(?:trong đó|trong số đó|trong số này|riêng)(?![\p{L}\p{M}])/giu;
/** What every such word has, and is found much sooner. */
const MAYBE_PART = /trong|riêng/i;
const AND = /(?<![\p{L}\p{M}])và(?![\p{L}\p{M}])/giu;
/** `đảng viên và 1 tổ chức đảng bị kỷ luật`: what is said of the second is said of the first. */
const SHARED = /^\s*và \d[\d.,]*[^,;:().\n\d]{0,60}?\s(?=(?:bị|được)\s)/u;
const LINK = /(?<![\p{L}\p{M}])(?:với|có|gồm|và|cùng)(?![\p{L}\p{M}])/giu;
const AFTER_END =
  /[,;:().\n“”"\d]|(?<![\p{L}\p{M}])(?:so với|nhưng|song|tuy|trong đó|để|nhằm|nhờ|vì|do|sau|trước|khi|theo (?:báo cáo|số liệu|thống kê|kế hoạch|quy định)|qua đó|góp phần|tăng|giảm|chiếm|đạt tỷ lệ)(?![\p{L}\p{M}])/iu;

/**
 * Says what a figure is a figure of, from its own fields and the words around it in its sentence: 120 in
 * `"Năm 2022, Đảng bộ huyện kết nạp được 120 đảng viên"` → `kết nạp đảng viên`. Who has it and when are left out.
 */
export function describeFigure(figure: Figure, sentence: string): Description {
  const { property, subject = '', scope = '' } = figure;
  if (property) {
    const own = trimLight(withoutScope(withoutDates(property), scope));
    return described([same(own || property), same(subject)], false);
  }
  if (!subject && NAMED.has(figure.kind)) return described([], false);
  const before = withoutScope(sentence.slice(0, figure.start), scope);
  const after = wordsAfter(sentence.slice(figure.end), subject, scope);
  const part = SHARES.has(figure.kind) ? WHOLE : partOf(before, subject, after.key);
  const { restriction } = part;
  if (restriction !== undefined)
    return described([same(subject), after, same(`(${restriction})`)], part.isVague);
  return described([wordsBefore(before), same(subject), after], part.isVague);
}

/** Words of which all tell something. */
function same(text: string): Stretch {
  return { key: text, label: text };
}

function described(parts: readonly Stretch[], isVaguePart: boolean): Description {
  const said = parts.filter(({ key }) => key !== '');
  const label = said.map((part) => part.label).join(' ');
  const words = said.flatMap(({ key }) => key.match(WORD) ?? []);
  return { label, key: words.map(plainWord).join(' '), isVaguePart };
}

function withoutDates(text: string): string {
  return YEAR.test(text) ? text.replace(DATE, ' ') : text;
}

/** Takes a body's name out of a text, at a sentence's start too, where its first letter is a capital one. */
function withoutScope(text: string, scope: string): string {
  if (!scope) return text;
  const capital = scope.charAt(0).toUpperCase() + scope.slice(1);
  return text.replaceAll(scope, ' ').replaceAll(capital, ' ');
}

/** Words of no meaning of their own taken off both ends: `diện tích rừng của` → `diện tích rừng`. */
function trimLight(text: string): string {
  const words = text.trim().split(/\s+/);
  const first = words.findIndex((word) => !isLight(word));
  return words.slice(first, words.findLastIndex((word) => !isLight(word)) + 1).join(' ');
}

function isLight(word: string): boolean {
  return LIGHT_AFTER.has(word.toLowerCase());
}

/** What is done in the clause before a figure; nothing where it is just there: `hiện có`. */
function wordsBefore(before: string): Stretch {
  const clause = withoutDates(lastPiece(before, BREAK));
  const number = clause.search(/\d[^\d]*$/);
  const own = number < 0 ? clause : (afterLast(clause.slice(number + 1), LINK) ?? '');
  const last = afterLast(own, AND) ?? own;
  const all = telling(last, LIGHT_BEFORE, before.trim() === last.trim());
  const words = all.slice(-MOST_WORDS);
  const { key, label } = stretch(last, words[0]?.index ?? 0, words);
  return { key, label: all.length > words.length ? `…${label}` : label };
}

/** What is said of the things counted: `thành lập chi ủy` after `51/51 chi bộ`. */
function wordsAfter(rest: string, subject: string, scope: string): Stretch {
  const behind = rest.trimStart();
  const told = behind.startsWith(subject) ? behind.slice(subject.length) : behind;
  const said = withoutScope(told.replace(SHARED, ''), scope);
  const end = said.search(AFTER_END);
  const clause = end < 0 ? said : said.slice(0, end);
  const all = telling(clause, LIGHT_AFTER, false);
  const words = all.slice(0, MOST_WORDS);
  const { key, label } = stretch(clause, 0, words);
  return { key, label: all.length > words.length ? `${label}…` : label };
}

/** Some words of a clause: those that tell something, and the clause as far as they go. */
interface Stretch {
  key: string;
  label: string;
}

const NOTHING: Stretch = { key: '', label: '' };

function stretch(clause: string, from: number, words: readonly RegExpExecArray[]): Stretch {
  const last = words.at(-1);
  if (!last) return NOTHING;
  const label = clause
    .slice(from, last.index + last[0].length)
    .replace(/\s+/g, ' ')
    .trim();
  return { key: words.map(([word]) => word).join(' '), label };
}

/** The words that tell something: no light ones, no bodies and no names; a sentence's first word is none for its capital. */
function telling(
  text: string,
  light: ReadonlySet<string>,
  isSentenceStart: boolean,
): RegExpExecArray[] {
  const bare = text.replace(PHRASE, (phrase) => ' '.repeat(phrase.length));
  const opening = isSentenceStart ? text.search(WORD) : -1;
  return [...bare.matchAll(WORD)].filter((match) => {
    const [word] = match;
    const lower = word.toLowerCase();
    const isName = word !== lower && match.index !== opening;
    return !isName && !light.has(lower);
  });
}

/** Kinds that say what they are of only by their own fields: the words around them lead elsewhere. */
const NAMED: ReadonlySet<Figure['kind']> = new Set(['percentage', 'ratio', 'multiple', 'duration']);
/** Kinds that name their own whole. */
const SHARES: ReadonlySet<Figure['kind']> = new Set(['percentage', 'ratio']);

interface Part {
  /** The part it is: `chi bộ khu dân cư` of 935 in `"Trong đó, 51 chi bộ khu dân cư với 935 đảng viên"`. */
  restriction?: string;
  isVague: boolean;
}

const WHOLE: Part = { isVague: false };

/** Which part of a whole a figure is of, where its sentence goes into parts. */
function partOf(before: string, subject: string, after: string): Part {
  const start = MAYBE_PART.test(before) ? afterLast(before, PART) : undefined;
  if (start === undefined) return WHOLE;
  const clause = lastPiece(start.replace(BRACKETS, ' '), CLAUSE_BREAK);
  const number = clause.search(/\d[^\d]*$/);
  const linked = number < 0 ? undefined : beforeLast(clause.slice(number + 1), LINK);
  const restriction = linked && fromWordToWord(linked);
  if (restriction) return { restriction, isVague: false };
  // Two syllables are a bare noun, which the whole is counted in as well.
  const isBare = subject.split(/\s+/).length <= 2 && after === '';
  return { isVague: isBare };
}

/** Without the signs before its first word and behind its last: `% chi bộ xã, thị trấn,` → `chi bộ xã, thị trấn`. */
function fromWordToWord(text: string): string {
  const words = [...text.matchAll(WORD)];
  return stretch(text, words[0]?.index ?? 0, words).label;
}

function lastPiece(text: string, breaks: RegExp): string {
  return text.slice(endOfLast(text, breaks) ?? 0);
}

function afterLast(text: string, pattern: RegExp): string | undefined {
  const end = endOfLast(text, pattern);
  return end === undefined ? undefined : text.slice(end);
}

function beforeLast(text: string, pattern: RegExp): string | undefined {
  const last = [...text.matchAll(pattern)].at(-1);
  return last && text.slice(0, last.index);
}

function endOfLast(text: string, pattern: RegExp): number | undefined {
  let end: number | undefined;
  pattern.lastIndex = 0;
  while (pattern.test(text)) end = pattern.lastIndex;
  return end;
}
