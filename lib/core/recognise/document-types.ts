import type { ProgrammeKind } from '../annotation.ts';
import { isDigitAt, isUpperAt, isWordAt, singleSpaced } from './boundary.ts';
import data from './document-types.json' with { type: 'json' };
import { prefixTree, startsWord } from './sticky.ts';

/** A word that names a type of document, programme or campaign. */
export interface DocumentType {
  words: string;
  kind: ProgrammeKind;
  /** Never a verb, so a number right after it counts in lower case too. */
  noun?: boolean;
  /** Followed by its title without quotes: `Đề án nâng cao …`. */
  titled?: boolean;
  /** An established name by itself. */
  alone?: boolean;
  /** A movement or campaign. */
  drive?: boolean;
  /** An abbreviation in capitals: `NQ`. */
  short?: boolean;
  /** Known by name: a bare number behind it is a year or a count. */
  unnumbered?: boolean;
  /** Numbers that name one in common speech: `chương trình 135`. */
  numbers?: string[];
  /** Codes in a symbol that stand for it. */
  codes?: string[];
}

/** A type word at its place in a text. */
export interface TypeMark {
  type: DocumentType;
  start: number;
  end: number;
  /** True where its first letter is a capital. */
  capital: boolean;
}

const types = data as DocumentType[];
const byWords = new Map(types.map((type) => [type.words, type]));
const byCode = new Map(types.flatMap((type) => (type.codes ?? []).map((code) => [code, type])));
/** A pattern for every type word in a lower-case text. */
export const TYPE_WORDS = prefixTree(types.filter(({ short }) => !short).map(({ words }) => words));

/** Abbreviations in capitals, where a number or body follows. */
export const SHORT_TYPES = new RegExp(
  `(?:${types
    .filter(({ short }) => short)
    .map(({ words }) => (words === 'ctr' ? 'CTr' : words.toUpperCase()))
    .toSorted((a, b) => b.length - a.length)
    .join('|')})(?= {0,2}(?:số|\\d|/?TW|T\\.|Trung|Đ))`,
  'g',
);

/** The type word `TYPE_WORDS` or `SHORT_TYPES` found, or null where it is part of another word. */
export function toTypeMark(words: string, start: number, matched: string): TypeMark | null {
  const type = byWords.get(singleSpaced(matched).toLowerCase());
  const end = start + matched.length;
  if (!type || !startsWord(words, start)) return null;
  const capital = isUpperAt(words, start);
  if (type.short) return isWordAt(words, start - 1) ? null : { type, start, end, capital };
  return isWordAt(words, end) && !isDigitAt(words, end) ? null : { type, start, end, capital };
}

/** True where a text is a type word and nothing else: `"Đề án"`. */
export function isTypeWord(text: string): boolean {
  return byWords.has(text.toLowerCase());
}

const LEADING_TYPE = new RegExp(`^(?:${TYPE_WORDS})(?![\\p{L}\\p{M}])`, 'u');

/** The type word a name begins with: `"Đề án 06"` → `"đề án"`; undefined for none. */
export function typeWordOf(name: string): string | undefined {
  return LEADING_TYPE.exec(name.toLowerCase())?.[0];
}

/** The type a symbol's code stands for: `"CT"` → directive. */
export function typeOfCode(code: string): DocumentType | undefined {
  return byCode.get(code) ?? byCode.get(code.replace('CTR', 'CTr').replace('TTR', 'TTr'));
}
