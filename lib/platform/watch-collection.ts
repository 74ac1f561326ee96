import { Dexie, RangeSet, type ObservabilitySet } from 'dexie';
import type { Annotation } from '../core/annotation.ts';
import { makeExcerpt, newestFirst, type Excerpt, type Source } from '../core/collection/excerpt.ts';
import { setAside } from './damaged.ts';
import { conflicts } from './histories.ts';
import { sift } from './sift.ts';
import type { Database } from './database.ts';
import { guarded, type StorageError } from './storage-error.ts';

/** The collection as a view shows it: all excerpts, those in the trash too, newest first. */
export interface Snapshot {
  excerpts: readonly Excerpt[];
  /** False while only the newest have been read. */
  isComplete: boolean;
  /** How many records are set aside as damaged. */
  damaged: number;
  /** How many excerpts have more than one version to choose from. */
  conflicts: number;
}

/** Enough for a first screen while the rest is read. */
const FIRST = 50;
/** Records read at a time: small enough that a batch's parsing does not hold a frame up for long. */
const BATCH = 500;

/**
 * Tells of the collection now and after every change, from whichever window or worker it comes, and reads again
 * only what changed: re-running a query over 10,000 records at each edited tag takes a third of a second.
 * Records that do not fit their schema are set aside (see `DamagedRecord`).
 * @returns a function that stops it
 */
export function watchCollection(
  db: Database,
  now: () => Date,
  heard: (snapshot: Snapshot) => void,
  failed: (error: StorageError) => void,
): () => void {
  const reader = new CollectionReader(db, now);
  let isComplete = false;
  let isStopped = false;
  const run = async (read: () => Promise<void>) => {
    if (isStopped) return;
    try {
      await guarded(read);
      const damaged = await guarded(() => db.damaged.count());
      const { length } = await conflicts(db);
      if (!isStopped) {
        heard({ excerpts: reader.newestFirst(), isComplete, damaged, conflicts: length });
      }
    } catch (error) {
      failed(error as StorageError);
    }
  };
  let last = Promise.resolve();
  // One after the other, or a slow read could bring back what a later one found gone.
  const queue = (read: () => Promise<void>) => {
    last = last.then(() => run(read));
  };
  const onMutation = (parts: ObservabilitySet) => {
    const articles = parts[`idb://${db.name}/articles/`];
    const annotations = parts[`idb://${db.name}/annotations/`];
    const heads = parts[`idb://${db.name}/revisions/head`];
    if (articles) queue(() => reader.rereadArticles(RangeSet(articles)));
    if (annotations) queue(() => reader.reread(RangeSet(annotations)));
    else if (heads) queue(() => Promise.resolve());
  };
  Dexie.on('storagemutated', onMutation);
  queue(() => reader.readNewest());
  queue(async () => {
    await reader.readAll();
    isComplete = true;
  });
  return () => {
    isStopped = true;
    Dexie.on.storagemutated.unsubscribe(onMutation);
  };
}

/** What has been read so far. */
class CollectionReader {
  readonly #db: Database;
  readonly #now: () => Date;
  readonly #excerpts = new Map<string, Excerpt>();
  readonly #sources = new Map<string, Source>();

  constructor(db: Database, now: () => Date) {
    this.#db = db;
    this.#now = now;
  }

  newestFirst(): Excerpt[] {
    return [...this.#excerpts.values()].sort(newestFirst);
  }

  async readNewest(): Promise<void> {
    const newest = this.#db.annotations.orderBy('created').reverse(); // oxlint-disable-line unicorn/no-array-reverse -- Dexie's, not an array's
    await this.#take(await newest.limit(FIRST).toArray());
  }

  async readAll(): Promise<void> {
    const gone = new Set(this.#excerpts.keys());
    let last = '';
    for (;;) {
      const rows = await this.#db.annotations.where('id').above(last).limit(BATCH).toArray();
      for (const { id } of rows) gone.delete(id);
      await this.#take(rows);
      if (rows.length < BATCH) break;
      last = rows.at(-1)?.id ?? last;
    }
    for (const id of gone) this.#excerpts.delete(id);
  }

  async reread(changed: RangeSet): Promise<void> {
    const ranges = [...changed];
    // Dexie names no keys where 50 or more records were written at once.
    if (ranges.some(({ from, to }) => typeof from !== 'string' || typeof to !== 'string')) {
      await this.readAll();
      return;
    }
    for (const { from, to } of ranges) {
      for (const id of this.#excerpts.keys()) {
        if (id >= String(from) && id <= String(to)) this.#excerpts.delete(id);
      }
      await this.#take(
        await this.#db.annotations.where('id').between(from, to, true, true).toArray(),
      );
    }
  }

  async rereadArticles(changed: RangeSet): Promise<void> {
    const stale = [...this.#sources.keys()].filter((id) => changed.hasKey(id));
    if (stale.length === 0) return;
    for (const id of stale) this.#sources.delete(id);
    await this.#take(await this.#db.annotations.where('articleId').anyOf(stale).toArray());
  }

  async #take(rows: readonly Annotation[]): Promise<void> {
    const { valid, damaged } = sift('annotations', rows);
    await this.#readSources(valid.map(({ articleId }) => articleId));
    for (const annotation of valid) {
      const source = this.#sources.get(annotation.articleId);
      this.#excerpts.set(annotation.id, makeExcerpt(annotation, source));
    }
    if (damaged.length > 0) await setAside(this.#db, damaged, this.#now());
  }

  async #readSources(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#sources.has(id));
    const rows = await this.#db.articles.bulkGet(missing);
    const { valid, damaged } = sift('articles', rows.filter(Boolean));
    // The texts stay in the database: 5,000 articles of 8 KB would fill 80 MB for a list that shows none of them.
    for (const { text: _, ...source } of valid) this.#sources.set(source.id, source);
    if (damaged.length > 0) await setAside(this.#db, damaged, this.#now());
  }
}
