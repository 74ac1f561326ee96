import type * as z from 'zod';
import { Annotation, StoredArticle } from '../core/annotation.ts';
import type { DamagedRecord } from '../core/collection/damaged-record.ts';
import type { Database } from './database.ts';

const SCHEMAS = { articles: StoredArticle, annotations: Annotation } satisfies Record<
  Kept,
  unknown
>;
type Kept = DamagedRecord['table'];

export type Damage = Omit<DamagedRecord, 'found'>;

/** Parts stored rows into those that fit their schema, as they lie there, and those that do not. */
export function sift<Table extends Kept>(
  table: Table,
  rows: readonly unknown[],
): { valid: z.infer<(typeof SCHEMAS)[Table]>[]; damaged: Damage[] } {
  const valid: z.infer<(typeof SCHEMAS)[Table]>[] = [];
  const damaged: Damage[] = [];
  for (const row of rows) {
    const parsed = SCHEMAS[table].safeParse(row);
    // The row itself, not the parsed copy: a newer version's fields must survive an edit by this one.
    if (parsed.success) valid.push(row as z.infer<(typeof SCHEMAS)[Table]>);
    else
      damaged.push({
        key: `${table}/${idOf(row)}`,
        table,
        record: row,
        reason: first(parsed.error),
      });
  }
  return { valid, damaged };
}

function idOf(row: unknown): string {
  return String((row as { id?: unknown }).id);
}

function first({ issues }: z.ZodError): string {
  const [issue] = issues;
  return issue ? `${issue.path.join('.')}: ${issue.message}` : '';
}

/** Moves damaged records out of the way of readers, whole, into the table of their own. */
export async function setAside(db: Database, damaged: readonly Damage[], now: Date): Promise<void> {
  const found = now.toISOString();
  await db.transaction('rw', db.articles, db.annotations, db.damaged, async () => {
    await db.damaged.bulkPut(damaged.map((damage) => ({ ...damage, found })));
    for (const { table, record } of damaged) await db[table].delete(idOf(record));
  });
}

/** Puts back those damaged records that this version can read, where their place is still free. Gives how many. */
export function rescue(db: Database): Promise<number> {
  return db.transaction('rw', db.articles, db.annotations, db.damaged, async () => {
    let rescued = 0;
    for (const { key, table, record } of await db.damaged.toArray()) {
      const [row] = sift(table, [record]).valid;
      if (!row || (await db[table].get(row.id))) continue;
      await db.table(table).add(row);
      await db.damaged.delete(key);
      rescued++;
    }
    return rescued;
  });
}
