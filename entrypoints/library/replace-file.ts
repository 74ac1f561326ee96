import type { ImportPreview } from '../../lib/core/collection/compare-import.ts';
import { backUp } from '../../lib/platform/back-up.ts';
import type { Database } from '../../lib/platform/database.ts';
import { readCollection, replaceCollection } from '../../lib/platform/merge-collection.ts';

/**
 * Puts a file in the place of the whole collection, of which a backup is made first; without one nothing is replaced.
 * Gives how many excerpts there are now, and the way back while the page is open.
 */
export async function replaceFile(db: Database, { file }: ImportPreview) {
  const desk = { window, now: () => new Date() };
  const before = await readCollection(db, desk.now());
  await backUp(db, desk);
  const { length } = await replaceCollection(db, file, desk.now());
  return { count: length, undo: () => replaceCollection(db, before, desk.now()) };
}
