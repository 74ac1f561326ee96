import { Companion, type CompanionDraft, type CompanionOf } from '../core/collection/companion.ts';
import { pastAfter } from '../core/pack/pack-versions.ts';
import type { Database, World } from './database.ts';
import { sift } from './sift.ts';
import { guarded } from './storage-error.ts';

/** The clock and the reader's name: what signs a record. */
type Signing = Pick<World, 'now' | 'reader'>;

/** Reads what people made of one type, the deleted left out, latest first. Throws `StorageError`. */
export function companionsOf<Type extends Companion['type']>(
  db: Database,
  type: Type,
): Promise<CompanionOf<Type>[]> {
  return guarded(async () => {
    const { valid } = sift('companions', await db.companions.where({ type }).toArray());
    return valid
      .filter((each): each is CompanionOf<Type> => each.type === type && !each.deleted)
      .sort((a, b) => (a.modified < b.modified ? 1 : -1));
  });
}

/**
 * Stores records, all or none, each signed and later than the one in whose place it comes; gives them as stored.
 * Throws `StorageError`, and ZodError for a record that does not fit: nothing is then changed.
 */
export function keepCompanions(
  db: Database,
  drafts: readonly CompanionDraft[],
  { now, reader }: Signing,
): Promise<Companion[]> {
  return guarded(async () => {
    const editor = await reader?.();
    return db.transaction('rw', db.companions, async () => {
      const before = await db.companions.bulkGet(drafts.map(({ id }) => id));
      const kept = drafts.map((draft, at) => {
        const earlier = before[at];
        const time = Math.max(now().getTime(), Date.parse(earlier?.modified ?? '') + 1 || 0);
        const modified = new Date(time).toISOString();
        const past = earlier?.type === 'pack' ? { past: pastAfter(earlier) } : {};
        return Companion.parse({ ...draft, ...past, modified, ...(editor && { editor }) });
      });
      await db.companions.bulkPut(kept);
      return kept;
    });
  });
}

/** Marks a record as deleted, so that a colleague's older copy does not bring it back. Throws `StorageError`. */
export function dropCompanion(db: Database, id: string, world: Signing): Promise<void> {
  const deleted = world.now().toISOString();
  return change(db, id, (stored) => ({ ...stored, deleted }), world);
}

/** Brings a deleted record back as it was. Throws `StorageError`. */
export function bringBackCompanion(db: Database, id: string, world: Signing): Promise<void> {
  return change(db, id, (stored) => ({ ...stored, deleted: undefined }), world);
}

async function change(
  db: Database,
  id: string,
  edit: (stored: Companion) => CompanionDraft,
  world: Signing,
): Promise<void> {
  const [stored] = sift('companions', [await guarded(() => db.companions.get(id))]).valid;
  if (stored) await keepCompanions(db, [edit(stored)], world);
}
