import type { Annotation } from '../core/annotation.ts';
import { revisionOf } from '../core/collection/revision.ts';
import type { Database, StoredRevision } from './database.ts';
import { countFacets, type Change } from './facet-counts.ts';

/** Everything a change of excerpts touches: one transaction on these, and each number and list stays true. */
export function excerptTables(db: Database) {
  return [db.articles, db.annotations, db.revisions, db.facetCounts, db.trash];
}

/** A new state to be shown, and the one it is shown instead of, which goes to the revisions. */
export interface Step extends Change {
  after: Annotation;
}

/** Writes new states: call it inside a transaction on `excerptTables`. */
export async function writeStates(
  db: Database,
  steps: readonly Step[],
  others: readonly StoredRevision[],
  now: Date,
): Promise<void> {
  if (others.length > 0) await db.revisions.bulkPut([...others]);
  if (steps.length === 0) return;
  await db.annotations.bulkPut(steps.map(({ after }) => after));
  await countFacets(db, steps);
  await keepTrash(db, steps, now);
}

/** A row for a state that is not the one shown. */
export function revisionRow(annotation: Annotation, isHead = false): StoredRevision {
  const row = { id: revisionOf(annotation), annotationId: annotation.id, annotation };
  return isHead ? { ...row, head: 1 } : row;
}

async function keepTrash(db: Database, steps: readonly Step[], now: Date): Promise<void> {
  const since = now.toISOString();
  const laid = steps.filter(({ before, after }) => after.deleted && !before?.deleted);
  const taken = steps.filter(({ before, after }) => before?.deleted && !after.deleted);
  if (laid.length > 0) await db.trash.bulkPut(laid.map(({ after: { id } }) => ({ id, since })));
  if (taken.length > 0) await db.trash.bulkDelete(taken.map(({ after: { id } }) => id));
}
