import { browser } from '#imports';
import { parseBackupState, type BackupState } from '../core/backup.ts';
import { guarded } from './storage-error.ts';

const KEY = 'backup';

/** What is known of this collection's backups. Throws `StorageError`. */
export async function readBackupState(): Promise<BackupState> {
  return guarded(async () => parseBackupState((await browser.storage.local.get(KEY))[KEY]));
}

/** Changes some of it; changes from two windows both take effect. Throws `StorageError`. */
export function changeBackupState(change: Partial<BackupState>): Promise<BackupState> {
  return navigator.locks.request(KEY, () =>
    guarded(async () => {
      const state = { ...(await readBackupState()), ...change };
      await browser.storage.local.set({ [KEY]: state });
      return state;
    }),
  );
}

/** Hears of changes from any window. Returns a function that stops listening. */
export function onBackupStateChange(heard: (state: BackupState) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    if (changes[KEY]) heard(parseBackupState(changes[KEY].newValue));
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
