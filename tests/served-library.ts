import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Annotation } from '../lib/core/annotation.ts';
import type { FoundPage, LibraryStatus } from '../lib/core/collection/library-desk.ts';
import { EVERYTHING, type SearchRequest } from '../lib/core/collection/search-index.ts';
import { openDatabase, type Database } from '../lib/platform/database.ts';
import { LibraryService } from '../lib/platform/library-service.ts';
import { mergeCollection } from '../lib/platform/merge-collection.ts';
import { collection, nextId, NOW } from './sample-collection.ts';

/** A first page of fifty. */
export const PAGE = { from: 0, count: 50, whole: [] };

let serial = 0;

/** A collection, and the library over it once it is made or opened. */
class ServedLibrary {
  db: Database = openDatabase(`library-${serial++}`);
  status: LibraryStatus | undefined;
  stop = () => undefined as void;
  #service: LibraryService | undefined;
  #clock = NOW.getTime();

  renew(): void {
    this.db = openDatabase(`library-${serial++}`);
    this.status = undefined;
  }

  async close(): Promise<void> {
    this.stop();
    await this.db.delete();
  }

  get service(): LibraryService {
    if (!this.#service) throw new Error('no library is made yet');
    return this.#service;
  }

  make(): LibraryService {
    const now = () => new Date((this.#clock += 1000));
    const reader = { readerName: () => Promise.resolve('Bình') };
    return (this.#service = new LibraryService(this.db, now, reader));
  }

  /** Opens the library and waits until all is read. */
  async open(): Promise<LibraryService> {
    this.stop = await this.make().start(
      (told) => (this.status = told),
      (error) => {
        throw error;
      },
    );
    await vi.waitFor(() => expect(this.status?.isComplete).toBe(true));
    return this.service;
  }

  find(request: Partial<SearchRequest> = {}): Promise<FoundPage> {
    return this.service.find({ ...EVERYTHING, ...request }, PAGE);
  }

  async annotationsOf(request?: Partial<SearchRequest>): Promise<Annotation[]> {
    return (await this.find(request)).excerpts.map(({ annotation }) => annotation);
  }

  /** Stores so many copies of one excerpt. */
  async many(count: number): Promise<Annotation[]> {
    const { annotations, articles } = await collection();
    const [one] = annotations;
    const copies = Array.from({ length: count }, () => Object.assign({}, one, { id: nextId() }));
    for (const copy of copies) delete copy.revision;
    await mergeCollection(this.db, { annotations: copies, articles }, NOW);
    return this.db.annotations.toArray();
  }
}

/** The library of the test that runs, each over a collection of its own. */
export const here = new ServedLibrary();

beforeEach(() => here.renew());
afterEach(() => here.close());
