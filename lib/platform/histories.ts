import type { Annotation } from '../core/annotation.ts';
import {
  headsOf,
  isSameContent,
  latestFirst,
  nextState,
  revisionOf,
} from '../core/collection/revision.ts';
import { applyEdit, type Edit } from '../core/collection/edit.ts';
import type { Database } from './database.ts';
import { sift } from './sift.ts';
import { guarded, StorageError } from './storage-error.ts';
import { excerptTables, revisionRow, writeStates } from './write-states.ts';

/** One state of an excerpt, as its history lists it. */
export interface HistoryEntry {
  revision: string;
  parents: readonly string[];
  /** ISO 8601. */
  at: string;
  /** Absent where whoever made it had given no name. */
  by: string | undefined;
  annotation: Annotation;
  /** The one shown, or one that competes with it. */
  isHead: boolean;
}

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

/** An excerpt that two people changed apart. */
export interface Conflict {
  /** The state shown. */
  shown: Annotation;
  /** States that compete with it and say something else, the latest first. */
  rivals: Annotation[];
}

/** Gives the excerpts of which more than one version waits for a choice, those in the trash too. Throws `StorageError`. */
export function conflicts(db: Database): Promise<Conflict[]> {
  return guarded(async () => {
    const rivals = await rivalsOf(db);
    const rows = await db.annotations.bulkGet([...rivals.keys()]);
    return sift('annotations', rows.filter(Boolean)).valid.flatMap((shown) => {
      const differing = rivals.get(shown.id)?.filter((rival) => !isSameContent(rival, shown)) ?? [];
      return differing.length > 0 ? [{ shown, rivals: differing }] : [];
    });
  });
}

/**
 * Ends a conflict: the excerpt says what the chosen state says, with `edit` made to it, and every version is its past.
 * Throws `StorageError`: `missing` where there is no such excerpt or state.
 */
export function resolveConflict(
  db: Database,
  id: string,
  { revision, edit = {} }: { revision: string; edit?: Edit },
  now: Date,
  by?: string,
): Promise<Annotation> {
  return guarded(() =>
    db.transaction('rw', excerptTables(db), async () => {
      const before = await db.annotations.get(id);
      const states = await statesOf(db, id);
      const chosen = states.find((state) => revisionOf(state) === revision);
      if (!before || !chosen) throw new StorageError('missing');
      const settled = (await rivalsOf(db)).get(id) ?? [];
      const after = nextState(before, applyEdit(chosen, edit), { now, by }, { settled });
      const past = [before, ...settled].map((state) => revisionRow(state));
      await writeStates(db, [{ before, after }], past, now);
      return after;
    }),
  );
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

async function statesOf(db: Database, id: string): Promise<Annotation[]> {
  const shown = await db.annotations.get(id);
  const rows = await db.revisions.where('[annotationId+id]').between([id], [id, []]).toArray();
  const others = sift('revisions', rows).valid.map(({ annotation }) => annotation);
  return [...sift('annotations', shown ? [shown] : []).valid, ...others];
}
