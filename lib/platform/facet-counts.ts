import type { Table } from 'dexie';
import type { Annotation, StoredArticle } from '../core/annotation.ts';
import type { Source } from '../core/collection/excerpt.ts';
import { facetsOf, type FacetName } from '../core/collection/facets.ts';
import type { Database } from './database.ts';
import { sift } from './sift.ts';

/** How many excerpts, those in the trash aside, bear a value. */
export interface FacetCount {
  facet: FacetName;
  value: string;
  count: number;
}

/** An excerpt before and after a write; `before` is absent where it was made new, `after` where it is gone. */
export interface Change {
  before?: Annotation | undefined;
  after?: Annotation | undefined;
}

type Dated = Pick<Source, 'siteName' | 'publishedTime'>;

/**
 * Keeps the counts true to a write: call it inside the write's own transaction.
 * `known` are articles at hand, so that they need not be read.
 */
export async function countFacets(
  db: Database,
  changes: readonly Change[],
  known: readonly Source[] = [],
): Promise<void> {
  const articles = new Map<string, Dated>(known.map((article) => [article.id, article]));
  // Outlet and year cancel out where an excerpt was and stays counted: most edits need no article.
  const moved = changes.filter(({ before, after }) => isCounted(before) !== isCounted(after));
  const missing = new Set(moved.flatMap(({ before, after }) => (after ?? before)?.articleId ?? []));
  const rows = await db.articles.bulkGet([...missing].filter((id) => !articles.has(id)));
  for (const row of rows) if (row) articles.set(row.id, row);
  const deltas = new Deltas();
  for (const { before, after } of changes) {
    if (before && isCounted(before)) deltas.add(before, articles.get(before.articleId), -1);
    if (after && isCounted(after)) deltas.add(after, articles.get(after.articleId), 1);
  }
  await write(db, deltas.changed());
}

function isCounted(annotation: Annotation | undefined): boolean {
  return annotation !== undefined && !annotation.deleted;
}

/** By how much each count changes. */
class Deltas {
  readonly #deltas = new Map<string, FacetCount>();

  add(annotation: Annotation, article: Dated | undefined, step: 1 | -1): void {
    for (const [facet, value] of facetsOf(annotation, article)) {
      const key = `${facet}\n${value}`;
      const delta = this.#deltas.get(key);
      if (delta) delta.count += step;
      else this.#deltas.set(key, { facet, value, count: step });
    }
  }

  changed(): FacetCount[] {
    return [...this.#deltas.values()].filter(({ count }) => count !== 0);
  }
}

async function write(db: Database, deltas: readonly FacetCount[]): Promise<void> {
  if (deltas.length === 0) return;
  const stored = await db.facetCounts.bulkGet(deltas.map(keyOf));
  const counts = deltas.map((delta, at) => ({
    ...delta,
    count: (stored[at]?.count ?? 0) + delta.count,
  }));
  await db.facetCounts.bulkPut(counts.filter(({ count }) => count > 0));
  const gone = counts.filter(({ count }) => count <= 0).map(keyOf);
  if (gone.length > 0) await db.facetCounts.bulkDelete(gone);
}

function keyOf({ facet, value }: FacetCount): [FacetName, string] {
  return [facet, value];
}

/** The values of a facet with their counts, most used first. */
export async function facetValues(db: Database, facet: FacetName): Promise<FacetCount[]> {
  const rows = await db.facetCounts.where('[facet+value]').between([facet], [facet, []]).toArray();
  return rows.sort((a, b) => b.count - a.count);
}

/** The most frequent values of a facet with their counts, and how many values there are in all. */
export async function topFacetValues(
  db: Database,
  facet: FacetName,
  most: number,
): Promise<{ values: Pick<FacetCount, 'value' | 'count'>[]; distinct: number }> {
  const ofFacet = db.facetCounts.where('[facet+count]').between([facet], [facet, []]);
  const [rows, distinct] = await Promise.all([
    ofFacet.clone().reverse().limit(most).toArray(), // oxlint-disable-line unicorn/no-array-reverse -- Dexie's, not an array's
    ofFacet.count(),
  ]);
  return { values: rows.map(({ value, count }) => ({ value, count })), distinct };
}

/** Records read at a time while all are counted anew. */
const BATCH = 1000;

/** A database or one of its transactions. */
export interface Tables {
  table<Row, Key>(name: string): Table<Row, Key>;
}

/** Counts the whole collection anew: call it inside a transaction on articles, annotations and facet counts. */
export async function recountFacets(db: Tables): Promise<void> {
  const sources = await readSources(db);
  const counts = new Deltas();
  const annotations = db.table<Annotation, string>('annotations');
  for (let last = ''; ;) {
    const rows = await annotations.where('id').above(last).limit(BATCH).toArray();
    for (const annotation of sift('annotations', rows).valid) {
      if (isCounted(annotation)) counts.add(annotation, sources.get(annotation.articleId), 1);
    }
    if (rows.length < BATCH) break;
    last = String(rows.at(-1)?.id);
  }
  const table = db.table<FacetCount, [FacetName, string]>('facetCounts');
  await table.clear();
  await table.bulkPut(counts.changed());
}

/** The articles without their texts: 5,000 of them would fill 40 MB. */
async function readSources(db: Tables): Promise<Map<string, Source>> {
  const sources = new Map<string, Source>();
  await db.table<StoredArticle, string>('articles').each((row) => {
    const [article] = sift('articles', [row]).valid;
    if (!article) return;
    const { text: _, ...source } = article;
    sources.set(source.id, source);
  });
  return sources;
}
