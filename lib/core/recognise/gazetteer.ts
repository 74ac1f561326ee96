import { isUpperAt, UnitSet } from './boundary.ts';
import type { ProgrammeKind } from '../annotation.ts';
import type { TypeMark } from './document-types.ts';
import data from './named-programmes.json' with { type: 'json' };
import type { ProgrammeDraft } from './programme-draft.ts';
import { readAt, spaced, startsWord, sticky } from './sticky.ts';
import { plainTitle, readQuoted, yearsEnd } from './titles.ts';

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
  /** Its name tells whose it is, not what it is on. */
  untitled?: boolean;
  /** A mention without type word, quotes and capital too. */
  loose?: boolean;
}

const entries = data as NamedProgramme[];
/** Names that go with no type word or any movement's, then those of one type word each. */
const free = namesOf(entries.filter(({ types }) => !types));
const byType = [...new Set(entries.flatMap(({ types }) => types ?? []))].map((words) => ({
  words,
  names: namesOf(entries.filter(({ types }) => types?.includes(words))),
}));

/** Many names as one pattern: one group a form, so that the group that matched tells the entry. */
interface NameTable {
  pattern: RegExp;
  entries: NamedProgramme[];
}

function namesOf(some: NamedProgramme[]): NameTable {
  const forms = some
    .flatMap((entry) => entry.forms.map((form) => ({ form, entry })))
    .toSorted((a, b) => b.form.length - a.form.length);
  const any = forms.map(({ form }) => `(${form})`).join('|');
  return {
    pattern: sticky(`(?:${any})(?![\\p{L}\\p{M}])`),
    entries: forms.map(({ entry }) => entry),
  };
}

const TO_NAME = sticky('(?: mang tên)? ?:? ');
/** First words of the names that stand without type word and quotes. */
export const FREE_NAMES = spaced('học tập|học và làm|dân vận khéo|đền ơn|bình dân học vụ');
/** Quotes that may open a name. */
export const OPENING_QUOTES = '[“"‘«″]';
const QUOTES = new UnitSet('“"‘«″');
const LONGEST_QUOTE = 140;

interface NameMark {
  entry: NamedProgramme;
  end: number;
}

function readName(lower: string, at: number, { pattern, entries }: NameTable): NameMark | null {
  const found = readAt(pattern, lower, at);
  if (!found) return null;
  const group = found.findIndex((part, index) => index > 0 && part !== undefined);
  const entry = entries[group - 1];
  return entry ? { entry, end: at + found[0].length } : null;
}

/** A name behind a type word: of that type, or of any movement behind a movement's word. */
function readTypedName(lower: string, at: number, { type, capital }: TypeMark): NameMark | null {
  for (const { words, names } of byType) {
    const name = type.words.startsWith(words) ? readName(lower, at, names) : null;
    if (name && (capital || !name.entry.capital)) return name;
  }
  const name = type.drive ? readName(lower, at, free) : null;
  return name?.entry.loose && type.words === 'chuyên đề' ? null : name;
}

/** The established programme a name begins with: `"dân vận khéo năm 2024"` → `"dân vận khéo"`; undefined for others. */
export function establishedName(lower: string, at: number, mark: TypeMark): string | undefined {
  return (readTypedName(lower, at, mark) ?? readName(lower, at, free))?.entry.id;
}

/** Reads an established name behind a type word: `"phong trào Dân vận khéo"`, `"Quy chế dân chủ ở cơ sở"`. */
export function readEstablished(
  words: string,
  lower: string,
  mark: TypeMark,
): ProgrammeDraft | null {
  const to = readAt(TO_NAME, lower, mark.end);
  const name = to && readTypedName(lower, mark.end + to[0].length, mark);
  if (!name) return null;
  const end = name.entry.kind === 'programme' ? yearsEnd(words, name.end) : name.end;
  return {
    start: mark.start,
    end,
    kind: name.entry.kind,
    rule: 'gazetteer',
    title: name.entry.untitled ? undefined : plainTitle(words.slice(mark.end + to[0].length, end)),
    name: name.entry.id,
  };
}

/** Reads an established name that stands alone: with a capital, or small where that is usual. */
export function readFreeName(words: string, lower: string, at: number): ProgrammeDraft | null {
  if (!startsWord(words, at)) return null;
  const name = readName(lower, at, free);
  if (!name || name.entry.typed) return null;
  if (!name.entry.loose && !isUpperAt(words, at)) return null;
  const quoted = QUOTES.isAt(words, at - 1);
  if (quoted && BEARS_ITS_NAME.test(lower.slice(Math.max(0, at - 15), at - 1))) return null;
  return toDraft(words, at, name.end, name.entry);
}

/** Funds, contests and columns that bear a movement's name are none. */
const BEARS_ITS_NAME =
  /(?:quỹ|cuộc thi|hội thi|giải|giải thưởng|câu lạc bộ|clb|chuyên mục|chuyên trang|cao điểm|ngày hội|hội nghị|tọa đàm|lễ|tháng|danh hiệu|nghệ thuật|khẩu hiệu) {1,3}$/u;

/** Reads an established name between quotes, from quote to quote. */
export function readQuotedName(words: string, lower: string, at: number): ProgrammeDraft | null {
  const quoted = readQuoted(words, at);
  const name = quoted && readName(lower, quoted.start, free);
  if (!name || name.end > quoted.end) return null;
  if (BEARS_ITS_NAME.test(lower.slice(Math.max(0, at - 14), at))) return null;
  const whole = quoted.end - quoted.start <= LONGEST_QUOTE;
  return toDraft(words, quoted.start, whole ? quoted.end : name.end, name.entry);
}

function toDraft(words: string, start: number, end: number, entry: NamedProgramme): ProgrammeDraft {
  const title = words.slice(start, end);
  return { start, end, kind: entry.kind, rule: 'gazetteer', title, name: entry.id };
}
