import { backUp } from '../../lib/platform/back-up.ts';
import type { Database } from '../../lib/platform/database.ts';
import type { OpenedImport } from '../../lib/platform/run-import.ts';

/**
 * Puts a file in the place of the whole collection, of which a backup is made first; without one nothing is replaced.
 * Gives how many excerpts there are now, and the way back while the page is open.
 */
export async function replaceAll(db: Database, { replace, restore }: OpenedImport) {
  await backUp(db, { window, now: () => new Date() });
  const { length } = await replace();
  return { count: length, undo: restore };
}
