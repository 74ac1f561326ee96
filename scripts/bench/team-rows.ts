import type { AddRow } from './row.ts';

/** Replication to a team database, which is not built yet. */
export function teamRows(add: AddRow): void {
  add({
    what: 'replicating 5,000 excerpts over a bare PouchDB replication',
    value: undefined,
    unit: '×',
    limit: 1.5,
    note: 'not built yet',
  });
}
