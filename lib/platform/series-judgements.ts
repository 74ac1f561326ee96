import { judgementId, type JudgementDraft } from '../core/collection/series-judgement.ts';
import type { JudgementUndo } from '../core/collection/series/series-desk.ts';
import { dropCompanion, keepCompanions } from './companions.ts';
import type { Database, World } from './database.ts';
import { guarded } from './storage-error.ts';

type Signing = Pick<World, 'now' | 'reader'>;

/** Stores what a person says of series; gives what takes it back. Throws `StorageError`; nothing is then changed. */
export async function keepJudgements(
  db: Database,
  judgements: readonly JudgementDraft[],
  world: Signing,
): Promise<JudgementUndo[]> {
  const drafts = judgements.map(({ verdict, of }) => ({
    type: 'series-judgement' as const,
    id: judgementId(of),
    verdict,
    of,
    note: '',
  }));
  const known = await guarded(() => db.companions.bulkGet(drafts.map(({ id }) => id)));
  await keepCompanions(db, drafts, world);
  return drafts.map(({ id }, at) => {
    const before = known[at];
    const isKnown = before?.type === 'series-judgement' && !before.deleted;
    return { id, before: isKnown ? { verdict: before.verdict, of: before.of } : undefined };
  });
}

/** Puts back what stood where judgements were stored. Throws `StorageError`. */
export async function undoJudgements(
  db: Database,
  undo: readonly JudgementUndo[],
  world: Signing,
): Promise<void> {
  await keepJudgements(
    db,
    undo.flatMap(({ before }) => before ?? []),
    world,
  );
  for (const { id, before } of undo) if (!before) await dropCompanion(db, id, world);
}
