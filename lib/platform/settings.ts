import { browser } from '#imports';
import { parseSettings, type Settings } from '../core/settings.ts';
import { hostOf } from '../core/site.ts';
import { guarded } from './storage-error.ts';

const KEY = 'settings';
/** What could not be read and was replaced, oldest first; nothing the reader ever chose is thrown away. */
const DAMAGED_KEY = 'settings-damaged';

/** Shuts the scripts in pages out of the settings, where the browser can: a page that breaks into its script sees none. */
export function keepFromPages(): void {
  // Firefox has no such level.
  const { local } = browser.storage as unknown as {
    local: { setAccessLevel?(options: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void> };
  };
  void local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/** What the reader has chosen, the usual where nothing is. Throws `StorageError`. */
export async function readSettings(): Promise<Settings> {
  return parseSettings(await stored()).settings;
}

/** The name that excerpts and reviews are signed with; nothing where the reader has given none. Throws `StorageError`. */
export async function readerName(): Promise<string | undefined> {
  return (await readSettings()).name || undefined;
}

/**
 * Changes some of the settings; two changes at once, from two windows, both take effect.
 * @throws StorageError; nothing is then changed
 */
export function changeSettings(change: (was: Settings) => Partial<Settings>): Promise<Settings> {
  return navigator.locks.request(KEY, () =>
    guarded(async () => {
      const before = await stored();
      const { settings: was, isDamaged } = parseSettings(before);
      const settings = { ...was, ...change(was) };
      // Fields of a later version, which this one does not know, are its own to keep.
      const others = typeof before === 'object' ? before : {};
      await browser.storage.local.set({
        [KEY]: { ...others, ...settings },
        ...(isDamaged && { [DAMAGED_KEY]: [...(await damaged()), before] }),
      });
      return settings;
    }),
  );
}

/** Remembers what is read on the site of an address, as a CSS selector; forgets it where there is none. Throws `StorageError`. */
export async function chooseRegion(address: string, selector: string | undefined): Promise<void> {
  const host = hostOf(address);
  if (host === undefined) return;
  await changeSettings(({ regions }) => {
    const others = Object.entries(regions).filter(([other]) => other !== host);
    const chosen = selector === undefined ? [] : [[host, selector]];
    return { regions: Object.fromEntries([...others, ...chosen]) as Record<string, string> };
  });
}

/** Hears of settings changed in any window. Returns a function that stops listening. */
export function onSettingsChange(
  heard: (settings: Settings, before: Settings) => void,
): () => void {
  const listener = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>) => {
    const change = changes[KEY];
    if (!change) return;
    heard(parseSettings(change.newValue).settings, parseSettings(change.oldValue).settings);
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

async function stored(): Promise<unknown> {
  const { [KEY]: value } = await guarded(() => browser.storage.local.get(KEY));
  return value;
}

async function damaged(): Promise<unknown[]> {
  const { [DAMAGED_KEY]: kept } = await browser.storage.local.get(DAMAGED_KEY);
  return Array.isArray(kept) ? kept : [];
}
