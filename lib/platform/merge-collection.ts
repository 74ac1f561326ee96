import type { Table } from 'dexie';
import type { Annotation } from '../core/annotation.ts';
import { compareImport, type ImportPreview } from '../core/collection/compare-import.ts';
import type { Collection } from '../core/export/json-ld.ts';
import type { ImportedCollection } from '../core/import-json.ts';
import { sift } from './damaged.ts';
import type { Database } from './database.ts';
import { guarded } from './storage-error.ts';
import { countTags } from './tag-counts.ts';

/** Compares a file with the collection; nothing is written. Throws `StorageError`. */
export function previewImport(db: Database, file: ImportedCollection): Promise<ImportPreview> {
  return guarded(async () => {
    const [rows, articleIds] = await Promise.all([
      db.annotations.bulkGet(file.annotations.map(({ id }) => id)),
      db.articles
        .where('id')
        .anyOf(file.articles.map(({ id }) => id))
        .primaryKeys(),
    ]);
    const stored = new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
    return compareImport(file, stored, new Set(articleIds));
  });
}

/**
 * Adds the records the collection does not have, all or none; one whose id is there is left as it is stored.
 * Gives the excerpts added. Throws `StorageError`; nothing is then added.
 */
export function mergeCollection(
  db: Database,
  { annotations, articles, damaged = [] }: Collection,
): Promise<Annotation[]> {
  return guarded(() =>
    db.transaction('rw', db.articles, db.annotations, db.tagCounts, db.damaged, async () => {
      // Asked anew: another window may have stored some of them since the preview.
      const [knownAnnotations, knownArticles, knownDamaged] = await Promise.all([
        db.annotations.bulkGet(annotations.map(({ id }) => id)),
        db.articles.bulkGet(articles.map(({ id }) => id)),
        db.damaged.bulkGet(damaged.map(({ key }) => key)),
      ]);
      const added = annotations.filter((_, at) => !knownAnnotations[at]);
      await db.articles.bulkAdd(articles.filter((_, at) => !knownArticles[at]));
      await db.annotations.bulkAdd(added);
      await db.damaged.bulkAdd(damaged.filter((_, at) => !knownDamaged[at]));
      await countTags(
        db,
        added.map((after) => ({ after })),
      );
      return added;
    }),
  );
}

/**
 * Reads the collection whole, trash and damaged records included, or the excerpts named with their articles.
 * Throws `StorageError`.
 */
export function readCollection(
  db: Database,
  now: Date,
  ids?: readonly string[],
): Promise<Collection> {
  return guarded(async () => {
    const rows = await (ids ? readRows(db.annotations, ids) : db.annotations.toArray());
    const annotations = sift('annotations', rows.filter(Boolean));
    const articleIds = [...new Set(annotations.valid.map(({ articleId }) => articleId))];
    const articleRows = await (ids ? readRows(db.articles, articleIds) : db.articles.toArray());
    const articles = sift('articles', articleRows.filter(Boolean));
    const found = now.toISOString();
    const damaged = [...annotations.damaged, ...articles.damaged].map((damage) =>
      Object.assign(damage, { found }),
    );
    if (!ids) damaged.push(...(await db.damaged.toArray()));
    return { annotations: annotations.valid, articles: articles.valid, damaged };
  });
}

/** Reading a table in one go costs less than asking for a good part of its records one by one. */
const WHOLE_TABLE_SHARE = 0.25;

async function readRows<Row extends { id: string }>(
  table: Table<Row, string>,
  ids: readonly string[],
): Promise<(Row | undefined)[]> {
  if (ids.length < (await table.count()) * WHOLE_TABLE_SHARE) return table.bulkGet([...ids]);
  const rows = new Map((await table.toArray()).map((row) => [row.id, row]));
  return ids.map((id) => rows.get(id));
}
