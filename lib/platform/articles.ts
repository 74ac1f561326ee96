import { StoredArticle, type Annotation } from '../core/annotation.ts';
import { editArticle, type ArticleEdit } from '../core/collection/article-edit.ts';
import { fingerprint, type Fingerprint } from '../core/collection/reprints.ts';
import type { Database } from './database.ts';
import { countFacets } from './facet-counts.ts';
import { sift } from './sift.ts';
import { guarded, StorageError } from './storage-error.ts';

/** Puts fields of an article right. Throws `StorageError`: `missing` where there is no such article. */
export function correctArticle(
  db: Database,
  id: string,
  edit: ArticleEdit,
  now: Date,
): Promise<StoredArticle> {
  return changeArticle(db, id, (before) => editArticle(before, edit, now));
}

/** Says that one article is a reprint of another. Throws `StorageError`. */
export function joinReprint(
  db: Database,
  id: string,
  of: string,
  now: Date,
): Promise<StoredArticle> {
  return changeArticle(db, id, ({ distinctFrom = [], ...before }) => {
    const others = distinctFrom.filter((other) => other !== of);
    return {
      ...before,
      reprintOf: of,
      ...(others.length > 0 && { distinctFrom: others }),
      modified: now.toISOString(),
    };
  });
}

/** Says that one article is no reprint of another, whatever it was said to be. Throws `StorageError`. */
export function partReprint(
  db: Database,
  id: string,
  from: string,
  now: Date,
): Promise<StoredArticle> {
  return changeArticle(db, id, ({ reprintOf, distinctFrom = [], ...before }) => ({
    ...before,
    ...(reprintOf && reprintOf !== from && { reprintOf }),
    distinctFrom: [...new Set([...distinctFrom, from])],
    modified: now.toISOString(),
  }));
}

function changeArticle(
  db: Database,
  id: string,
  change: (before: StoredArticle) => StoredArticle,
): Promise<StoredArticle> {
  return guarded(() =>
    db.transaction('rw', db.articles, db.annotations, db.facetCounts, async () => {
      const before = await db.articles.get(id);
      if (!before) throw new StorageError('missing');
      const after = change(before);
      if (after === before) return before;
      StoredArticle.parse(after);
      const excerpts = await db.annotations.where('articleId').equals(id).toArray();
      // Outlet and year are counted by: out under the old ones, in under the new.
      await countFacets(
        db,
        excerpts.map((each) => ({ before: each })),
        [before],
      );
      await db.articles.put(after);
      await countFacets(
        db,
        excerpts.map((each) => ({ after: each })),
        [after],
      );
      return after;
    }),
  );
}

/** An article with the excerpts clipped from it, in the order they stand in its text. */
export interface ArticleReading {
  article: StoredArticle;
  annotations: Annotation[];
}

/** Reads an article with its excerpts, those in the trash aside; nothing where it is not there or damaged. */
export function readArticle(db: Database, id: string): Promise<ArticleReading | undefined> {
  return guarded(async () => {
    const row = await db.articles.get(id);
    const [article] = sift('articles', row ? [row] : []).valid;
    if (!article) return undefined;
    const rows = await db.annotations.where('articleId').equals(id).toArray();
    const annotations = sift('annotations', rows)
      .valid.filter(({ deleted }) => !deleted)
      .sort((a, b) => placeOf(a) - placeOf(b));
    return { article, annotations };
  });
}

function placeOf({ target, mention }: Annotation): number {
  return target.selector[1].start + (mention?.start ?? 0);
}

/** Articles whose texts are read at a time. */
const BATCH = 50;

/** Adds the fingerprints of articles that `known` has none of. Throws `StorageError`. */
export function readFingerprints(
  db: Database,
  ids: readonly string[],
  known: Map<string, Fingerprint>,
): Promise<void> {
  return guarded(async () => {
    const missing = ids.filter((id) => !known.has(id));
    for (let at = 0; at < missing.length; at += BATCH) {
      const rows = await db.articles.bulkGet(missing.slice(at, at + BATCH));
      for (const row of rows) if (row) known.set(row.id, fingerprint(row.text));
    }
  });
}
