import type { Table } from 'dexie';
import type { Annotation } from '../core/annotation.ts';
import type { Revision } from '../core/collection/revision.ts';
import type { Database } from './database.ts';
import { sift, type Damage } from './sift.ts';

/** Reading a table in one go costs less than asking for a good part of its records one by one. */
const WHOLE_TABLE_SHARE = 0.25;

/** Reads the records named, in their order; `undefined` for one that is not there. */
export async function readRows<Row extends { id: string }>(
  table: Table<Row, string>,
  ids: readonly string[],
): Promise<(Row | undefined)[]> {
  if (ids.length < (await table.count()) * WHOLE_TABLE_SHARE) return table.bulkGet([...ids]);
  const rows = new Map((await table.toArray()).map((row) => [row.id, row]));
  return ids.map((id) => rows.get(id));
}

/** Reads the states not shown, of the excerpts named or of all. */
export async function readRevisions(
  db: Database,
  ids?: ReadonlySet<string>,
): Promise<{ valid: Revision[]; damaged: Damage[] }> {
  const { revisions } = db;
  const isMost = !ids || ids.size >= (await revisions.count()) * WHOLE_TABLE_SHARE;
  const rows = isMost
    ? await revisions.toArray()
    : await revisions
        .where('[annotationId+id]')
        .inAnyRange([...ids].sort().map((id) => [[id], [id, []]]))
        .toArray();
  return sift('revisions', ids ? rows.filter(({ annotationId }) => ids.has(annotationId)) : rows);
}

/** Reads all states of the excerpts named that are here, the one shown first. */
export async function readStates(
  db: Database,
  ids: readonly string[],
): Promise<{ states: Map<string, Annotation[]>; damaged: Damage[] }> {
  const rows = await readRows(db.annotations, ids);
  const { valid, damaged } = sift('annotations', rows.filter(Boolean));
  const states = new Map(valid.map((shown) => [shown.id, [shown]]));
  const others = await readRevisions(db, new Set(ids));
  for (const { annotation } of others.valid) states.get(annotation.id)?.push(annotation);
  return { states, damaged };
}
