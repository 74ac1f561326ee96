import { Dexie, type Table } from 'dexie';
import { StoredArticle, type Annotation, type Article } from '../core/annotation.ts';
import { Draft, isSameExcerpt } from '../core/collection/clip.ts';
import type { Companion } from '../core/collection/companion.ts';
import type { DamagedRecord } from '../core/collection/damaged-record.ts';
import { stamped, type Revision } from '../core/collection/revision.ts';
import { storedArticle, type Digest } from '../core/collection/stored-article.ts';
import { tidyTags } from '../core/collection/tags.ts';
import type { Skip } from '../core/skip.ts';
import { countFacets, type FacetCount } from './facet-counts.ts';
import { sift } from './sift.ts';
import { guarded, StorageError } from './storage-error.ts';
import { declareVersions } from './versions.ts';

/** The collection as it lies in IndexedDB. Only the extension's own origin ever opens it. */
export type Database = Dexie & {
  articles: Table<StoredArticle, string>;
  /** Each excerpt in the state that is shown. */
  annotations: Table<Annotation, string>;
  /** The other states of the excerpts. */
  revisions: Table<StoredRevision, [annotationId: string, id: string]>;
  /** What people make of the collection: register entries, judgements, packs. */
  companions: Table<Companion, string>;
  facetCounts: Table<FacetCount, [FacetCount['facet'], string]>;
  damaged: Table<DamagedRecord, string>;
  skips: Table<Skip, string>;
  /** Since when (ISO 8601) an excerpt has lain in this collection's trash. */
  trash: Table<{ id: string; since: string }, string>;
  local: Table<{ key: string; value: unknown }, string>;
};

/** A state other than the one shown; `head` is there where it competes with that one. */
export type StoredRevision = Revision & { head?: 1 | undefined };

/** Time, SHA-256 and the reader's name, as the caller has them. */
export interface World {
  now(): Date;
  digest: Digest;
  /** Nothing where the reader has given no name. */
  reader?(): Promise<string | undefined>;
}

/** What became of a clip: stored now (or by an earlier try with the same id), or there already under another id. */
export interface Saved {
  status: 'stored' | 'duplicate';
  annotation: Annotation;
}

/**
 * Names the collection's tables; the first read or write opens it, makes it where there is none, and brings an older
 * one up to date.
 */
export function openDatabase(name = 'trich-bao', now = () => new Date()): Database {
  // Relaxed, Chromium's default, may lose the last seconds at a power cut: too much for an acknowledged clip.
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Database;
  declareVersions(db, now);
  return db;
}

/** Waits for the database. Throws `StorageError`: `blocked` while another page holds an older version open. */
export async function ready(db: Database): Promise<void> {
  const blocked = new Promise<never>((_, reject) => {
    db.on('blocked', () => reject(new StorageError('blocked')));
  });
  await guarded(() => Promise.race([db.open(), blocked]));
}

/**
 * Stores one excerpt and its article; resolves when both are on the disk.
 * Throws `StorageError`; nothing is then stored.
 */
export async function saveAnnotation(
  db: Database,
  { article, annotation }: { article: Article; annotation: Draft },
  world: World,
): Promise<Saved> {
  const [saved] = await saveAnnotations(db, { article, annotations: [annotation] }, world);
  if (!saved) throw new StorageError('internal');
  return saved;
}

/**
 * Stores the excerpts clipped from one article, all or none, in the order given; resolves when they are on the disk.
 * A retry with the same ids stores nothing twice, and neither an article nor an annotation already stored is overwritten.
 * Throws `StorageError`; nothing is then stored.
 */
export function saveAnnotations(
  db: Database,
  { article, annotations }: { article: Article; annotations: readonly Draft[] },
  world: World,
): Promise<Saved[]> {
  return guarded(async () => {
    const captured = world.now().toISOString();
    // Awaited before the transaction: IndexedDB commits one that waits for anything but its own requests.
    const stored = StoredArticle.parse(await storedArticle(article, captured, world.digest));
    const author = await world.reader?.();
    const drafts = annotations.map((draft) => firstState(draft, stored.id, author));
    return db.transaction('rw', db.articles, db.annotations, db.facetCounts, async () => {
      if (drafts.length > 0 && !(await db.articles.get(stored.id))) await db.articles.add(stored);
      return addDrafts(db, stored, drafts);
    });
  });
}

/** A page cannot sign, review or give a past to what it sends: the schema of drafts leaves that out. */
function firstState(draft: Draft, articleId: string, author: string | undefined): Annotation {
  const tags = tidyTags(draft.tags);
  return stamped({ ...Draft.parse(draft), tags, articleId, ...(author && { author }) });
}

async function addDrafts(
  db: Database,
  article: StoredArticle,
  drafts: readonly Annotation[],
): Promise<Saved[]> {
  const [atPage, byId] = await Promise.all([
    rowsAt(db, article.sourceKey),
    db.annotations.bulkGet(drafts.map(({ id }) => id)),
  ]);
  const known = sift('annotations', atPage).valid.filter(({ deleted }) => !deleted);
  const added = new Map<string, Annotation>();
  const saved = drafts.map((draft, at): Saved => {
    const retried = byId[at] ?? added.get(draft.id);
    if (retried) return { status: 'stored', annotation: retried };
    const twin = [...known, ...added.values()].find((other) => isSameExcerpt(draft, other));
    if (twin) return { status: 'duplicate', annotation: twin };
    added.set(draft.id, draft);
    return { status: 'stored', annotation: draft };
  });
  const news = [...added.values()];
  const changes = news.map((after) => ({ after }));
  await Promise.all([db.annotations.bulkAdd(news), countFacets(db, changes, [article])]);
  return saved;
}

/** Reads what is clipped from a page (not what lies in the trash), oldest first; `key` is its `sourceKey`. */
export function annotationsAt(db: Database, key: string): Promise<Annotation[]> {
  return guarded(async () => {
    return sift('annotations', await rowsAt(db, key))
      .valid.filter(({ deleted }) => !deleted)
      .sort((a, b) => (a.created < b.created ? -1 : Number(a.created > b.created)));
  });
}

async function rowsAt(db: Database, key: string): Promise<Annotation[]> {
  const articleIds = await db.articles.where('sourceKey').equals(key).primaryKeys();
  return db.annotations.where('articleId').anyOf(articleIds).toArray();
}
