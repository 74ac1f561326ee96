/** IndexedDB with nothing between: what the collection's storage is measured against. */

const NAME = 'trich-bao';

/** Makes a database with the collection's own tables and indexes for articles and excerpts. */
export function makeRaw(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 1);
  opening.addEventListener('upgradeneeded', () => {
    const articles = opening.result.createObjectStore('articles', { keyPath: 'id' });
    articles.createIndex('sourceKey', 'sourceKey');
    const annotations = opening.result.createObjectStore('annotations', { keyPath: 'id' });
    annotations.createIndex('articleId', 'articleId');
    annotations.createIndex('created', 'created');
    annotations.createIndex('tags', 'tags', { multiEntry: true });
  });
  return resultOf(opening);
}

/** Opens the collection itself, at whatever version it is. */
export function openRaw(): Promise<IDBDatabase> {
  return resultOf(indexedDB.open(NAME));
}

/** Writes records of two tables in one durable transaction, as the collection does. */
export async function putRaw(
  database: IDBDatabase,
  articles: readonly unknown[],
  annotations: readonly unknown[],
): Promise<void> {
  const stores = ['articles', 'annotations'];
  const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
  for (const article of articles) transaction.objectStore('articles').put(article);
  for (const annotation of annotations) transaction.objectStore('annotations').put(annotation);
  await new Promise((resolve, reject) => {
    transaction.addEventListener('complete', resolve);
    transaction.addEventListener('error', () => reject(transaction.error ?? new Error('aborted')));
  });
}

/** Reads the newest excerpts, or with no count all of them, one by one. */
export function readRaw(database: IDBDatabase, count = Infinity): Promise<number> {
  const index = database.transaction('annotations').objectStore('annotations').index('created');
  const request = index.openCursor(null, 'prev');
  let read = 0;
  return new Promise((resolve, reject) => {
    request.addEventListener('error', () => reject(request.error ?? new Error('unreadable')));
    request.addEventListener('success', () => {
      const cursor = request.result;
      if (cursor?.value) read++;
      if (!cursor || read >= count) resolve(read);
      else cursor.continue();
    });
  });
}

/** Counts the excerpts that bear a tag, by the index of tags. */
export function countRaw(database: IDBDatabase, tag: string): Promise<number> {
  const annotations = database.transaction('annotations').objectStore('annotations');
  return resultOf(annotations.index('tags').count(tag));
}

export function removeRaw(name: string): Promise<unknown> {
  return resultOf(indexedDB.deleteDatabase(name));
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('refused')));
  });
}
