import { createCardPresence } from '../../lib/dom/card-presence.ts';
import { watchPage } from '../../lib/dom/page-watcher.ts';
import { watchPointedMark } from '../../lib/dom/pointed-mark.ts';
import { watchReadingKeys } from '../../lib/dom/reading-keys.ts';
import type { ReadingSession } from '../../lib/dom/reading-session.ts';
import type { createPageLayer } from './page-layer.tsx';

type PageLayer = ReturnType<typeof createPageLayer>;
type Remarks = { tags: string[]; note: string };

/** Turns what the reader does on the page into moves of the session, until the signal aborts. */
export function controlPage(
  document: Document,
  view: Window & typeof globalThis,
  session: ReadingSession,
  layer: () => PageLayer,
  signal: AbortSignal,
) {
  const card = createCardPresence((mark) => {
    session.goTo(mark);
    layer().showCard(mark);
  });
  const reach = (mark: number | undefined) => {
    if (mark === undefined) return;
    const isCalm = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
    session.marked?.scrollTo(mark, isCalm ? 'instant' : 'smooth');
    card.pin(mark);
  };
  const clip = async (mark: number, remarks: Remarks) => {
    card.pin(mark);
    await session.clip([mark], remarks);
    layer().showCard(session.current);
  };
  const move = (step: 1 | -1) => reach(session.neighbour(step));
  watchPointedMark(
    document,
    {
      at: (node, offset) => (session.isOn ? session.marked?.at(node, offset) : undefined),
      boxesOf: (mark) => session.marked?.boxesOf(mark) ?? [],
    },
    { hover: card.hover, pick: card.pin },
    signal,
  );
  watchReadingKeys(
    document,
    {
      next: () => move(1),
      previous: () => move(-1),
      clip() {
        const mark = session.current;
        if (mark !== undefined) void layer().attempt(clip(mark, { tags: [], note: '' }));
      },
      close: card.close,
      enter: () => layer().focus(),
    },
    () => session.isOn,
    signal,
  );
  const reread = () => {
    if (session.isOn) void session.reread().then(() => layer().showCard(session.current));
  };
  watchPage(document.body, view, reread, signal);
  return { reach, clip, move, close: card.close, hold: card.hold };
}
