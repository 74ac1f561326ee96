import type { KeyMap, ReadingAction } from '../../lib/core/reading-keys.ts';
import type { ReadingSession } from '../../lib/dom/reading-session.ts';
import type { createDeeds } from './page-deeds.ts';
import type { PageLayer } from './page-layer.ts';

/** What each key does; `false` where there is nothing for it to do. */
export function keyActions(
  deeds: ReturnType<typeof createDeeds>,
  session: ReadingSession,
  layer: () => PageLayer,
  keys: () => KeyMap,
): Record<ReadingAction, () => boolean | void> {
  const here = (work: (at: number) => void) => () => {
    if (session.current === undefined) return false;
    work(session.current);
  };
  const undo = async () => {
    const isDone = await session.clipping.undo();
    layer().notify('good', isDone ? 'notice_undone' : 'notice_nothing_to_undo');
    layer().showCard(session.current);
  };
  return {
    next: () => deeds.move(1),
    previous: () => deeds.move(-1),
    clip: here((at) => void layer().attempt(deeds.mention(at).clip({ tags: [], note: '' }))),
    skip: here((at) => void layer().attempt(deeds.mention(at).skip())),
    tag: here((at) => deeds.reach(at, 'tags')),
    note: here((at) => deeds.reach(at, 'note')),
    correct: here((at) => deeds.reach(at, 'correction')),
    undo: () => void layer().attempt(undo()),
    help: () => layer().draw({ help: layer().shown().help ? undefined : keys() }),
  };
}
