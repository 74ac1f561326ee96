/** How safe what is stored is from the browser itself, and how much room it has (bytes). */
export interface KeptStorage {
  /** Whether the browser promises not to clear it when the disk is full. */
  isPersisted: boolean;
  usage: number;
  quota: number;
}

/** Asks the browser how it keeps what is stored. */
export async function keptStorage(storage: StorageManager): Promise<KeptStorage> {
  const [isPersisted, { usage = 0, quota = 0 }] = await Promise.all([
    storage.persisted(),
    storage.estimate(),
  ]);
  return { isPersisted, usage, quota };
}

/** Asks the browser to promise that it will not clear what is stored; it may refuse. */
export async function persistStorage(storage: StorageManager): Promise<KeptStorage> {
  await storage.persist();
  return keptStorage(storage);
}
