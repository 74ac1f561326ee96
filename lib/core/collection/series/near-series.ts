import { foldText } from '../../text.ts';
import lexicon from './description-words.json' with { type: 'json' };
import { plainSpelling } from './plain-spelling.ts';

/** Why two names may be one. */
export interface Nearness {
  why: 'diacritics' | 'order' | 'abbreviation' | 'filler' | 'body' | 'more';
  /** The words that one has and the other has not. */
  words: string;
}

const WORD = /[\p{L}\p{M}\d]+/gu;
const FILLERS = new Set(lexicon.fillers.map(foldText));
const ABBREVIATIONS = new Map(Object.entries(lexicon.abbreviations));
/** A committee speaks for the level it heads: `Huyện ủy Mẫu` for `huyện Mẫu`. */
const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/(?<=huyện|tỉnh|quận) (?:ủy|uỷ)(?![\p{L}\p{M}])/gu, ''],
  [/thành (?:ủy|uỷ)(?![\p{L}\p{M}])/gu, 'thành phố'],
  [/thị (?:ủy|uỷ)(?![\p{L}\p{M}])/gu, 'thị xã'],
  [
    /(?:đảng bộ|đảng ủy|đảng uỷ|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|ban chấp hành|ban thường vụ)/gu,
    ' ',
  ],
];
/** A shorter name says too little for a word more to say the same. */
const LEAST_WORDS = 4;

/** A name without what two people may write differently of one thing: fillers, word order, abbreviations, diacritics. */
export function looseSubject(name: string): string {
  return expanded(name).filter(notFiller).sort().join(' ');
}

/** As `looseSubject`, and without the body that speaks for a place: `Đảng bộ huyện Mẫu` → that of `huyện Mẫu`. */
export function looseOrganisation(name: string): string {
  return looseSubject(withoutBody(name));
}

/** The loose names that a name comes to without one of its words, or two that stand together. */
export function shorterSubjects(name: string): string[] {
  const words = expanded(name).filter(notFiller);
  const names = new Set<string>();
  for (const count of [1, 2]) {
    if (words.length - count < LEAST_WORDS) break;
    for (let at = 0; at + count <= words.length; at++) {
      names.add(words.toSpliced(at, count).sort().join(' '));
    }
  }
  return [...names];
}

/** Says why two names may be one; none of names spelled alike. */
export function nearness(one: string, other: string): Nearness | undefined {
  if (plainSpelling(one) === plainSpelling(other)) return undefined;
  const words = difference(one, other);
  if (foldText(one) === foldText(other)) return { why: 'diacritics', words };
  if (sorted(one) === sorted(other)) return { why: 'order', words };
  const [a, b] = [expanded(one), expanded(other)].map((each) => [...each].sort().join(' '));
  if (a === b) return { why: 'abbreviation', words };
  if (looseSubject(one) === looseSubject(other)) return { why: 'filler', words };
  const isBody = looseOrganisation(one) === looseOrganisation(other);
  return { why: isBody ? 'body' : 'more', words };
}

function expanded(name: string): string[] {
  return (name.toLowerCase().match(WORD) ?? []).flatMap((word) =>
    foldText(ABBREVIATIONS.get(word) ?? word).split(' '),
  );
}

function withoutBody(name: string): string {
  const full = name
    .toLowerCase()
    .replace(WORD, (word) => ABBREVIATIONS.get(word) ?? word)
    .replace(/\s+/g, ' ');
  const plain = LEVELS.reduce((text, [body, level]) => text.replace(body, level), full).trim();
  return plain || full;
}

function notFiller(word: string): boolean {
  return !FILLERS.has(word);
}

function sorted(name: string): string {
  return (foldText(name).match(WORD) ?? []).sort().join(' ');
}

/** The words of either name that the other has not: `toàn` of `toàn đảng viên` and `đảng viên`. */
function difference(one: string, other: string): string {
  return [...wordsOnlyIn(one, other), ...wordsOnlyIn(other, one)].join(' ');
}

function wordsOnlyIn(one: string, other: string): string[] {
  const known = new Set(other.toLowerCase().match(WORD));
  return (one.match(WORD) ?? []).filter((word) => !known.has(word.toLowerCase()));
}
