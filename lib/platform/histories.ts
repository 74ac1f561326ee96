import type { Annotation } from '../core/annotation.ts';
import type { HistoryEntry } from '../core/collection/library-desk.ts';
import { headsOf, isSameContent, latestFirst, revisionOf } from '../core/collection/revision.ts';
import type { Database } from './database.ts';
import { sift } from './sift.ts';
import { guarded } from './storage-error.ts';

/** Gives all states of an excerpt, the latest first; none where there is no such excerpt. Throws `StorageError`. */
export function historyOf(db: Database, id: string): Promise<HistoryEntry[]> {
  return guarded(async () => {
    const states = await statesOf(db, id);
    const heads = headsOf(states);
    return states.sort(latestFirst).map((annotation) => ({
      revision: revisionOf(annotation),
      parents: annotation.parents ?? [],
      at: annotation.modified,
      by: annotation.parents ? annotation.editor : annotation.author,
      annotation,
      isHead: heads.includes(annotation),
    }));
  });
}

/** Reads the states that compete with the one shown, by excerpt, the latest first. There are few, or none. */
export async function rivalsOf(db: Database): Promise<Map<string, Annotation[]>> {
  const rows = sift('revisions', await db.revisions.where('head').equals(1).toArray()).valid;
  const rivals = new Map<string, Annotation[]>();
  for (const { annotation } of rows.sort((a, b) => latestFirst(a.annotation, b.annotation))) {
    rivals.set(annotation.id, [...(rivals.get(annotation.id) ?? []), annotation]);
  }
  return rivals;
}

/** Parts an excerpt's rivals by whether a state made of `before` takes their place (they say the same) or not. */
export function partRivals(
  before: Annotation,
  rivals: readonly Annotation[],
): { settled: Annotation[]; rivals: Annotation[] } {
  return {
    settled: rivals.filter((rival) => isSameContent(rival, before)),
    rivals: rivals.filter((rival) => !isSameContent(rival, before)),
  };
}

/** Reads all states of an excerpt, the one shown first; none where there is no such excerpt. */
export async function statesOf(db: Database, id: string): Promise<Annotation[]> {
  const shown = await db.annotations.get(id);
  const rows = await db.revisions.where('[annotationId+id]').between([id], [id, []]).toArray();
  const others = sift('revisions', rows).valid.map(({ annotation }) => annotation);
  return [...sift('annotations', shown ? [shown] : []).valid, ...others];
}
