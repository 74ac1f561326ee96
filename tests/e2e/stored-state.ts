/** What lies in a profile's collection, read and laid past our own code. */
import type { Browser } from './browser.ts';

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
}

export const NOTHING_STORED: StoredState = {
  version: 0,
  annotations: 0,
  trashed: 0,
  stamped: 0,
  revisions: 0,
  trash: 0,
  articles: 0,
  counted: 0,
};

/** A page of the extension that does not itself open the collection. */
const QUIET_PAGE = 'practice.html';

export async function readStoredState(browser: Browser): Promise<StoredState> {
  const page = await browser.open(browser.origin + QUIET_PAGE);
  const state = await page.evaluate(async () => {
    type Row = { deleted?: string; revision?: string; facet?: string; count?: number };
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
    };
    db.close();
    return state;
  });
  await page.close();
  return state ?? NOTHING_STORED;
}

/** Lays a collection as version 1 had it, with copies of its one article and excerpt. */
export async function layVersion1(
  browser: Browser,
  sample: { article: object; annotation: object },
  count: number,
): Promise<void> {
  const page = await browser.open(browser.origin + QUIET_PAGE);
  await page.evaluate(
    async ({ article, annotation }: { article: object; annotation: object }, count: number) => {
      const ended = (target: EventTarget, type: string) =>
        new Promise((resolve) => void target.addEventListener(type, resolve, { once: true }));
      const deleting = indexedDB.deleteDatabase('trich-bao');
      await ended(deleting, 'success');
      const opening = indexedDB.open('trich-bao', 10);
      opening.addEventListener('upgradeneeded', () => {
        const db = opening.result;
        const articles = db.createObjectStore('articles', { keyPath: 'id' });
        articles.createIndex('sourceKey', 'sourceKey');
        const annotations = db.createObjectStore('annotations', { keyPath: 'id' });
        for (const key of ['articleId', 'created', 'deleted']) annotations.createIndex(key, key);
        annotations.createIndex('tags', 'tags', { multiEntry: true });
        db.createObjectStore('tagCounts', { keyPath: 'tag' });
        db.createObjectStore('damaged', { keyPath: 'key' });
        db.createObjectStore('skips', { keyPath: 'id' }).createIndex('sourceKey', 'sourceKey');
      });
      await ended(opening, 'success');
      const db = opening.result;
      const writing = db.transaction(['articles', 'annotations', 'tagCounts'], 'readwrite');
      writing.objectStore('articles').put(article);
      writing.objectStore('tagCounts').put({ tag: 'đảng viên', count });
      for (let at = 0; at < count; at++) {
        const id = `019c0000-0000-7000-8000-${String(at).padStart(12, '0')}`;
        writing.objectStore('annotations').put({ ...annotation, id });
      }
      await ended(writing, 'complete');
      db.close();
    },
    sample,
    count,
  );
  await page.close();
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
