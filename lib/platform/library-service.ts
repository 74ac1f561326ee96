import { parseChoices, type LibraryChoices } from '../core/collection/library-choices.ts';
import type { ArticleEdit } from '../core/collection/article-edit.ts';
import type { Completion, Edit } from '../core/collection/edit.ts';
import type { Excerpt } from '../core/collection/excerpt.ts';
import type {
  BulkEdit,
  Decision,
  Done,
  FoundPage,
  LibraryDesk,
  LibraryStatus,
  PageRequest,
  Selection,
} from '../core/collection/library-desk.ts';
import {
  FACETS,
  isNarrowed,
  type Facets,
  type LabelOf,
  type NarrowName,
  type SearchRequest,
} from '../core/collection/search-index.ts';
import type { Annotation } from '../core/annotation.ts';
import { ArticleShelf } from './article-shelf.ts';
import { correctArticle, joinReprint, partReprint } from './articles.ts';
import { CollectionIndex } from './collection-index.ts';
import { rescue } from './damaged.ts';
import { ready, type Database } from './database.ts';
import { facetValues, topFacetValues } from './facet-counts.ts';
import { conflicts, historyOf } from './histories.ts';
import {
  completeFields,
  editAnnotation,
  editAnnotations,
  restore,
  reviewAnnotations,
  takeBack,
  trash,
} from './revise.ts';
import { sift } from './sift.ts';
import { guarded, type StorageError } from './storage-error.ts';

/** A view that asks nothing by then needs no first screen. */
const FIRST_SCREEN_MS = 300;
const FEW = 8;
const MANY = 500;
const CHOICES = 'library';
/** Deeds that can be taken back: more than anybody remembers. */
const REMEMBERED = 20;

/** Answers what the library page asks and does what it is told, away from the thread that draws. */
export class LibraryService implements LibraryDesk {
  readonly #db: Database;
  readonly #now: () => Date;
  readonly #index: CollectionIndex;
  readonly #shelf: ArticleShelf;
  readonly #readerName: () => Promise<string | undefined>;
  readonly #deeds = new Map<number, readonly Annotation[]>();
  #deed = 0;
  #answered = () => {};
  #isAnswered = false;
  #version = 0;

  constructor(
    db: Database,
    now: () => Date,
    { readerName, labelOf }: { readerName: () => Promise<string | undefined>; labelOf?: LabelOf },
  ) {
    this.#db = db;
    this.#now = now;
    this.#readerName = readerName;
    this.#index = new CollectionIndex(db, now, labelOf);
    this.#shelf = new ArticleShelf(db, this.#index);
  }

  /** Opens the collection and tells of it now and after every change. Gives a function that stops it. */
  async start(
    heard: (status: LibraryStatus) => void,
    failed: (error: StorageError) => void,
  ): Promise<() => void> {
    await ready(this.#db);
    await guarded(() => rescue(this.#db));
    let isStopped = false;
    const tell = () =>
      void this.status().then(
        (status) => isStopped || heard(status),
        (error: StorageError) => isStopped || failed(error),
      );
    tell();
    await this.#firstScreen();
    tell();
    const stop = this.#index.follow(tell, (error) => isStopped || failed(error));
    return () => {
      isStopped = true;
      stop();
    };
  }

  /** What the reader sees first is answered before the reading of all the rest takes the thread up. */
  #firstScreen(): Promise<void> {
    return new Promise((resolve) => {
      this.#answered = resolve;
      setTimeout(resolve, FIRST_SCREEN_MS);
    });
  }

  async status(): Promise<LibraryStatus> {
    const [damaged, rivals, tags] = await guarded(() =>
      Promise.all([this.#db.damaged.count(), conflicts(this.#db), facetValues(this.#db, 'tag')]),
    );
    return {
      isComplete: this.#index.isComplete,
      trashed: this.#index.search.count(true),
      damaged,
      conflicts: rivals.length,
      tags: tags.map(({ value }) => value),
      version: ++this.#version,
    };
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

  /** Reads excerpts by id, in their order; those that are gone are left out. */
  async excerpts(ids: readonly string[]): Promise<Excerpt[]> {
    const rows = await guarded(() => this.#db.annotations.bulkGet([...ids]));
    return this.#joined(sift('annotations', rows.filter(Boolean)).valid);
  }

  history(id: string) {
    return historyOf(this.#db, id);
  }

  edit(id: string, edit: Omit<Edit, 'review'>): Promise<Done> {
    return this.#do(async (now, by) => [await editAnnotation(this.#db, id, edit, now, by)]);
  }

  complete(id: string, completion: Completion): Promise<Done> {
    return this.#do(async (now, by) => [await completeFields(this.#db, id, completion, now, by)]);
  }

  editMany(selection: Selection, edit: BulkEdit): Promise<Done> {
    return this.#do(async (now, by) =>
      editAnnotations(this.#db, await this.#idsOf(selection), edit, now, by),
    );
  }

  review(selection: Selection, decision: Decision): Promise<Done> {
    return this.#do(async (now, by) =>
      reviewAnnotations(this.#db, await this.#idsOf(selection), decision, now, by),
    );
  }

  trash(selection: Selection): Promise<Done> {
    return this.#do(async (now, by) => trash(this.#db, await this.#idsOf(selection), now, by));
  }

  restore(selection: Selection): Promise<Done> {
    return this.#do(async (now, by) => restore(this.#db, await this.#idsOf(selection), now, by));
  }

  /** Takes back what a deed changed; nothing where it was too long ago. */
  undo(deed: number): Promise<Done> {
    const made = this.#deeds.get(deed) ?? [];
    return this.#do((now, by) => takeBack(this.#db, made, now, by));
  }

  listArticles(text: string, from: number, count: number) {
    return Promise.resolve(this.#shelf.list(text, from, count));
  }

  openArticle(id: string) {
    return this.#shelf.open(id);
  }

  correctArticle(id: string, edit: ArticleEdit) {
    return correctArticle(this.#db, id, edit, this.#now());
  }

  reprints() {
    return this.#shelf.reprints();
  }

  joinReprint(id: string, of: string) {
    return joinReprint(this.#db, id, of, this.#now());
  }

  partReprint(id: string, from: string) {
    return partReprint(this.#db, id, from, this.#now());
  }

  choices(): Promise<LibraryChoices> {
    return guarded(async () => parseChoices((await this.#db.local.get(CHOICES))?.value));
  }

  async choose(choices: LibraryChoices): Promise<void> {
    await guarded(() => this.#db.local.put({ key: CHOICES, value: choices }));
  }

  async #idsOf(selection: Selection): Promise<readonly string[]> {
    if (!('found' in selection)) return selection;
    const but = new Set(selection.but);
    return (await this.ids(selection.found)).filter((id) => !but.has(id));
  }

  async #do(deed: (now: Date, by: string | undefined) => Promise<Annotation[]>): Promise<Done> {
    const made = await deed(this.#now(), await this.#readerName());
    await this.#index.knowSources(made.map(({ articleId }) => articleId));
    this.#index.put(made);
    const undo = ++this.#deed;
    this.#deeds.set(undo, made);
    this.#deeds.delete(undo - REMEMBERED);
    return { count: made.length, first: made[0]?.id, undo };
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
      excerpts: await this.#joined(valid),
      total,
      of: total,
      facets,
      isComplete: false,
    };
  }

  async #joined(annotations: readonly Annotation[]): Promise<Excerpt[]> {
    await this.#index.knowSources(annotations.map(({ articleId }) => articleId));
    return annotations.map((annotation) => ({
      annotation,
      article: this.#index.sources.get(annotation.articleId),
    }));
  }

  async #countedFacets(most: (name: NarrowName) => number): Promise<Facets> {
    const counted = FACETS.filter((name) => name !== 'missing');
    const lists = await Promise.all(
      counted.map((name) => topFacetValues(this.#db, name, most(name))),
    );
    return Object.fromEntries(counted.map((name, at) => [name, lists[at]]));
  }
}

function mostOf(whole: readonly NarrowName[]) {
  return (name: NarrowName) => (whole.includes(name) ? MANY : FEW);
}
