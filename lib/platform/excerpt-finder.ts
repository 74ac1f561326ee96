import type { Annotation } from '../core/annotation.ts';
import type { Excerpt } from '../core/collection/excerpt.ts';
import type { FoundPage, PageRequest, Selection } from '../core/collection/library-desk.ts';
import {
  isNarrowed,
  type Facets,
  type NarrowName,
  type SearchRequest,
} from '../core/collection/search-index.ts';
import { COUNTED_FACETS } from '../core/collection/facets.ts';
import type { CollectionIndex } from './collection-index.ts';
import type { Database } from './database.ts';
import { facetValues, topFacetValues } from './facet-counts.ts';
import { placeInArticle } from '../core/collection/search-entry.ts';
import { newestFirst } from '../core/collection/sort-entries.ts';
import { sift } from './sift.ts';
import { guarded } from './storage-error.ts';

/** A view that asks nothing by then needs no first screen. */
const FIRST_SCREEN_MS = 300;
const FEW = 8;
const MANY = 500;

/** Finds excerpts: from storage itself what is newest while the collection is still being read, else by the index. */
export class ExcerptFinder {
  readonly #db: Database;
  readonly #index: CollectionIndex;
  /** Resolves when the first question has been answered. */
  readonly #firstAnswer: Promise<void>;
  #answered = () => {};
  #isAnswered = false;

  constructor(db: Database, index: CollectionIndex) {
    this.#db = db;
    this.#index = index;
    this.#firstAnswer = new Promise((resolve) => (this.#answered = resolve));
  }

  /** Resolves when a view has what it shows first, or asks for nothing. */
  firstScreen(): Promise<void> {
    const patience = new Promise<void>((resolve) => setTimeout(resolve, FIRST_SCREEN_MS));
    return Promise.race([this.#firstAnswer, patience]);
  }

  /** Finds a stretch of the collection with its facets; before all is read, the newest come from storage itself. */
  find(request: SearchRequest, page: PageRequest): Promise<FoundPage> {
    return guarded(async () => {
      const isPlain = !request.isTrash && !isNarrowed(request);
      const isNewest = request.sort.by === 'created' && request.sort.isDescending;
      if (isPlain && isNewest && !this.#index.isComplete)
        return this.#findNewest(page).finally(this.#answered);
      const { search, isComplete } = this.#index;
      const { ids, total } = search.page(request, page.from, page.count);
      const most = mostOf(page.whole);
      const facets = search.facets(request, most);
      return {
        excerpts: await this.excerpts(ids),
        total,
        of: search.count(request.isTrash),
        facets: isPlain ? { ...facets, ...(await this.#countedFacets(most)) } : facets,
        isComplete,
      };
    });
  }

  /** All ids that a search finds, in its order. */
  async ids(request: SearchRequest): Promise<string[]> {
    // What is done to all that is found must not miss what has not been read yet.
    await this.#index.whole;
    return this.#index.search.find(request);
  }

  /** The ids that a reader picked: named one by one, or all that a search finds but some. */
  async picked(selection: Selection): Promise<readonly string[]> {
    if (!('found' in selection)) return selection;
    const but = new Set(selection.but);
    return (await this.ids(selection.found)).filter((id) => !but.has(id));
  }

  /** Reads excerpts by id, in their order; those that are gone are left out. */
  async excerpts(ids: readonly string[]): Promise<Excerpt[]> {
    const rows = await guarded(() => this.#db.annotations.bulkGet([...ids]));
    return this.withSources(sift('annotations', rows.filter(Boolean)).valid);
  }

  /** Joins excerpts with what is known of their articles. */
  async withSources(annotations: readonly Annotation[]): Promise<Excerpt[]> {
    await this.#index.knowSources(annotations.map(({ articleId }) => articleId));
    return annotations.map((annotation) => ({
      annotation,
      article: this.#index.sources.get(annotation.articleId),
      agreement: this.#index.search.agreementOf(annotation.id),
    }));
  }

  async #findNewest({ from, count, whole }: PageRequest): Promise<FoundPage> {
    const newest = this.#db.annotations.orderBy('created').reverse(); // oxlint-disable-line unicorn/no-array-reverse -- Dexie's, not an array's
    const kept = newest.filter(({ deleted }) => !deleted).offset(from);
    const [rows, states] = await Promise.all([
      kept.limit(count).toArray(),
      facetValues(this.#db, 'state'),
    ]);
    const total = states.reduce((sum, state) => sum + state.count, 0);
    const { valid } = sift('annotations', rows);
    // The very first rows wait for no facets; those come with the next news of the collection.
    const facets = this.#isAnswered ? await this.#countedFacets(mostOf(whole)) : {};
    this.#isAnswered = true;
    return {
      excerpts: await this.withSources(asListed(valid)),
      total,
      of: total,
      facets,
      isComplete: false,
    };
  }

  async #countedFacets(most: (name: NarrowName) => number): Promise<Facets> {
    const lists = await Promise.all(
      COUNTED_FACETS.map((name) => topFacetValues(this.#db, name, most(name))),
    );
    return Object.fromEntries(COUNTED_FACETS.map((name, at) => [name, lists[at]]));
  }
}

/** In the order they will have once all is read, so that no row moves under the reader's hand. */
function asListed(annotations: readonly Annotation[]): Annotation[] {
  const placed = annotations.map((annotation) => ({
    annotation,
    id: annotation.id,
    created: annotation.created,
    place: placeInArticle(annotation),
  }));
  return placed.sort(newestFirst).map(({ annotation }) => annotation);
}

function mostOf(whole: readonly NarrowName[]) {
  return (name: NarrowName) => (whole.includes(name) ? MANY : FEW);
}
