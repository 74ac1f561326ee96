import type { Annotation, StoredArticle } from '../core/annotation.ts';
import type { ExportSource } from '../core/export/export-source.ts';
import { compareText, orderKey, type RowOrder } from '../core/export/order-rows.ts';
import { makeRow, type Row } from '../core/export/row.ts';
import { companionsOf } from './companions.ts';
import type { Database } from './database.ts';
import { readCollection } from './merge-collection.ts';
import { rowReader, type ReadRows } from './row-reader.ts';
import { sift } from './sift.ts';
import { guarded } from './storage-error.ts';

/** Rows read at once: their articles' texts are the most of what they take. */
const BATCH = 500;
/** Batches asked for before they are wanted: the disk goes on reading while one is written. */
const AHEAD = 2;

type Articles = ReadonlyMap<string, StoredArticle>;
type ReadArticles = (annotations: readonly Annotation[]) => Promise<Articles>;

/**
 * The excerpts named, in the order given, read from the collection a batch at a time; what is gone or damaged is left
 * out. `read` hears how many have been read. Throws `StorageError` while it is read.
 */
export function exportRows(
  db: Database,
  ids: readonly string[],
  now: Date,
  read: (count: number) => void,
): ExportSource {
  return {
    async *batches() {
      const rowsOf = rowReader(db.annotations);
      const articlesOf = articleReader(db);
      const readAt = (at: number) => {
        const some = ids.slice(at, at + BATCH);
        const reading = guarded(() => readBatch(some, rowsOf, articlesOf));
        // Awaited when its turn comes; a reader who stops before never hears why it failed.
        reading.catch(() => undefined);
        return reading;
      };
      const readings = Array.from({ length: AHEAD }, (_, at) => readAt(at * BATCH));
      for (let at = 0; at < ids.length; at += BATCH) {
        readings.push(readAt(at + AHEAD * BATCH));
        yield (await readings.shift()) ?? [];
        read(Math.min(BATCH, ids.length - at));
      }
    },
    collection: () => readCollection(db, now, ids),
    entries: () => companionsOf(db, 'programme-entry'),
    judgements: () => companionsOf(db, 'series-judgement'),
  };
}

/**
 * Sorts excerpts for a file; `clipped` is the order given, the library's own. What is gone or damaged is left out of
 * any other. Throws `StorageError`.
 */
export function orderIds(
  db: Database,
  ids: readonly string[],
  order: RowOrder,
): Promise<readonly string[]> {
  if (order === 'clipped') return Promise.resolve(ids);
  return guarded(async () => {
    const published = new Map<string, Pick<StoredArticle, 'publishedTime'> | undefined>();
    const keyed: { id: string; key: string }[] = [];
    for (let at = 0; at < ids.length; at += BATCH) {
      const rows = await db.annotations.bulkGet(ids.slice(at, at + BATCH));
      const annotations = sift('annotations', rows.filter(Boolean)).valid;
      const unknown = annotations.filter(({ articleId }) => !published.has(articleId));
      // Of an article no more is kept than it is sorted by: the texts of thousands would fill the memory.
      for (const [id, { publishedTime }] of await readArticles(db, unknown)) {
        published.set(id, publishedTime === undefined ? {} : { publishedTime });
      }
      for (const annotation of annotations) {
        const article = published.get(annotation.articleId);
        keyed.push({ id: annotation.id, key: orderKey({ annotation, article }, order) });
      }
    }
    return keyed.sort((a, b) => compareText(a.key, b.key)).map(({ id }) => id);
  });
}

/** The excerpts named with their articles, in the order given. Throws `StorageError`. */
export function readExportRows(db: Database, ids: readonly string[]): Promise<Row[]> {
  const rowsOf: ReadRows<Annotation> = (wanted) => db.annotations.bulkGet([...wanted]);
  return guarded(() => readBatch(ids, rowsOf, (annotations) => readArticles(db, annotations)));
}

async function readBatch(
  ids: readonly string[],
  rowsOf: ReadRows<Annotation>,
  articlesOf: ReadArticles,
): Promise<Row[]> {
  if (ids.length === 0) return [];
  const rows = await rowsOf(ids);
  const annotations: Annotation[] = sift('annotations', rows.filter(Boolean)).valid;
  const articles = await articlesOf(annotations);
  return annotations.map((annotation) => makeRow(annotation, articles.get(annotation.articleId)));
}

/** Reads the articles of excerpts, and keeps those of the last call: the next excerpts are often of the same ones. */
function articleReader(db: Database): ReadArticles {
  let last: Articles = new Map();
  return async (annotations) => {
    const known = last;
    const unknown = annotations.filter(({ articleId }) => !known.has(articleId));
    const read = await readArticles(db, unknown);
    const both = annotations.flatMap(({ articleId }) => {
      const article = known.get(articleId) ?? read.get(articleId);
      return article ? [[articleId, article] as const] : [];
    });
    last = new Map(both);
    return last;
  };
}

async function readArticles(db: Database, annotations: readonly Annotation[]): Promise<Articles> {
  if (annotations.length === 0) return new Map();
  const ids = [...new Set(annotations.map(({ articleId }) => articleId))];
  const rows = await db.articles.bulkGet(ids);
  return new Map(sift('articles', rows.filter(Boolean)).valid.map((row) => [row.id, row]));
}
