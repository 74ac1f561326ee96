import type * as z from 'zod';
import { Annotation, StoredArticle } from '../core/annotation.ts';
import { Companion } from '../core/collection/companion.ts';
import type { DamagedRecord } from '../core/collection/damaged-record.ts';
import { Revision } from '../core/collection/revision.ts';

const SCHEMAS = {
  articles: StoredArticle,
  annotations: Annotation,
  revisions: Revision,
  companions: Companion,
} satisfies Record<DamagedRecord['table'], unknown>;

type Row<Table extends DamagedRecord['table']> = z.infer<(typeof SCHEMAS)[Table]>;

export type Damage = Omit<DamagedRecord, 'found'>;

/** Parts stored rows into those that fit their schema, as they lie there, and those that do not. */
export function sift<Table extends DamagedRecord['table']>(
  table: Table,
  rows: readonly unknown[],
): { valid: Row<Table>[]; damaged: Damage[] } {
  const valid: Row<Table>[] = [];
  const damaged: Damage[] = [];
  for (const row of rows) {
    const parsed = SCHEMAS[table].safeParse(row);
    // The row itself, not the parsed copy: a newer version's fields must survive an edit by this one.
    if (parsed.success) valid.push(row as Row<Table>);
    else {
      const key = [table, primaryKey(table, row)].flat().join('/');
      damaged.push({ key, table, record: row, reason: first(parsed.error) });
    }
  }
  return { valid, damaged };
}

/** The key a record of a table lies under, its schema aside. */
export function primaryKey(table: DamagedRecord['table'], row: unknown): string | string[] {
  const { id, annotationId } = (row ?? {}) as { id?: unknown; annotationId?: unknown };
  return table === 'revisions' ? [String(annotationId), String(id)] : String(id);
}

function first({ issues }: z.ZodError): string {
  const [issue] = issues;
  return issue ? `${issue.path.join('.')}: ${issue.message}` : '';
}
