import { isBackupDue, overdueDays, type Contents } from '../core/backup.ts';
import { exchangeFileName } from '../core/export/exchange-file.ts';
import { makeBackup } from './backup-file.ts';
import * as folders from './backup-folder.ts';
import { changeBackupState, readBackupState } from './backup-state.ts';
import type { Database } from './database.ts';
import { downloadFile } from './download.ts';
import { keptStorage, type KeptStorage } from './kept-storage.ts';
import { readContents } from './read-contents.ts';

/** The window a backup is made from, and its clock. */
export interface Desk {
  window: Window;
  now(): Date;
}

/**
 * Makes a backup into the picked folder where it can be written to, else as a download; gives the file's name.
 * @throws BackupError, StorageError
 */
export async function backUp(db: Database, desk: Desk): Promise<string> {
  const [contents, folder] = await Promise.all([readContents(db), openFolder(db)]);
  return writeDown(contents, folder, desk);
}

/**
 * Backs up by itself where the picked folder can be written to and the day's backup is due; two windows make one.
 * @throws BackupError, StorageError
 */
export function backUpIfDue(db: Database, desk: Desk): Promise<void> {
  return navigator.locks.request('back-up', async () => {
    const [state, contents, folder] = await Promise.all([
      readBackupState(),
      readContents(db),
      openFolder(db),
    ]);
    if (folder && isBackupDue(state, contents, desk.now())) await writeDown(contents, folder, desk);
  });
}

async function writeDown(
  contents: Contents | undefined,
  folder: folders.BackupFolder | undefined,
  { window, now }: Desk,
): Promise<string> {
  const made = now();
  const file = await makeBackup(made);
  const name = exchangeFileName(made);
  if (folder) await folders.writeBackup(folder, file, made);
  else downloadFile(window.document, name, file);
  await changeBackupState({ last: { at: made.toISOString(), mark: contents?.mark ?? '' } });
  return name;
}

async function openFolder(db: Database): Promise<folders.BackupFolder | undefined> {
  const folder = await folders.pickedFolder(db);
  return folder && (await folders.isFolderOpen(folder)) ? folder : undefined;
}

/** How safe the collection is. */
export interface Safety {
  /** When the last backup was made (ISO 8601). */
  last: string | undefined;
  folder: { name: string; state: 'open' | 'ask' } | undefined;
  canPickFolder: boolean;
  /** For how many days there has been no backup, where that is too long. */
  overdue: number | undefined;
  storage: KeptStorage;
}

/** Tells how safe the collection is. Throws `StorageError`. */
export async function readSafety(db: Database, { window, now }: Desk): Promise<Safety> {
  const [state, contents, folder, open, storage] = await Promise.all([
    readBackupState(),
    readContents(db),
    folders.pickedFolder(db),
    openFolder(db),
    keptStorage(window.navigator.storage),
  ]);
  return {
    last: state.last?.at,
    folder: folder && { name: folder.name, state: open ? 'open' : 'ask' },
    canPickFolder: folders.canPickFolder(window),
    overdue: overdueDays(state, contents, now()),
    storage,
  };
}
