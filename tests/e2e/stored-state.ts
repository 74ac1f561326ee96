/** What lies in a profile's collection, read and laid past our own code. */
import { SCHEMAS, type StoredVersion } from '../stored-schemas.ts';
import type { Browser, Page } from './browser.ts';

export interface StoredState {
  /** As IndexedDB counts it: ten times ours; 0 where there is no collection. */
  version: number;
  annotations: number;
  trashed: number;
  /** How many have the id that version 2 gives a state. */
  stamped: number;
  revisions: number;
  trash: number;
  articles: number;
  /** Excerpts as the counts by state have them. */
  counted: number;
  /** How many bear the tag that a bulk edit gives. */
  tagged: number;
}

/** The tag that is given to all at once. */
export const BULK_TAG = 'đã rà';

export const NOTHING_STORED: StoredState = {
  version: 0,
  annotations: 0,
  trashed: 0,
  stamped: 0,
  revisions: 0,
  trash: 0,
  articles: 0,
  counted: 0,
  tagged: 0,
};

/** A page of the extension that does not itself open the collection. */
const QUIET_PAGE = 'practice.html';

export async function readStoredState(browser: Browser): Promise<StoredState> {
  const page = await browser.open(browser.origin + QUIET_PAGE);
  const state = await page.evaluate(async (tag: string) => {
    type Row = {
      deleted?: string;
      revision?: string;
      facet?: string;
      count?: number;
      tags?: string[];
    };
    // Opening a database that is not there yet would make an empty one, in the extension's place.
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === 'trich-bao')) return undefined;
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error(String(request.error))));
      });
    const db = await asked(indexedDB.open('trich-bao'));
    const rows = async (name: string): Promise<Row[]> => {
      if (!db.objectStoreNames.contains(name)) return [];
      return asked(db.transaction(name).objectStore(name).getAll());
    };
    const annotations = await rows('annotations');
    const counts = (await rows('facetCounts')).filter(({ facet }) => facet === 'state');
    const state = {
      version: db.version,
      annotations: annotations.length,
      trashed: annotations.filter(({ deleted }) => deleted).length,
      stamped: annotations.filter(({ revision }) => revision).length,
      revisions: (await rows('revisions')).length,
      trash: (await rows('trash')).length,
      articles: (await rows('articles')).length,
      counted: counts.reduce((sum, { count = 0 }) => sum + count, 0),
      tagged: annotations.filter(({ tags = [] }) => tags.includes(tag)).length,
    };
    db.close();
    return state;
  }, BULK_TAG);
  await page.close();
  return state ?? NOTHING_STORED;
}

/** A collection as an earlier version had it. */
export interface EarlierCollection {
  version: StoredVersion;
  rows: Record<string, object[]>;
  /** An excerpt laid again and again, under ids of its own. */
  copied: { annotation: object; count: number };
}

/** Lays a collection as an earlier version had it, past our own code. */
export async function layVersion(browser: Browser, earlier: EarlierCollection): Promise<void> {
  const page = await browser.open(browser.origin + QUIET_PAGE);
  const { version, rows, copied } = earlier;
  const release = Number(version.slice(1)) * 10;
  await page.evaluate(
    async (release: number, schema: Record<string, string>, rows: EarlierCollection['rows']) => {
      const ended = (target: EventTarget, type: string) =>
        new Promise((resolve) => void target.addEventListener(type, resolve, { once: true }));
      const keyPath = (key: string) =>
        key.startsWith('[') ? key.slice(1, -1).split('+') : key.replace('*', '');
      await ended(indexedDB.deleteDatabase('trich-bao'), 'success');
      const opening = indexedDB.open('trich-bao', release);
      opening.addEventListener('upgradeneeded', () => {
        for (const [table, declared] of Object.entries(schema)) {
          const [primary = '', ...indexes] = declared.split(', ');
          const store = opening.result.createObjectStore(table, { keyPath: keyPath(primary) });
          for (const index of indexes) {
            const multiEntry = index.startsWith('*');
            store.createIndex(index.replace('*', ''), keyPath(index), { multiEntry });
          }
        }
      });
      await ended(opening, 'success');
      const db = opening.result;
      const writing = db.transaction(Object.keys(schema), 'readwrite');
      for (const [table, records] of Object.entries(rows))
        for (const record of records) writing.objectStore(table).put(record);
      await ended(writing, 'complete');
      db.close();
    },
    release,
    SCHEMAS[version],
    rows,
  );
  await layCopies(page, copied);
  await page.close();
}

/** Made in the page: so many would be too much to send there. */
function layCopies(page: Page, copied: EarlierCollection['copied']): Promise<unknown> {
  return page.evaluate(async ({ annotation, count }: EarlierCollection['copied']) => {
    const ended = (target: EventTarget, type: string) =>
      new Promise((resolve) => void target.addEventListener(type, resolve, { once: true }));
    const opening = indexedDB.open('trich-bao');
    await ended(opening, 'success');
    const writing = opening.result.transaction('annotations', 'readwrite');
    for (let at = 0; at < count; at++) {
      const id = `019c0000-0000-7000-8000-${String(at).padStart(12, '0')}`;
      writing.objectStore('annotations').put({ ...annotation, id });
    }
    await ended(writing, 'complete');
    opening.result.close();
  }, copied);
}

/** Asks the background to lay everything in the trash, in one request; ends when it is acknowledged. */
export async function trashEverything(browser: Browser): Promise<void> {
  const page = await browser.open(browser.origin + QUIET_PAGE);
  await page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.addEventListener('success', () => resolve(request.result));
      });
    const db = await asked(indexedDB.open('trich-bao'));
    const keys = db.transaction('annotations').objectStore('annotations').getAllKeys();
    const ids = await asked(keys);
    db.close();
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: object): Promise<{ ok: boolean }> } };
    };
    const message = { to: 'background', name: 'trashAnnotations', input: { ids } };
    const reply = await chrome.runtime.sendMessage(message);
    if (!reply?.ok) throw new Error(JSON.stringify(reply));
  });
}
