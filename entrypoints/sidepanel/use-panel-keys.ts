import { useEffect, useRef, useState } from 'preact/hooks';
import type { FieldWish } from '../../components/MentionDetail.tsx';
import type { PanelActions } from '../../components/Panel.tsx';
import type { Checklist } from '../../components/use-checklist.ts';
import { stepAmong } from '../../lib/core/checklist.ts';
import type { PageState } from '../../lib/core/page-state.ts';
import type { KeyMap, ReadingAction } from '../../lib/core/reading-keys.ts';
import { watchReadingKeys } from '../../lib/dom/reading-keys.ts';
import { useAim } from './use-aim.ts';

interface Desk {
  page: PageState | undefined;
  checklist: Checklist;
  actions: PanelActions;
  keys: KeyMap;
}

/** What a key opened, at the mention it was pressed for. */
type Wish = FieldWish & { at: number };

/**
 * Serves the reading keys in the panel; gives the page with the mention they have led to, the way to another, and what
 * they opened: a field of it, the help.
 */
export function usePanelKeys(desk: Desk) {
  const { page } = desk;
  const read = page?.status === 'refused' ? undefined : page;
  const [wish, setWish] = useState<Wish>();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const aim = useAim(read?.current, desk.actions.show);
  const current = aim.at();
  // The listener is added once; what it acts on changes with every drawing.
  const now = useRef({ ...desk, aim, isHelpOpen });
  now.current = { ...desk, aim, isHelpOpen };
  useEffect(() => {
    // The drawing just made has served it: another mention, drawn later, was not asked for.
    if (wish && wish.at === current) setWish(undefined);
  }, [wish, current]);
  useEffect(() => {
    const listening = new AbortController();
    const step = (by: 1 | -1) => {
      const next = stepAmong(now.current.checklist.shown, now.current.aim.at(), by);
      if (next !== undefined) void now.current.aim.go(next);
    };
    const here = (work: (at: number) => void) => {
      const at = now.current.aim.at();
      if (at !== undefined) work(at);
    };
    const acts: Record<ReadingAction, () => void> = {
      next: () => step(1),
      previous: () => step(-1),
      clip: () => here((at) => now.current.actions.of(at).clip({ tags: [], note: '' })),
      skip: () => here((at) => now.current.actions.of(at).skip()),
      tag: () => here((at) => setWish({ field: 'tags', at })),
      note: () => here((at) => setWish({ field: 'note', at })),
      correct: () => here((at) => setWish({ field: 'correction', at })),
      undo: () => now.current.actions.undo(),
      help: () => setHelpOpen((isOpen) => !isOpen),
    };
    watchReadingKeys(
      document,
      {
        act: (action) => acts[action](),
        close: () => {
          // What else Escape can close is within the list.
          const wasOpen = now.current.isHelpOpen;
          setHelpOpen(false);
          return wasOpen;
        },
        enter: acts.tag,
        keys: () => now.current.keys,
      },
      listening.signal,
    );
    return () => listening.abort();
  }, []);
  return {
    shown: read ? { ...read, current } : page,
    show: aim.go,
    wish: wish?.at === current ? wish : undefined,
    isHelpOpen,
    setHelpOpen,
  };
}
