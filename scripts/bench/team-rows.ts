import type { Row } from './row.ts';

/** Replication to a team database, which is not built yet. */
export function teamRows(): Promise<Row[]> {
  return Promise.resolve([
    {
      what: 'replicating 5,000 excerpts over a bare PouchDB replication',
      value: undefined,
      unit: '×',
      limit: 1.5,
      note: 'not built yet',
    },
  ]);
}
