import type { Database } from './database.ts';
import { rivalsOf } from './histories.ts';
import { guarded } from './storage-error.ts';
import { excerptTables } from './write-states.ts';

/** How long the trash keeps an excerpt. */
export const TRASH_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Deletes for good what has lain in this collection's trash for 30 days and could be seen there: the library was
 * last open at `shown`, after it was laid there. An excerpt that somebody else still keeps or edits stays.
 * Gives the ids of the excerpts deleted. Throws `StorageError`; nothing is then deleted.
 */
export function emptyTrash(db: Database, now: Date, shown: Date | undefined): Promise<string[]> {
  if (!shown) return Promise.resolve([]);
  const limit = Math.min(now.getTime() - TRASH_DAYS * DAY_MS, shown.getTime());
  return guarded(() =>
    db.transaction('rw', excerptTables(db), async () => {
      const due = db.trash.where('since').belowOrEqual(new Date(limit).toISOString());
      const ids = await due.primaryKeys();
      if (ids.length === 0) return [];
      const rivals = await rivalsOf(db);
      const rows = await db.annotations.bulkGet(ids);
      const gone = rows.flatMap((row) => {
        const isWanted = row && rivals.get(row.id)?.some(({ deleted }) => !deleted);
        return row?.deleted && !isWanted ? [row.id] : [];
      });
      await db.annotations.bulkDelete(gone);
      await db.trash.bulkDelete(gone);
      const states = gone.sort().map((id): [[string], [string, string[]]] => [[id], [id, []]]);
      await db.revisions.where('[annotationId+id]').inAnyRange(states).delete();
      return gone;
    }),
  );
}
