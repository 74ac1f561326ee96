import { browser } from '#imports';
import { readProfiles, type ExportProfile } from '../core/export/profile.ts';
import { guarded } from './storage-error.ts';

const KEY = 'export-profiles';

/** The profiles the reader has saved, oldest first. Throws `StorageError`. */
export async function loadProfiles(): Promise<ExportProfile[]> {
  return readProfiles(await stored());
}

/** Saves a profile in the place of the one with its id, else after the others; gives all. Throws `StorageError`. */
export function saveProfile(profile: ExportProfile): Promise<ExportProfile[]> {
  return change((items) => [...items.filter((item) => idOf(item) !== profile.id), profile]);
}

/** Throws `StorageError`. */
export function removeProfile(id: string): Promise<ExportProfile[]> {
  return change((items) => items.filter((item) => idOf(item) !== id));
}

/** Two windows may save at once; what this version cannot read is kept as it is. */
function change(by: (items: unknown[]) => unknown[]): Promise<ExportProfile[]> {
  return navigator.locks.request(KEY, () =>
    guarded(async () => {
      const before = await stored();
      const items = by(Array.isArray(before) ? before : []);
      await browser.storage.local.set({ [KEY]: items });
      return readProfiles(items);
    }),
  );
}

async function stored(): Promise<unknown> {
  const { [KEY]: value } = await guarded(() => browser.storage.local.get(KEY));
  return value;
}

function idOf(item: unknown): unknown {
  return (item as { id?: unknown } | undefined)?.id;
}
