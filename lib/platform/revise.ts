import { Annotation, type Colour } from '../core/annotation.ts';
import {
  applyEdit,
  completeMention,
  reviewOf,
  type Completion,
  type Decision,
  type Edit,
} from '../core/collection/edit.ts';
import { nextState, revisionOf, type Deed } from '../core/collection/revision.ts';
import type { Database } from './database.ts';
import { partRivals, rivalsOf } from './histories.ts';
import { sift } from './sift.ts';
import { guarded, StorageError } from './storage-error.ts';
import { excerptTables, revisionRow, writeStates } from './write-states.ts';

/** Changes an excerpt's tags, note and colour. Throws `StorageError`: `missing` where there is no such excerpt. */
export async function editAnnotation(
  db: Database,
  id: string,
  edit: Omit<Edit, 'review'>,
  now: Date,
  by?: string,
): Promise<Annotation> {
  return found(db, id, await revise(db, [id], { now, by }, (before) => applyEdit(before, edit)));
}

/** What many excerpts get or lose at once. */
export interface BulkEdit {
  addTags?: readonly string[];
  removeTags?: readonly string[];
  /** `null` takes the colour away. */
  colour?: Colour | null;
}

/** Changes many excerpts and gives those that are different now. Throws `StorageError`; none is then changed. */
export function editAnnotations(
  db: Database,
  ids: readonly string[],
  { addTags = [], removeTags = [], colour }: BulkEdit,
  now: Date,
  by?: string,
): Promise<Annotation[]> {
  const removed = new Set(removeTags);
  return revise(db, ids, { now, by }, (before) =>
    applyEdit(before, {
      tags: [...before.tags.filter((tag) => !removed.has(tag)), ...addTags],
      ...(colour !== undefined && { colour: colour ?? undefined }),
    }),
  );
}

/** Makes each excerpt what its own change gives, all or none, and gives those that are different now. Throws `StorageError`. */
export function changeEach(
  db: Database,
  changes: ReadonlyMap<string, (before: Annotation) => Annotation>,
  { now, by }: Deed,
): Promise<Annotation[]> {
  const change = (before: Annotation) => changes.get(before.id)?.(before) ?? before;
  return revise(db, [...changes.keys()], { now, by }, change);
}

/** Records what a reviewer decides of excerpts and gives those decided. Throws `StorageError`; none is then decided. */
export function reviewAnnotations(
  db: Database,
  ids: readonly string[],
  decision: Decision,
  now: Date,
  by?: string,
): Promise<Annotation[]> {
  const review = reviewOf(decision, { now, by });
  return revise(db, ids, { now, by }, (before) => applyEdit(before, { review }));
}

/**
 * Fills in what the article leaves open of an excerpt's mention; an approved excerpt is a draft again.
 * Throws `StorageError`: `missing` where there is no such excerpt, `invalid` where a field does not fit.
 */
export async function completeFields(
  db: Database,
  id: string,
  completion: Completion,
  now: Date,
  by?: string,
): Promise<Annotation> {
  const change = (before: Annotation) => completeMention(before, completion);
  return found(db, id, await revise(db, [id], { now, by }, change));
}

/** Lays excerpts in the trash and gives those laid there now. Throws `StorageError`; none is then moved. */
export function trash(
  db: Database,
  ids: readonly string[],
  now: Date,
  by?: string,
): Promise<Annotation[]> {
  return revise(db, ids, { now, by }, (before) =>
    before.deleted ? before : { ...before, deleted: now.toISOString() },
  );
}

/** Takes excerpts out of the trash and gives those taken out now. Throws `StorageError`; none is then moved. */
export function restore(
  db: Database,
  ids: readonly string[],
  now: Date,
  by?: string,
): Promise<Annotation[]> {
  return revise(db, ids, { now, by }, (before) => {
    if (!before.deleted) return before;
    const { deleted: _, ...rest } = before;
    return rest;
  });
}

/**
 * Takes back a change, given as the states it made: each excerpt says again what it said before, as a new state.
 * One that has been changed since stays as it is. Gives the excerpts taken back. Throws `StorageError`.
 */
export function takeBack(
  db: Database,
  made: readonly Annotation[],
  now: Date,
  by?: string,
): Promise<Annotation[]> {
  return guarded(() =>
    db.transaction('rw', excerptTables(db), async () => {
      const keys = made.map(({ id, parents: [parent = ''] = [] }) => [id, parent] as const);
      const rows = await db.revisions.bulkGet(keys.map(([id, parent]) => [id, parent]));
      const earlier = new Map(
        sift('revisions', rows.filter(Boolean)).valid.map(({ annotation }) => [
          annotation.id,
          annotation,
        ]),
      );
      const expected = new Map(made.map((state) => [state.id, revisionOf(state)]));
      return revise(db, [...earlier.keys()], { now, by }, (before) =>
        revisionOf(before) === expected.get(before.id)
          ? (earlier.get(before.id) ?? before)
          : before,
      );
    }),
  );
}

async function found(db: Database, id: string, [changed]: Annotation[]): Promise<Annotation> {
  const annotation = changed ?? (await guarded(() => db.annotations.get(id)));
  if (!annotation) throw new StorageError('missing');
  return annotation;
}

/** Writes `change` of every excerpt there is among `ids`, all or none; one that gives back its argument is left as it was. */
function revise(
  db: Database,
  ids: readonly string[],
  deed: Deed,
  change: (before: Annotation) => Annotation,
): Promise<Annotation[]> {
  return guarded(() =>
    db.transaction('rw', excerptTables(db), async () => {
      const rows = await db.annotations.bulkGet([...new Set(ids)]);
      const rivals = await rivalsOf(db);
      const steps = rows.flatMap((before) => {
        if (!before) return [];
        const content = change(before);
        if (content === before) return [];
        const heads = partRivals(before, rivals.get(before.id) ?? []);
        const after = nextState(before, content, deed, heads);
        Annotation.parse(after);
        return [{ before, after, settled: heads.settled }];
      });
      const past = steps.flatMap(({ before, settled }) => [before, ...settled]);
      await writeStates(
        db,
        steps,
        past.map((state) => revisionRow(state)),
        deed.now,
      );
      return steps.map(({ after }) => after);
    }),
  );
}
