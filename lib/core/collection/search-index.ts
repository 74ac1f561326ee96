import type { Annotation } from '../annotation.ts';
import type { Agreement } from './agreement.ts';
import { AgreementIndex } from './agreement-index.ts';
import type { Source } from './excerpt.ts';
import { COUNTED_FACETS, type FacetName } from './facets.ts';
import { periodWords } from '../mention-words.ts';
import { parseQuery } from './query.ts';
import { searchEntry, type SearchEntry, type ValueName } from './search-entry.ts';
import { entryTest, publishedTest } from './search-tests.ts';
import { sortEntries, type Sort } from './sort-entries.ts';
import { ValueTable } from './value-table.ts';

/**
 * What excerpts are narrowed by; `missing` is what a figure leaves open (see `missingContext`), `agreement` what other
 * people read (see `agreements`).
 */
export type NarrowName = FacetName | 'missing' | 'agreement' | 'article';

/** Values ticked. An excerpt must bear all the tags, and one of the values of each other facet. */
export type Chosen = Partial<Record<NarrowName, readonly string[]>>;

/** What the reader looks for, and in which order it is to be shown. */
export interface SearchRequest {
  /** As typed; see `parseQuery`. */
  text: string;
  chosen: Chosen;
  isTrash: boolean;
  sort: Sort;
}

export const NEWEST_FIRST: Sort = { by: 'created', isDescending: true };
export const EVERYTHING: SearchRequest = {
  text: '',
  chosen: {},
  isTrash: false,
  sort: NEWEST_FIRST,
};

/** Whether a request narrows at all. */
export function isNarrowed({ text, chosen }: Pick<SearchRequest, 'text' | 'chosen'>): boolean {
  return text.trim() !== '' || Object.values(chosen).some(({ length }) => length > 0);
}

/** How many of what is found bear a value. */
export interface ValueCount {
  value: string;
  count: number;
}

/** A facet's values, most used first. */
export interface FacetValues {
  values: ValueCount[];
  /** How many there are, shown or not. */
  distinct: number;
}

export type Facets = Partial<Record<NarrowName, FacetValues>>;

/** The facets a reader narrows by, in the order they are shown. */
export const FACETS = [...COUNTED_FACETS, 'missing', 'agreement'] as const;

interface Found {
  entries: readonly SearchEntry[];
  /** By facet: what is not found for the sake of that one alone. */
  others: ReadonlyMap<ValueName, readonly SearchEntry[]>;
}

/** What of a value the interface says otherwise: `figure/count` is `Số đếm`. */
export type LabelOf = (name: ValueName, value: string) => string | undefined;

/** All excerpts of a collection as search sees them: put in once, kept up to date, searched without asking storage. */
export class SearchIndex {
  readonly #entries = new Map<string, SearchEntry>();
  readonly #values: ValueTable<ValueName>;
  #trashed = 0;
  readonly #orders = new Map<string, readonly SearchEntry[]>();
  readonly #found = new Map<string, Found>();
  readonly #agreements = new AgreementIndex();

  constructor(labelOf: LabelOf = () => undefined) {
    this.#values = new ValueTable((name, value) =>
      name === 'period' ? periodWords(value) : labelOf(name, value),
    );
  }

  /** How many excerpts there are in the trash, or outside it. */
  count(isTrash: boolean): number {
    return isTrash ? this.#trashed : this.#entries.size - this.#trashed;
  }

  ids(): Iterable<string> {
    return this.#entries.keys();
  }

  put(annotation: Annotation, article: Source | undefined): void {
    this.remove(annotation.id);
    const entry = searchEntry(annotation, article, this.#values);
    this.#entries.set(annotation.id, entry);
    if (entry.isTrashed) this.#trashed++;
    this.#agreements.put(annotation);
    this.#forget();
  }

  remove(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    this.#agreements.remove(id);
    if (entry.isTrashed) this.#trashed--;
    this.#forget();
  }

  /** Ids of the excerpts that fit, in the order asked for. */
  find(request: SearchRequest): string[] {
    return this.#search(request).entries.map(({ id }) => id);
  }

  /** As `find`, but one stretch of it and how many there are in all. */
  page(request: SearchRequest, from: number, count: number): { ids: string[]; total: number } {
    const { entries } = this.#search(request);
    return {
      ids: entries.slice(from, from + count).map(({ id }) => id),
      total: entries.length,
    };
  }

  /** The most frequent values of each facet among what is found; `most` says how many of which. */
  facets(request: SearchRequest, most: (name: NarrowName) => number): Facets {
    const counts = this.#count(this.#search(request));
    const byName = new Map<string, ValueCount[]>(FACETS.map((name) => [name, []]));
    for (const [id, count] of counts.entries()) {
      const known = count > 0 ? this.#values.at(id) : undefined;
      if (known) byName.get(known.name)?.push({ value: known.value, count });
    }
    return Object.fromEntries(
      FACETS.map((name) => {
        const values = (byName.get(name) ?? []).sort(mostFirst);
        return [name, { values: values.slice(0, most(name)), distinct: values.length }];
      }),
    );
  }

  /** Whether an excerpt bears a value. */
  bears(id: string, name: ValueName, value: string): boolean {
    return this.#entries.get(id)?.values.includes(this.#values.idOf(name, value)) ?? false;
  }

  /** How many excerpts outside the trash bear each value of a name. */
  tally(name: ValueName): Map<string, number> {
    const counts = this.#count(this.#search(EVERYTHING));
    return new Map(
      [...counts.entries()].flatMap(([id, count]) => {
        const known = count > 0 ? this.#values.at(id) : undefined;
        return known?.name === name ? [[known.value, count] as const] : [];
      }),
    );
  }

  /** What other people read where an excerpt's figure stands; nothing where nobody else clipped it. */
  agreementOf(id: string): Agreement | undefined {
    this.#agreements.settle(this.#entries, this.#values);
    return this.#agreements.of(id);
  }

  #forget(): void {
    this.#orders.clear();
    this.#found.clear();
  }

  #ordered(sort: Sort): readonly SearchEntry[] {
    const key = JSON.stringify(sort);
    const known = this.#orders.get(key);
    if (known) return known;
    const sorted = sortEntries([...this.#entries.values()], sort, this.#values);
    this.#orders.set(key, sorted);
    return sorted;
  }

  #search(request: SearchRequest): Found {
    const key = JSON.stringify(request);
    const known = this.#found.get(key);
    if (known) return known;
    const found = this.#filter(request);
    // Only the last: a reader pages through one search at a time.
    this.#found.clear();
    this.#found.set(key, found);
    return found;
  }

  #filter({ text, chosen, isTrash, sort }: SearchRequest): Found {
    this.#agreements.settle(this.#entries, this.#values);
    const tests = parseQuery(text).map((condition) =>
      condition.type === 'published'
        ? publishedTest(condition)
        : entryTest(condition, this.#values),
    );
    const narrowing = this.#narrowing(chosen);
    const others = new Map<ValueName, SearchEntry[]>();
    const fits = (entry: SearchEntry) => {
      if (entry.isTrashed !== isTrash) return false;
      for (const passes of tests) if (!passes(entry)) return false;
      if (narrowing.length === 0) return true;
      const failed = narrowing.filter((facet) => !facet.passes(entry.values));
      const [only] = failed;
      if (only && failed.length === 1) others.get(only.name)?.push(entry);
      return failed.length === 0;
    };
    for (const { name } of narrowing) if (name !== 'tag') others.set(name, []);
    return { entries: this.#ordered(sort).filter(fits), others };
  }

  /**
   * By value id: how many excerpts bear it. A value beside the ticked ones of its facet is counted as if that facet did
   * not narrow: so many would come with it.
   */
  #count({ entries, others }: Found): Uint32Array {
    const counts = new Uint32Array(this.#values.size);
    for (const { values } of entries) {
      for (const id of values) counts[id] = (counts[id] ?? 0) + 1;
    }
    for (const [name, near] of others) {
      for (const { values } of near) {
        for (const id of values) {
          if (this.#values.at(id)?.name === name) counts[id] = (counts[id] ?? 0) + 1;
        }
      }
    }
    return counts;
  }

  #narrowing(chosen: Chosen) {
    const facets = Object.entries(chosen) as [NarrowName, readonly string[]][];
    return facets.flatMap(([name, wanted]) => {
      const ids = new Set(wanted.map((value) => this.#values.idOf(name, value)));
      if (ids.size === 0) return [];
      const most = name === 'tag' ? ids.size : 1;
      const passes = (values: readonly number[]) => {
        let had = 0;
        for (const id of values) if (ids.has(id)) had++;
        return had >= most;
      };
      return [{ name, passes }];
    });
  }
}

function mostFirst(one: ValueCount, other: ValueCount): number {
  return other.count - one.count || (one.value < other.value ? -1 : 1);
}
