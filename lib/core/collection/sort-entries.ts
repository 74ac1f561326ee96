import type { SearchEntry, ValueName } from './search-entry.ts';
import type { ValueTable } from './value-table.ts';

/** The columns of the table, each of which can be sorted by. */
export const COLUMNS = [
  'sentence',
  'amount',
  'unit',
  'kind',
  'subject',
  'organisation',
  'period',
  'programme',
  'title',
  'outlet',
  'published',
  'tag',
  'note',
  'state',
  'check',
  'author',
  'created',
  'modified',
] as const;
export type Column = (typeof COLUMNS)[number];

/** `article` puts excerpts as they stand in their articles. */
export interface Sort {
  by: Column | 'article';
  isDescending: boolean;
}

type Placed = Pick<SearchEntry, 'created' | 'place' | 'id'>;
type Compare = (a: SearchEntry, b: SearchEntry) => number;

/** Sorts excerpts; those without a value come last either way, equal ones newest first. */
export function sortEntries(
  entries: SearchEntry[],
  { by, isDescending }: Sort,
  values: ValueTable<ValueName>,
): SearchEntry[] {
  const compare = comparison(by, values, isDescending ? -1 : 1);
  return entries.sort((a, b) => compare(a, b) || newestFirst(a, b));
}

function comparison(by: Sort['by'], values: ValueTable<ValueName>, direction: 1 | -1): Compare {
  if (by === 'created' || by === 'modified' || by === 'published') {
    return (a, b) => lastIf(a[by] === '', b[by] === '') ?? direction * compareText(a[by], b[by]);
  }
  if (by === 'sentence') return (a, b) => direction * compareText(a.words, b.words);
  if (by === 'amount') {
    return (a, b) =>
      lastIf(Number.isNaN(a.amount), Number.isNaN(b.amount)) ?? direction * (a.amount - b.amount);
  }
  const ranks = firstRanks(by, values);
  const compare: Compare = (a, b) => {
    const [one, other] = [ranks(a), ranks(b)];
    return lastIf(one < 0, other < 0) ?? direction * (one - other);
  };
  return by === 'article' ? (a, b) => compare(a, b) || a.place - b.place : compare;
}

/** The place of an excerpt's first value of a name in the alphabet; -1 where it has none. */
function firstRanks(by: ValueName, values: ValueTable<ValueName>): (entry: SearchEntry) => number {
  const ranks = values.ranks();
  const isNamed = values.select(({ name }) => name === by);
  const known = new Map<SearchEntry, number>();
  return (entry) => {
    const rank = known.get(entry);
    if (rank !== undefined) return rank;
    const first = entry.values.find((id) => isNamed[id] === 1);
    const found = first === undefined ? -1 : (ranks[first] ?? -1);
    known.set(entry, found);
    return found;
  };
}

function lastIf(isOneNone: boolean, isOtherNone: boolean): number | undefined {
  if (!isOneNone && !isOtherNone) return undefined;
  return Number(isOneNone) - Number(isOtherNone);
}

/** Compares by when excerpts were clipped; those clipped in one go stand as in their article. */
export function newestFirst(a: Placed, b: Placed): number {
  return compareText(b.created, a.created) || a.place - b.place || compareText(b.id, a.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
