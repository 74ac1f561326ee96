import { Dexie, type Table } from 'dexie';
import { fingerprint, isReprint, type Fingerprint } from '../core/collection/reprints.ts';
import { guarded } from './storage-error.ts';
import type { Database } from './database.ts';

/** The lowest hashes of an article's fingerprint: of two texts much alike at least one is the same. */
interface Sketch {
  id: string;
  hashes: readonly number[];
}

/**
 * Which articles have which hashes, so that a reprint is found without reading every text. It is made of the
 * collection and can be made again, so it lies in a database of its own: no version of the collection depends on it.
 */
export type Sketches = Dexie & { sketches: Table<Sketch, string> };

/** Eight of a fingerprint's 128: texts that share 0.6 have all eight different once in a thousand times. */
const HASHES = 8;
/** Articles whose texts are read at a time. */
const BATCH = 50;

/** Names the index; the first use opens it. */
export function openSketches(name = 'trich-bao-sketches'): Sketches {
  const db = new Dexie(name) as Sketches;
  db.version(1).stores({ sketches: 'id, *hashes' });
  return db;
}

/** Finds the articles of the collection whose text is much the same. Throws `StorageError`. */
export function findAlike(db: Database, index: Sketches, text: Fingerprint): Promise<string[]> {
  return guarded(async () => {
    if (text.length === 0) return [];
    await follow(db, index);
    const lowest = text.slice(0, HASHES);
    const near = await index.sketches.where('hashes').anyOf(lowest).distinct().primaryKeys();
    const rows = await db.articles.bulkGet(near);
    return rows.flatMap((row) => (row && isReprint(text, fingerprint(row.text)) ? [row.id] : []));
  });
}

/** Brings the index up to what the collection has now. */
async function follow(db: Database, index: Sketches): Promise<void> {
  const ids = await db.articles.toCollection().primaryKeys();
  const known = new Set(await index.sketches.toCollection().primaryKeys());
  const wanted = new Set(ids);
  await index.sketches.bulkDelete([...known].filter((id) => !wanted.has(id)));
  const missing = ids.filter((id) => !known.has(id));
  for (let at = 0; at < missing.length; at += BATCH) {
    const rows = await db.articles.bulkGet(missing.slice(at, at + BATCH));
    const made = rows.flatMap((row) =>
      row ? [{ id: row.id, hashes: fingerprint(row.text).slice(0, HASHES) }] : [],
    );
    await index.sketches.bulkPut(made);
  }
}
