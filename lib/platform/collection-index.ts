import { Dexie, RangeSet, type ObservabilitySet } from 'dexie';
import type { Annotation } from '../core/annotation.ts';
import type { Source } from '../core/collection/excerpt.ts';
import { SearchIndex, type LabelOf } from '../core/collection/search-index.ts';
import { setAside } from './damaged.ts';
import type { Database } from './database.ts';
import { sift, type Damage } from './sift.ts';
import { guarded, type StorageError } from './storage-error.ts';

/** Records read at a time: a question asked meanwhile waits no longer than one batch takes. */
const BATCH = 500;
/** How often the views are told while the collection is still being read. */
const TOLD_EVERY_MS = 500;

/** Hears of every excerpt put in or taken out after it began to listen. */
export interface CollectionFollower {
  put: (annotation: Annotation, source: Source | undefined) => void;
  remove: (id: string) => void;
}

/**
 * The collection in memory, as search sees it: streamed in once, then kept up with every change, from whichever window
 * or worker it comes. Records that do not fit their schema are set aside (see `DamagedRecord`).
 */
export class CollectionIndex {
  readonly search: SearchIndex;
  /** Articles without their texts: those of 5,000 would fill 80 MB. */
  readonly sources = new Map<string, Source>();
  isComplete = false;
  /** Resolves when everything has been read once. */
  readonly whole: Promise<void>;
  #finish = () => {};
  readonly #db: Database;
  readonly #now: () => Date;
  readonly #states = new Map<string, string>();
  readonly #followers: CollectionFollower[] = [];

  constructor(db: Database, now: () => Date, labelOf?: LabelOf) {
    this.#db = db;
    this.#now = now;
    this.search = new SearchIndex(labelOf);
    this.whole = new Promise((resolve) => (this.#finish = resolve));
  }

  /** Reads all there is and follows it from then on. Gives a function that stops it. */
  follow(heard: () => void, failed: (error: StorageError) => void): () => void {
    let isStopped = false;
    let last = Promise.resolve();
    // One after the other, or a slow read could bring back what a later one found gone.
    const run = async (before: Promise<void>, read: () => Promise<void>) => {
      await before;
      if (!isStopped) await guarded(read).then(heard, failed);
    };
    const queue = (read: () => Promise<void>) => {
      last = run(last, read);
    };
    const onMutation = (parts: ObservabilitySet) => {
      const of = (store: string) => parts[`idb://${this.#db.name}/${store}`];
      const [articles, annotations] = [of('articles/'), of('annotations/')];
      if (articles) queue(() => this.#rereadArticles(RangeSet(articles)));
      if (annotations) queue(() => this.#reread(RangeSet(annotations)));
      else if (of('revisions/head') || of('companions/')) queue(() => Promise.resolve());
    };
    Dexie.on('storagemutated', onMutation);
    queue(async () => {
      let told = this.#now().getTime();
      await this.#readAll(() => {
        if (this.#now().getTime() - told < TOLD_EVERY_MS) return;
        told = this.#now().getTime();
        heard();
      });
      this.isComplete = true;
      this.#finish();
    });
    return () => {
      isStopped = true;
      Dexie.on.storagemutated.unsubscribe(onMutation);
    };
  }

  /** Tells a follower of every change from now on. */
  tell(follower: CollectionFollower): void {
    this.#followers.push(follower);
  }

  /** Takes in excerpts just written here, ahead of the news of it. */
  put(annotations: readonly Annotation[]): void {
    for (const annotation of annotations) {
      this.#states.set(annotation.id, annotation.modified);
      const source = this.sources.get(annotation.articleId);
      this.search.put(annotation, source);
      for (const follower of this.#followers) follower.put(annotation, source);
    }
  }

  /** Reads the articles named that are not known yet. */
  async knowSources(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.sources.has(id));
    if (missing.length > 0) await this.#readSources(missing);
  }

  async #readAll(onBatch: () => void = () => undefined): Promise<void> {
    const gone = new Set(this.search.ids());
    for (let last = ''; ;) {
      const rows = await this.#db.annotations.where('id').above(last).limit(BATCH).toArray();
      for (const { id } of rows) gone.delete(id);
      // Most are as they were: to make their entries anew would take minutes of a large collection's day.
      await this.#take(rows.filter((row) => !this.#isKnown(row)));
      onBatch();
      if (rows.length < BATCH) break;
      last = rows.at(-1)?.id ?? last;
    }
    for (const id of gone) this.#remove(id);
  }

  async #reread(changed: RangeSet): Promise<void> {
    const ranges = [...changed];
    // Dexie names no keys where 50 or more records were written at once.
    if (ranges.some(({ from, to }) => typeof from !== 'string' || typeof to !== 'string')) {
      await this.#readAll();
      return;
    }
    for (const { from, to } of ranges) {
      const rows = await this.#db.annotations.where('id').between(from, to, true, true).toArray();
      if (from === to && rows.length === 0) this.#remove(String(from));
      else await this.#take(rows);
      if (from !== to) this.#removeBetween(String(from), String(to), rows);
    }
  }

  #removeBetween(from: string, to: string, rows: readonly Annotation[]): void {
    const there = new Set(rows.map(({ id }) => id));
    const gone = [...this.search.ids()].filter((id) => id >= from && id <= to && !there.has(id));
    for (const id of gone) this.#remove(id);
  }

  async #rereadArticles(changed: RangeSet): Promise<void> {
    const stale = [...this.sources.keys()].filter((id) => changed.hasKey(id));
    if (stale.length === 0) return;
    await this.#readSources(stale);
    await this.#take(await this.#db.annotations.where('articleId').anyOf(stale).toArray());
  }

  async #readSources(ids: readonly string[]): Promise<void> {
    const rows = await this.#db.articles.bulkGet([...ids]);
    const { valid, damaged } = sift('articles', rows.filter(Boolean));
    for (const { text: _, ...source } of valid) this.sources.set(source.id, source);
    for (const { record } of damaged) this.sources.delete((record as { id: string }).id);
    await this.#keepApart(damaged);
  }

  /** Whether an excerpt is here in this very state. */
  #isKnown({ id, modified }: Annotation): boolean {
    return this.#states.has(id) && this.#states.get(id) === modified;
  }

  async #take(rows: readonly Annotation[]): Promise<void> {
    const { valid, damaged } = sift('annotations', rows);
    await this.knowSources(valid.map(({ articleId }) => articleId));
    this.put(valid);
    for (const { record } of damaged) this.#remove(String((record as { id?: unknown }).id));
    await this.#keepApart(damaged);
  }

  #remove(id: string): void {
    this.#states.delete(id);
    this.search.remove(id);
    for (const follower of this.#followers) follower.remove(id);
  }

  async #keepApart(damaged: readonly Damage[]): Promise<void> {
    if (damaged.length > 0) await setAside(this.#db, damaged, this.#now());
  }
}
