import { EXCHANGE_EXTENSION, exchangeFileName } from '../core/export/exchange-file.ts';
import type { Database } from './database.ts';

/** The File System Access API as far as it is used: in Chromium's pages only. */
export interface BackupFolder {
  readonly name: string;
  queryPermission(options: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(options: { mode: 'readwrite' }): Promise<PermissionState>;
  getFileHandle(name: string, options?: { create: boolean }): Promise<BackupFile>;
  removeEntry(name: string): Promise<void>;
  keys(): AsyncIterable<string>;
}

interface BackupFile {
  getFile(): Promise<Blob>;
  createWritable(): Promise<{ write(data: Blob): Promise<void>; close(): Promise<void> }>;
}

interface Picker {
  showDirectoryPicker?(options: { id: string; mode: 'readwrite' }): Promise<BackupFolder>;
}

/** Why a backup could not be made or written; the collection is untouched. */
export class BackupError extends Error {
  override name = 'BackupError';
  readonly messageKey: 'error_backup_failed' | 'error_backup_folder' | 'error_backup_incomplete';

  constructor(messageKey: BackupError['messageKey'], options?: ErrorOptions) {
    super(messageKey, options);
    this.messageKey = messageKey;
  }
}

const KEY = 'backup-folder';
const ACCESS = { mode: 'readwrite' } as const;
/** Older ones are deleted; only files that have our name and ending are ever touched. */
const KEPT = 10;
const OURS = new RegExp(
  String.raw`^trich-bao-\d{4}-\d\d-\d\d-\d{4}\.${EXCHANGE_EXTENSION.replace('.', String.raw`\.`)}$`,
);

/** Whether this browser lets a page write into a folder the reader picks. */
export function canPickFolder(window: object): boolean {
  return 'showDirectoryPicker' in window;
}

/** Has the reader pick the folder for backups; gives nothing where they close the dialog. */
export async function pickFolder(db: Database, window: object): Promise<BackupFolder | undefined> {
  const { showDirectoryPicker } = window as Picker;
  try {
    const folder = await showDirectoryPicker?.call(window, { id: 'trich-bao', ...ACCESS });
    if (folder) await db.local.put({ key: KEY, value: folder });
    return folder;
  } catch (cause) {
    if ((cause as Error).name === 'AbortError') return undefined;
    throw new BackupError('error_backup_folder', { cause });
  }
}

/** The folder picked earlier. */
export async function pickedFolder(db: Database): Promise<BackupFolder | undefined> {
  return (await db.local.get(KEY))?.value as BackupFolder | undefined;
}

export async function forgetFolder(db: Database): Promise<void> {
  await db.local.delete(KEY);
}

/** Whether the folder can be written to without asking; the browser may want a click again after a restart. */
export async function isFolderOpen(folder: BackupFolder): Promise<boolean> {
  return (await folder.queryPermission(ACCESS)) === 'granted';
}

/** Asks for the picked folder again; it must be called from a click. */
export async function reopenFolder(db: Database): Promise<void> {
  await (await pickedFolder(db))?.requestPermission(ACCESS);
}

/**
 * Writes a backup into the folder and reads its size back; a write cut off leaves no file. Gives the file's name.
 * @throws BackupError
 */
export async function writeBackup(folder: BackupFolder, backup: Blob, now: Date): Promise<string> {
  const name = exchangeFileName(now);
  try {
    const file = await folder.getFileHandle(name, { create: true });
    const writable = await file.createWritable();
    await writable.write(backup);
    await writable.close();
    if ((await file.getFile()).size !== backup.size)
      throw new BackupError('error_backup_incomplete');
    await deleteOldest(folder);
  } catch (cause) {
    throw cause instanceof BackupError ? cause : new BackupError('error_backup_folder', { cause });
  }
  return name;
}

async function deleteOldest(folder: BackupFolder): Promise<void> {
  const names: string[] = [];
  for await (const name of folder.keys()) if (OURS.test(name)) names.push(name);
  for (const name of names.sort().slice(0, -KEPT)) await folder.removeEntry(name);
}
