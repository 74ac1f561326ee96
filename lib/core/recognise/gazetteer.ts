import type { ProgrammeKind } from '../annotation.ts';
import type { TypeMark } from './document-types.ts';
import data from './named-programmes.json' with { type: 'json' };
import type { ProgrammeDraft } from './programme-draft.ts';
import { isUpperAt, readAt, spaced, startsWord, sticky } from './sticky.ts';
import { readQuoted } from './titles.ts';

/** A programme or movement known by an established name. */
interface NamedProgramme {
  id: string;
  kind: ProgrammeKind;
  /** The name in small letters, behind its type word; parts of patterns. */
  forms: string[];
  /** How its type word begins; without any, the words for movements. */
  types?: string[];
  /** Common words: a mention only behind a type word or in quotes. */
  typed?: boolean;
  /** A mention only where its type word has a capital. */
  capital?: boolean;
  /** A mention without type word, quotes and capital too. */
  loose?: boolean;
}

const entries = data as NamedProgramme[];
const alternatives = entries
  .flatMap((entry) => entry.forms.map((form) => ({ form, entry })))
  .toSorted((a, b) => b.form.length - a.form.length);
/** One group a form, so that the group that matched tells the entry. */
const NAMES = sticky(
  `(?:${alternatives.map(({ form }) => `(${form})`).join('|')})(?![\\p{L}\\p{M}])`,
);
const TO_NAME = sticky('(?: mang tên)? ?:? ');
const YEARS = sticky(
  ',? giai đoạn (?:19|20)\\d{2} ?[-–] ?(?:19|20)\\d{2}(?: và (?:những năm tiếp theo|định hướng đến năm \\d{4}))?',
);
/** First words of the names that stand without type word and quotes. */
export const FREE_NAMES = spaced(
  'học tập|học và làm|đẩy mạnh học|dân vận khéo|đền ơn|bình dân học vụ',
);
/** Quotes that may open a name. */
export const OPENING_QUOTES = '[“"‘«″]';
const LONGEST_QUOTE = 140;

interface NameMark {
  entry: NamedProgramme;
  end: number;
}

function readName(lower: string, at: number): NameMark | null {
  const found = readAt(NAMES, lower, at);
  if (!found) return null;
  const group = found.findIndex((part, index) => index > 0 && part !== undefined);
  const entry = alternatives[group - 1]?.entry;
  return entry ? { entry, end: at + found[0].length } : null;
}

/** The established programme a name begins with: `"dân vận khéo năm 2024"` → `"dân vận khéo"`; undefined for others. */
export function establishedName(lower: string, at: number): string | undefined {
  return readName(lower, at)?.entry.id;
}

/** Reads an established name behind a type word: `"phong trào Dân vận khéo"`, `"Quy chế dân chủ ở cơ sở"`. */
export function readEstablished(
  words: string,
  lower: string,
  mark: TypeMark,
): ProgrammeDraft | null {
  const to = readAt(TO_NAME, lower, mark.end);
  const name = to && readName(lower, mark.end + to[0].length);
  if (!name || !suits(name.entry, mark)) return null;
  const years = name.entry.kind === 'programme' ? readAt(YEARS, lower, name.end) : null;
  const end = name.end + (years?.[0].length ?? 0);
  return {
    start: mark.start,
    end,
    kind: name.entry.kind,
    rule: 'gazetteer',
    title: words.slice(mark.end + to[0].length, end),
    name: name.entry.id,
  };
}

function suits(entry: NamedProgramme, { type, capital }: TypeMark): boolean {
  if (entry.capital && !capital) return false;
  if (entry.types) return entry.types.some((words) => type.words.startsWith(words));
  return type.drive === true && !(entry.loose && type.words === 'chuyên đề');
}

/** Reads an established name that stands alone: with a capital, or small where that is usual. */
export function readFreeName(words: string, lower: string, at: number): ProgrammeDraft | null {
  if (!startsWord(words, at)) return null;
  const name = readName(lower, at);
  if (!name || name.entry.typed || name.entry.types) return null;
  if (!name.entry.loose && !isUpperAt(words, at)) return null;
  return toDraft(words, at, name.end, name.entry);
}

/** Reads an established name between quotes, from quote to quote. */
export function readQuotedName(words: string, lower: string, at: number): ProgrammeDraft | null {
  const quoted = readQuoted(words, at);
  const name = quoted && readName(lower, quoted.start);
  if (!name || name.entry.types || name.end > quoted.end) return null;
  const whole = quoted.end - quoted.start <= LONGEST_QUOTE;
  return toDraft(words, quoted.start, whole ? quoted.end : name.end, name.entry);
}

function toDraft(words: string, start: number, end: number, entry: NamedProgramme): ProgrammeDraft {
  const title = words.slice(start, end);
  return { start, end, kind: entry.kind, rule: 'gazetteer', title, name: entry.id };
}
