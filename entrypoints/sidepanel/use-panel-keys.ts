import { useEffect, useRef, useState } from 'preact/hooks';
import type { FieldWish } from '../../components/MentionDetail.tsx';
import type { PanelActions } from '../../components/Panel.tsx';
import type { Checklist } from '../../components/use-checklist.ts';
import { stepAmong } from '../../lib/core/checklist.ts';
import type { PageState } from '../../lib/core/page-state.ts';
import type { KeyMap, ReadingAction } from '../../lib/core/reading-keys.ts';
import { watchReadingKeys } from '../../lib/dom/reading-keys.ts';

interface Desk {
  page: PageState | undefined;
  checklist: Checklist;
  actions: PanelActions;
  keys: KeyMap;
}

/** Serves the reading keys in the panel; gives what they opened: a field of the current mention, the help. */
export function usePanelKeys(desk: Desk) {
  const [wish, setWish] = useState<FieldWish>();
  const [isHelpOpen, setHelpOpen] = useState(false);
  // The listener is added once; what it acts on changes with every drawing.
  const now = useRef(desk);
  now.current = desk;
  useEffect(() => {
    const listening = new AbortController();
    const current = () => {
      const { page } = now.current;
      return page && page.status !== 'refused' ? page.current : undefined;
    };
    const step = (by: 1 | -1) => {
      const next = stepAmong(now.current.checklist.shown, current(), by);
      if (next !== undefined) now.current.actions.show(next);
    };
    const here = (work: (at: number) => void) => {
      const at = current();
      if (at !== undefined) work(at);
    };
    const acts: Record<ReadingAction, () => void> = {
      next: () => step(1),
      previous: () => step(-1),
      clip: () => here((at) => now.current.actions.of(at).clip({ tags: [], note: '' })),
      skip: () => here((at) => now.current.actions.of(at).skip()),
      tag: () => here(() => setWish({ field: 'tags' })),
      note: () => here(() => setWish({ field: 'note' })),
      correct: () => here(() => setWish({ field: 'correction' })),
      undo: () => now.current.actions.undo(),
      help: () => setHelpOpen((isOpen) => !isOpen),
    };
    watchReadingKeys(
      document,
      {
        act: (action) => acts[action](),
        close: () => setHelpOpen(false),
        enter: acts.tag,
        keys: () => now.current.keys,
      },
      listening.signal,
    );
    return () => listening.abort();
  }, []);
  return { wish, isHelpOpen, setHelpOpen };
}
