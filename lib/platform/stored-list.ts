import { browser } from '#imports';
import { guarded } from './storage-error.ts';

/** A list that the reader adds to and takes from; every deed gives all there is then, oldest first, and throws `StorageError`. */
export interface StoredList<Item> {
  load(): Promise<Item[]>;
  /** Tells of the list now and after every change, from whichever window. Gives a function that stops it. */
  follow(heard: (items: Item[]) => void, failed: (error: unknown) => void): () => void;
  /** Saves an item in the place of the one with its id, else after the others. */
  keep(item: Item): Promise<Item[]>;
  remove(id: string): Promise<Item[]>;
}

/**
 * A list in the browser's storage. Two windows may save at once; what this version cannot read is kept as it is.
 * @param read reads what is stored, of which nothing is trusted
 */
export function storedList<Item extends { id: string }>(
  key: string,
  read: (stored: unknown) => Item[],
): StoredList<Item> {
  const stored = async () => {
    const { [key]: value } = await guarded(() => browser.storage.local.get(key));
    return value;
  };
  const change = (by: (items: unknown[]) => unknown[]): Promise<Item[]> =>
    navigator.locks.request(key, () =>
      guarded(async () => {
        const before = await stored();
        const items = by(Array.isArray(before) ? before : []);
        await browser.storage.local.set({ [key]: items });
        return read(items);
      }),
    );
  const load = async () => read(await stored());
  return {
    load,
    follow: (heard, failed) => {
      const tell = () => void load().then(heard, failed);
      const listen = (changes: Record<string, unknown>) => {
        if (key in changes) tell();
      };
      browser.storage.local.onChanged.addListener(listen);
      tell();
      return () => browser.storage.local.onChanged.removeListener(listen);
    },
    keep: (item) => change((items) => [...items.filter((other) => idOf(other) !== item.id), item]),
    remove: (id) => change((items) => items.filter((item) => idOf(item) !== id)),
  };
}

function idOf(item: unknown): unknown {
  return (item as { id?: unknown } | undefined)?.id;
}
