import type { Programme, ProgrammeKind } from '../annotation.ts';
import { readNumber } from './programme-facts.ts';
import type { CitingExcerpt } from './programme-citation.ts';
import { fullestKey, type ProgrammeGroup } from './programme-groups.ts';
import { PROGRAMME_FIELDS, type ProgrammeField } from './programme-hand.ts';
import { compatibleIssuers } from '../recognise/issuers.ts';
import { searchWords } from './search-words.ts';

/** What is known of one field of an entry. */
export interface ToldField {
  value: string;
  /** A person's word, or the articles'. */
  origin: 'hand' | 'article';
  /** What other articles say instead. */
  others: string[];
}

/** An entry of the register as it is listed. */
export interface ProgrammeSummary {
  id: string;
  /** What an address names it by: it outlives what people say of it and take back. */
  place: string;
  kind: ProgrammeKind;
  fields: Partial<Record<ProgrammeField, ToldField>>;
  /** What articles call it, and people. */
  aliases: string[];
  /** Those of them that a person gave. */
  ownAliases: string[];
  note: string;
  /** How many excerpts cite it, of how many articles. */
  excerpts: number;
  articles: number;
  /** Whether a person has said anything of it. */
  isByHand: boolean;
}

const MOST_ALIASES = 20;

/** Sums an entry up: a person's word, else what most articles say; of what they leave open, what any of them says. */
export function summarise(group: ProgrammeGroup): ProgrammeSummary {
  const excerpts = excerptsOf(group);
  const programmes = excerpts.map(({ programme }) => programme);
  const fields: ProgrammeSummary['fields'] = {};
  for (const field of PROGRAMME_FIELDS) {
    const told = fieldOf(group, programmes, field);
    if (told) fields[field] = told;
  }
  return {
    id: group.id,
    place: fullestKey(group.keys) || group.id,
    kind: (fields.kind?.value ?? 'other') as ProgrammeKind,
    fields,
    aliases: aliasesOf(group, programmes, fields),
    ownAliases: [...new Set(group.records.flatMap((record) => record.aliases))],
    note: group.records.map(({ note }) => note).find(Boolean) ?? '',
    excerpts: excerpts.length,
    articles: new Set(excerpts.map(({ articleId }) => articleId)).size,
    isByHand: group.records.length > 0,
  };
}

/** The excerpts that cite an entry, by article and place. */
export function excerptsOf({ nodes, pinned }: ProgrammeGroup): CitingExcerpt[] {
  const cited = nodes.flatMap(({ citations }) =>
    [...citations].flatMap(({ excerpts }) => excerpts),
  );
  return [...cited, ...pinned].sort(
    (a, b) =>
      compare(b.published ?? '', a.published ?? '') ||
      compare(a.articleId, b.articleId) ||
      a.place - b.place ||
      compare(a.id, b.id),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function fieldOf(
  { records }: ProgrammeGroup,
  programmes: readonly Programme[],
  field: ProgrammeField,
): ToldField | undefined {
  const said = records.map((record) => record[field]).find(Boolean);
  const told = tellings(programmes, field);
  const value = said ?? told[0];
  if (value === undefined) return undefined;
  const others = told.filter((other) => !agree(field, value, other));
  return { value, origin: said === undefined ? 'article' : 'hand', others };
}

/** What articles say of a field: the fullest first, of equal ones the most frequent. */
function tellings(programmes: readonly Programme[], field: ProgrammeField): string[] {
  const counts = new Map<string, { value: string; count: number }>();
  for (const programme of programmes) {
    const value = valueOf(programme, field);
    if (!value) continue;
    const key = searchWords(value);
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { value, count: 1 });
  }
  return [...counts.values()]
    .sort(
      (a, b) =>
        fullness(field, b.value) - fullness(field, a.value) ||
        b.count - a.count ||
        compare(a.value, b.value),
    )
    .map(({ value }) => value);
}

/** A law's name is its title. */
function valueOf(programme: Programme, field: ProgrammeField): string | undefined {
  if (field !== 'title' || programme.title !== undefined) return programme[field];
  return programme.number === undefined && programme.rule !== 'back-reference'
    ? programme.exact.normalize('NFC')
    : undefined;
}

function fullness(field: ProgrammeField, value: string): number {
  if (field === 'number') return Number(readNumber(value).issuerCode !== undefined);
  return field === 'date' ? value.length : 0;
}

function agree(field: ProgrammeField, one: string, other: string): boolean {
  if (searchWords(one) === searchWords(other)) return true;
  if (field === 'date') return one.startsWith(other) || other.startsWith(one);
  if (field === 'issuer') return compatibleIssuers(one, other);
  if (field === 'number')
    return readNumber(one).digits === readNumber(other).digits && isShort(one, other);
  if (field === 'term') return one.split(', ').some((term) => other.split(', ').includes(term));
  // Titles are quoted more or less wholly; those beside the one shown are listed as other names.
  return field === 'title';
}

/** Whether one of two numbers is the other without its code. */
function isShort(one: string, other: string): boolean {
  return [one, other].some((number) => readNumber(number).issuerCode === undefined);
}

function aliasesOf(
  { records }: ProgrammeGroup,
  programmes: readonly Programme[],
  { title, number }: ProgrammeSummary['fields'],
): string[] {
  const told = programmes.flatMap(({ alias, title: own, exact, number: cited }) => [
    ...(alias ? [alias] : []),
    ...(own ? [own] : []),
    ...(cited === undefined || readNumber(cited).issuerCode === undefined ? [exact] : []),
  ]);
  const shown = new Set([title?.value ?? '', number?.value ?? ''].map(searchWords));
  const names = new Map<string, string>();
  for (const name of [...records.flatMap(({ aliases }) => aliases), ...told]) {
    const key = searchWords(name);
    if (key && !shown.has(key) && !names.has(key)) names.set(key, name.normalize('NFC'));
  }
  return [...names.values()].slice(0, MOST_ALIASES);
}
