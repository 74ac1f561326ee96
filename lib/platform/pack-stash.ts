import * as z from 'zod';
import { Pack } from '../core/pack/pack.ts';
import { savePack, type PackWorld } from './packs.ts';
import type { Database } from './database.ts';

const PREFIX = 'pack-stash/';

const Stashed = z.object({ pack: Pack, base: z.iso.datetime().optional() });
/** A pack with changes that storage has not confirmed. */
export type Stashed = z.infer<typeof Stashed>;

/** Puts a pack aside at once: a page that is being closed has no time for the database. */
export function stashPack(storage: Storage, stashed: Stashed): void {
  storage.setItem(PREFIX + stashed.pack.id, JSON.stringify(stashed));
}

/** Forgets what was put aside of a pack, once it is stored. */
export function unstashPack(storage: Storage, id: string): void {
  storage.removeItem(PREFIX + id);
}

/** Stores what was put aside when a page was closed; what cannot be read or stored stays aside. */
export async function rescueStashed(
  storage: Storage,
  db: Database,
  world: PackWorld,
): Promise<void> {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
  for (const key of keys.filter((each) => each.startsWith(PREFIX))) {
    const stashed = readStash(storage.getItem(key));
    if (!stashed) continue;
    await savePack(db, stashed.pack, stashed.base, world);
    storage.removeItem(key);
  }
}

function readStash(text: string | null): Stashed | undefined {
  try {
    return Stashed.safeParse(JSON.parse(text ?? '')).data;
  } catch {
    return undefined;
  }
}
