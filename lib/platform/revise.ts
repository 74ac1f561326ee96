import { Annotation } from '../core/annotation.ts';
import { tidyTags } from '../core/collection/tags.ts';
import type { Database } from './database.ts';
import { guarded, StorageError } from './storage-error.ts';
import { countTags } from './tag-counts.ts';

/** Changes an excerpt's tags and note. Throws `StorageError`: `missing` where there is no such excerpt. */
export async function editAnnotation(
  db: Database,
  id: string,
  { tags, note }: { tags: readonly string[]; note: string },
  now: Date,
): Promise<Annotation> {
  const tidy = tidyTags(tags);
  const [edited] = await revise(db, [id], now, (before) => ({ ...before, tags: tidy, note }));
  if (!edited) throw new StorageError('missing');
  return edited;
}

/** Lays excerpts in the trash and gives those laid there now. Throws `StorageError`; none is then moved. */
export function trash(db: Database, ids: readonly string[], now: Date): Promise<Annotation[]> {
  return revise(db, ids, now, (before) =>
    before.deleted ? before : { ...before, deleted: now.toISOString() },
  );
}

/** Takes excerpts out of the trash and gives those taken out now. Throws `StorageError`; none is then moved. */
export function restore(db: Database, ids: readonly string[], now: Date): Promise<Annotation[]> {
  return revise(db, ids, now, (before) => {
    if (!before.deleted) return before;
    const { deleted: _, ...rest } = before;
    return rest;
  });
}

/** Writes `change` of every excerpt there is among `ids`, all or none; one that gives back its argument is left as it was. */
function revise(
  db: Database,
  ids: readonly string[],
  now: Date,
  change: (before: Annotation) => Annotation,
): Promise<Annotation[]> {
  const modified = now.toISOString();
  return guarded(() =>
    db.transaction('rw', db.annotations, db.tagCounts, async () => {
      const rows = await db.annotations.bulkGet([...new Set(ids)]);
      const changes = rows.flatMap((before) => {
        if (!before) return [];
        const changed = change(before);
        if (changed === before) return [];
        const after = { ...changed, modified };
        Annotation.parse(after);
        return [{ before, after }];
      });
      const after = changes.map((each) => each.after);
      await db.annotations.bulkPut(after);
      await countTags(db, changes);
      return after;
    }),
  );
}
