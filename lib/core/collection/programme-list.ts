import type { ProgrammeKind } from '../annotation.ts';
import type { ProgrammeSummary } from './programme-summary.ts';
import { searchWords } from './search-words.ts';

/** What the register can be ordered by. */
export const PROGRAMME_COLUMNS = [
  'name',
  'issuer',
  'date',
  'term',
  'excerpts',
  'articles',
] as const;
export type ProgrammeColumn = (typeof PROGRAMME_COLUMNS)[number];

export interface ProgrammeSort {
  by: ProgrammeColumn;
  isDescending: boolean;
}

/** What is looked for in the register. */
export interface ProgrammeSearch {
  text: string;
  /** None means all. */
  kinds: readonly ProgrammeKind[];
  /** Only those of which something is not known. */
  isIncomplete: boolean;
  /** Only those that may be one with another. */
  isProposed: boolean;
  sort: ProgrammeSort;
}

export const MOST_CITED: ProgrammeSort = { by: 'excerpts', isDescending: true };
export const WHOLE_REGISTER: ProgrammeSearch = {
  text: '',
  kinds: [],
  isIncomplete: false,
  isProposed: false,
  sort: MOST_CITED,
};

/** An entry as the list sees it. */
export interface ListedProgramme extends ProgrammeSummary {
  /** With how many others it may be one. */
  proposals: number;
  /** See `programmeWords`. */
  words: string;
}

const BETWEEN = /(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)/g;
const ZEROS = /(?<![\d\p{L}])0+(?=\d)/gu;

/**
 * The words of a text, so that a number is found in any notation.
 * `"05-CT/TW"`, `"5 CT TW"`, `"05ct/tw"` → `"5 ct tw"`.
 */
export function programmeWords(text: string): string {
  return searchWords(text).replace(BETWEEN, ' ').replace(ZEROS, '');
}

/** All words an entry is found by, each with a space before it. */
export function entryWords({ fields, aliases, note }: ProgrammeSummary, kindWord: string): string {
  const told = Object.values(fields).flatMap(({ value, others }) => [value].concat(others));
  const texts = [kindWord, ...told, ...aliases, note];
  return texts.map((text) => ` ${programmeWords(text)}`).join('\n');
}

/** What an entry is called: its number, else its title. */
export function shortName({ fields, aliases }: ProgrammeSummary): string {
  return fields.number?.value ?? fields.title?.value ?? aliases[0] ?? '';
}

/** Whether something of it is not known that a document of its kind has. */
export function isIncomplete({ kind, fields }: ProgrammeSummary): boolean {
  return fillable(kind).some((field) => !fields[field]);
}

/** The fields a document of a kind has; a movement has a name only. */
export function fillable(kind: ProgrammeKind): readonly ('number' | 'issuer' | 'date' | 'title')[] {
  if (kind === 'movement' || kind === 'charter') return ['title'];
  if (kind === 'law') return ['number', 'date', 'title'];
  return ['number', 'issuer', 'date', 'title'];
}

/** A stretch of the register with counts. */
export interface ProgrammePage {
  entries: ListedProgramme[];
  total: number;
  of: number;
  /** How many of each kind the words find, most first. */
  kinds: { kind: ProgrammeKind; count: number }[];
  /** How many of those found leave something open, and may be one with another. */
  incomplete: number;
  proposed: number;
}

/** Finds and orders entries and gives one stretch of them. */
export function searchProgrammes(
  all: readonly ListedProgramme[],
  search: ProgrammeSearch,
  from: number,
  count: number,
): ProgrammePage {
  const wanted = programmeWords(search.text).split(' ').filter(Boolean);
  const worded = all.filter(({ words }) => wanted.every((word) => words.includes(` ${word}`)));
  const ofKind = worded.filter(
    ({ kind }) => search.kinds.length === 0 || search.kinds.includes(kind),
  );
  const found = ofKind.filter(
    (entry) =>
      (!search.isIncomplete || isIncomplete(entry)) && (!search.isProposed || entry.proposals > 0),
  );
  return {
    entries: sortProgrammes(found, search.sort).slice(from, from + count),
    total: found.length,
    of: all.length,
    kinds: countKinds(worded),
    incomplete: ofKind.filter(isIncomplete).length,
    proposed: ofKind.filter(({ proposals }) => proposals > 0).length,
  };
}

function countKinds(entries: readonly ListedProgramme[]): ProgrammePage['kinds'] {
  const counts = new Map<ProgrammeKind, number>();
  for (const { kind } of entries) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}

const { compare } = new Intl.Collator('vi', { numeric: true });

/** Orders entries; those that lack what they are ordered by come last either way. */
export function sortProgrammes(
  entries: readonly ListedProgramme[],
  { by, isDescending }: ProgrammeSort,
): ListedProgramme[] {
  const direction = isDescending ? -1 : 1;
  return [...entries].sort((a, b) => {
    const [one, other] = [sortValue(a, by), sortValue(b, by)];
    if (typeof one === 'number' && typeof other === 'number') {
      if (one !== other) return (one - other) * direction;
    } else if (one !== other) {
      if (one === '' || other === '') return one === '' ? 1 : -1;
      const order = compare(String(one), String(other)) * direction;
      if (order !== 0) return order;
    }
    return compare(shortName(a), shortName(b)) || (a.id < b.id ? -1 : 1);
  });
}

function sortValue(entry: ListedProgramme, by: ProgrammeColumn): string | number {
  if (by === 'excerpts' || by === 'articles') return entry[by];
  if (by === 'name') return shortName(entry);
  return entry.fields[by]?.value ?? '';
}
