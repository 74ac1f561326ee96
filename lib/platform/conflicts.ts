import type { Annotation } from '../core/annotation.ts';
import type { ConflictPage } from '../core/collection/library-desk.ts';
import {
  isSameContent,
  joinStates,
  nextState,
  revisionOf,
  stamped,
} from '../core/collection/revision.ts';
import { combineVersions, type VersionChoice } from '../core/collection/version-choice.ts';
import type { Database, StoredRevision } from './database.ts';
import type { ExcerptFinder } from './excerpt-finder.ts';
import { rivalsOf, statesOf } from './histories.ts';
import { sift } from './sift.ts';
import { guarded, StorageError } from './storage-error.ts';
import { excerptTables, revisionRow, writeStates, type Step } from './write-states.ts';

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

/** Gives a stretch of the conflicts, in the order their excerpts were clipped. Throws `StorageError`. */
export async function conflictPage(
  db: Database,
  finder: ExcerptFinder,
  from: number,
  count: number,
): Promise<ConflictPage> {
  const all = await conflicts(db);
  all.sort((a, b) => (a.shown.created < b.shown.created ? -1 : 1));
  const some = all.slice(from, from + count);
  const excerpts = await finder.withSources(some.map(({ shown }) => shown));
  const open = excerpts.map((excerpt, at) => {
    const versions = [excerpt.annotation, ...(some[at]?.rivals ?? [])];
    return {
      excerpt,
      versions: versions.map((annotation) => ({ revision: revisionOf(annotation), annotation })),
    };
  });
  return { conflicts: open, total: all.length };
}

/**
 * Ends a conflict: the excerpt says what was chosen, and every version chosen between is its past.
 * Throws `StorageError`: `missing` where there is no such excerpt or version.
 */
export function resolveConflict(
  db: Database,
  id: string,
  choice: VersionChoice,
  now: Date,
  by?: string,
): Promise<Annotation> {
  return guarded(() =>
    db.transaction('rw', excerptTables(db), async () => {
      const before = await db.annotations.get(id);
      if (!before) throw new StorageError('missing');
      const rivals = (await rivalsOf(db)).get(id) ?? [];
      const isSeen = (rival: Annotation) =>
        choice.between.includes(revisionOf(rival)) || isSameContent(rival, before);
      const settled = rivals.filter(isSeen);
      const heads = { settled, rivals: rivals.filter((rival) => !isSeen(rival)) };
      const after = nextState(before, chosen([before, ...settled], choice), { now, by }, heads);
      const past = [before, ...settled].map((state) => revisionRow(state));
      await writeStates(db, [{ before, after }], past, now);
      return after;
    }),
  );
}

function chosen(versions: readonly Annotation[], choice: VersionChoice): Annotation {
  try {
    return combineVersions(versions, choice);
  } catch (cause) {
    throw new StorageError('missing', { cause });
  }
}

/**
 * Opens again what choices ended: the versions stand side by side as they were, as states that came after the choice.
 * An excerpt that has been changed since stays as it is. Gives the excerpts reopened. Throws `StorageError`.
 */
export function reopenConflicts(
  db: Database,
  made: readonly Annotation[],
  now: Date,
): Promise<Annotation[]> {
  return guarded(() =>
    db.transaction('rw', excerptTables(db), async () => {
      const steps: Step[] = [];
      const others: StoredRevision[] = [];
      for (const choice of made) {
        const states = await statesOf(db, choice.id);
        const [before] = states;
        if (!before || revisionOf(before) !== revisionOf(choice)) continue;
        const history = joinStates(states, versionsBefore(choice, states));
        steps.push({ before, after: history.shown });
        others.push(...history.others.map(({ state, isHead }) => revisionRow(state, isHead)));
      }
      await writeStates(db, steps, others, now);
      return steps.map(({ after }) => after);
    }),
  );
}

/** The versions a choice was made between, as states that came after it. */
function versionsBefore(choice: Annotation, states: readonly Annotation[]): Annotation[] {
  const { parents = [] } = choice;
  return states
    .filter((state) => parents.includes(revisionOf(state)))
    .map((state) => stamped({ ...state, revision: undefined, parents: [revisionOf(choice)] }));
}
