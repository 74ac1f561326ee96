import type { Skip } from '../core/skip.ts';
import type { Database } from './database.ts';
import { guarded } from './storage-error.ts';

/** What the reader passed over on a page; `key` is its `sourceKey`. */
export function skipsAt(db: Database, key: string): Promise<Skip[]> {
  return guarded(() => db.skips.where('sourceKey').equals(key).toArray());
}

/** Stores what was passed over; the same ids again change nothing. Throws `StorageError`; none is then stored. */
export function addSkips(db: Database, skips: readonly Skip[]): Promise<void> {
  return guarded(async () => void (await db.skips.bulkPut([...skips])));
}

export function removeSkips(db: Database, ids: readonly string[]): Promise<void> {
  return guarded(() => db.skips.bulkDelete([...ids]));
}
