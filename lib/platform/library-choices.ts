import { parseChoices, type LibraryChoices } from '../core/collection/library-choices.ts';
import type { Database } from './database.ts';
import { guarded } from './storage-error.ts';

const KEY = 'library';

/** Gives how this reader likes the library shown; what is not stored is as it is at first. Throws `StorageError`. */
export function readChoices(db: Database): Promise<LibraryChoices> {
  return guarded(async () => parseChoices((await db.local.get(KEY))?.value));
}

/** Keeps how this reader likes the library shown. Throws `StorageError`. */
export async function keepChoices(db: Database, choices: LibraryChoices): Promise<void> {
  await guarded(() => db.local.put({ key: KEY, value: choices }));
}
