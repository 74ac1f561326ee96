import { parseChoices, type LibraryChoices } from '../core/collection/library-choices.ts';
import type { Database } from './database.ts';
import { guarded } from './storage-error.ts';

const KEY = 'library';

/** Gives how this reader likes the library shown; what is not stored is as it is at first. Throws `StorageError`. */
export function readChoices(db: Database): Promise<LibraryChoices> {
  return guarded(async () => parseChoices((await db.local.get(KEY))?.value));
}

/** Keeps what this reader likes otherwise now; the rest stays as it is stored. Throws `StorageError`. */
export async function keepChoices(db: Database, change: Partial<LibraryChoices>): Promise<void> {
  const keep = async () => {
    const stored = parseChoices((await db.local.get(KEY))?.value);
    await db.local.put({ key: KEY, value: { ...stored, ...change } });
  };
  await guarded(() => db.transaction('rw', db.local, keep));
}
