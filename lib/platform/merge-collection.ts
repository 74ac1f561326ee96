import type { Annotation, StoredArticle } from '../core/annotation.ts';
import { canonicalJson } from '../core/canonical-json.ts';
import {
  compareImport,
  statesById,
  type ImportPreview,
} from '../core/collection/compare-import.ts';
import { joinCompanions, type Companion } from '../core/collection/companion.ts';
import { joinArticles } from '../core/collection/join-articles.ts';
import { joinStates, stamped } from '../core/collection/revision.ts';
import type { Collection } from '../core/export/json-ld.ts';
import type { ImportedCollection } from '../core/import-json.ts';
import { setAside } from './damaged.ts';
import type { Database, StoredRevision } from './database.ts';
import { recountFacets } from './facet-counts.ts';
import { readRevisions, readRows, readStates } from './read-states.ts';
import { sift } from './sift.ts';
import { guarded } from './storage-error.ts';
import { excerptTables, revisionRow, writeStates, type Step } from './write-states.ts';

/** Compares a file with the collection; nothing is written. Throws `StorageError`. */
export function previewImport(db: Database, file: ImportedCollection): Promise<ImportPreview> {
  return guarded(async () => {
    const damagedKeys = file.damaged.map(({ key }) => key);
    const [{ states }, articles, damaged, companions] = await Promise.all([
      readStates(db, [...statesById(file).keys()]),
      db.articles.bulkGet(file.articles.map(({ id }) => id)),
      db.damaged.where('key').anyOf(damagedKeys).primaryKeys(),
      db.companions.toArray(),
    ]);
    return compareImport(file, {
      states,
      articles: new Map(articles.flatMap((row) => (row ? [[row.id, row] as const] : []))),
      companions: sift('companions', companions).valid,
      damaged: new Set(damaged),
    });
  });
}

/**
 * Joins a collection with the one stored, all of it or none: every state of both is kept, and the latest is shown.
 * Gives the excerpts that were not here. Throws `StorageError`; nothing is then changed.
 */
export function mergeCollection(
  db: Database,
  collection: Collection,
  now: Date,
): Promise<Annotation[]> {
  return guarded(() =>
    // Async, or Dexie takes the transaction for done at the first native await.
    db.transaction('rw', collectionTables(db), async () => join(db, collection, now)),
  );
}

/**
 * Puts a collection in the place of the one stored, all of it or none: make a backup first.
 * Gives the excerpts that are there now. Throws `StorageError`; nothing is then changed.
 */
export function replaceCollection(
  db: Database,
  collection: Collection,
  now: Date,
): Promise<Annotation[]> {
  const tables = collectionTables(db);
  return guarded(() =>
    db.transaction('rw', tables, async () => {
      for (const table of tables) await table.clear();
      return join(db, collection, now);
    }),
  );
}

function collectionTables(db: Database) {
  return [...excerptTables(db), db.companions, db.damaged];
}

async function join(db: Database, collection: Collection, now: Date): Promise<Annotation[]> {
  await joinArticleRecords(db, collection.articles);
  await joinCompanionRecords(db, collection.companions ?? [], now);
  const { damaged = [] } = collection;
  // What is stored is asked anew: another window may have written since the preview.
  const there = await db.damaged.bulkGet(damaged.map(({ key }) => key));
  await db.damaged.bulkAdd(damaged.filter((_, at) => !there[at]));
  const incoming = statesById(collection);
  const { states: stored, damaged: unreadable } = await readStates(db, [...incoming.keys()]);
  if (unreadable.length > 0) await setAside(db, unreadable, now);
  const steps: Step[] = [];
  const others: StoredRevision[] = [];
  for (const [id, states] of incoming) {
    const own = stored.get(id) ?? [];
    const history = joinStates(own, states.map(stamped));
    if (history.shown === own[0] && history.others.length === own.length - 1) continue;
    if (history.shown !== own[0]) steps.push({ before: own[0], after: history.shown });
    others.push(...history.others.map(({ state, isHead }) => revisionRow(state, isHead)));
  }
  await writeStates(db, steps, others, now);
  return steps.flatMap(({ before, after }) => (before ? [] : [after]));
}

async function joinArticleRecords(db: Database, articles: readonly StoredArticle[]): Promise<void> {
  const stored = await db.articles.bulkGet(articles.map(({ id }) => id));
  const changed = articles.flatMap((incoming, at) => {
    const own = stored[at];
    if (!own) return [incoming];
    return joinArticles(own, incoming) === own ? [] : [incoming];
  });
  await db.articles.bulkPut(changed);
  const isRenamed = changed.some(({ id }) => stored.some((own) => own?.id === id));
  if (isRenamed) await recountFacets(db);
}

async function joinCompanionRecords(
  db: Database,
  incoming: readonly Companion[],
  now: Date,
): Promise<void> {
  if (incoming.length === 0) return;
  const { valid: own, damaged } = sift('companions', await db.companions.toArray());
  if (damaged.length > 0) await setAside(db, damaged, now);
  const stored = new Map(own.map((each) => [each.id, canonicalJson(each)]));
  const joined = joinCompanions(own, incoming);
  await db.companions.bulkPut(joined.filter((each) => stored.get(each.id) !== canonicalJson(each)));
  for (const { id } of joined) stored.delete(id);
  await db.companions.bulkDelete([...stored.keys()]);
}

/**
 * Reads the collection whole, trash, every state, companions and damaged records included; or the excerpts named with
 * their articles and states, by themselves: an entry of the register, a judgement or a pack speaks of other excerpts
 * too, which whoever gets the file has not got. Throws `StorageError`.
 */
export function readCollection(
  db: Database,
  now: Date,
  ids?: readonly string[],
  withCompanions = ids === undefined,
): Promise<Collection> {
  return guarded(async () => {
    const rows = await (ids ? readRows(db.annotations, ids) : db.annotations.toArray());
    const annotations = sift('annotations', rows.filter(Boolean));
    const articleIds = [...new Set(annotations.valid.map(({ articleId }) => articleId))];
    const articleRows = await (ids ? readRows(db.articles, articleIds) : db.articles.toArray());
    const articles = sift('articles', articleRows.filter(Boolean));
    const revisions = await readRevisions(db, ids && new Set(ids));
    const found = now.toISOString();
    const made = withCompanions ? await db.companions.toArray() : [];
    const companions = sift('companions', made);
    const damaged = [annotations, articles, revisions, companions].flatMap((part) =>
      part.damaged.map((damage) => Object.assign(damage, { found })),
    );
    if (!ids) damaged.push(...(await db.damaged.toArray()));
    return {
      annotations: annotations.valid,
      articles: articles.valid,
      revisions: revisions.valid,
      companions: companions.valid,
      damaged,
    };
  });
}
