import { watchPage } from '../../lib/dom/page-watcher.ts';
import { watchPointedMark } from '../../lib/dom/pointed-mark.ts';
import { watchReadingKeys } from '../../lib/dom/reading-keys.ts';
import type { ReadingSession } from '../../lib/dom/reading-session.ts';
import type { createPageLayer } from './page-layer.tsx';

type PageLayer = ReturnType<typeof createPageLayer>;

/** A pointer passing over marks opens nothing; one that rests this long does. */
const REST_MS = 250;
/** Time to move the pointer from the mark onto its card. */
const LEAVE_MS = 400;
const NO_REMARKS = { tags: [], note: '' };

/** Turns what the reader does on the page into moves of the session, until the signal aborts. */
export function controlPage(
  document: Document,
  view: Window & typeof globalThis,
  session: ReadingSession,
  layer: () => PageLayer,
  signal: AbortSignal,
) {
  let isPinned = false;
  let isHeld = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (work: () => void, wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(work, wait);
  };
  const open = (mark: number | undefined, pin: boolean) => {
    clearTimeout(timer);
    isPinned = pin && mark !== undefined;
    session.goTo(mark);
    layer().showCard(mark);
  };
  const hover = (mark: number | undefined) => {
    if (!session.isOn || isPinned) return;
    if (mark !== undefined) later(() => open(mark, false), REST_MS);
    else later(() => isHeld || isPinned || open(undefined, false), LEAVE_MS);
  };
  const reach = (mark: number | undefined) => {
    if (mark === undefined) return;
    const calm = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
    session.marked?.scrollTo(mark, calm ? 'instant' : 'smooth');
    open(mark, true);
  };
  const clipCurrent = () => {
    if (session.current === undefined) return;
    void layer().attempt(clip(session.current, NO_REMARKS));
  };
  const clip = async (mark: number, remarks: { tags: string[]; note: string }) => {
    isPinned = true;
    await session.clip([mark], remarks);
    layer().showCard(session.current);
  };
  const marks = {
    at: (node: Node, offset: number) =>
      session.isOn ? session.marked?.at(node, offset) : undefined,
    boxesOf: (mark: number) => session.marked?.boxesOf(mark) ?? [],
  };
  const move = (step: 1 | -1) => reach(session.neighbour(step));
  const close = () => open(undefined, false);
  watchPointedMark(document, marks, { hover, pick: (mark) => open(mark, true) }, signal);
  watchReadingKeys(
    document,
    {
      next: () => move(1),
      previous: () => move(-1),
      clip: clipCurrent,
      close,
      enter: () => layer().focus(),
    },
    () => session.isOn,
    signal,
  );
  const reread = () => void session.reread().then(() => layer().showCard(session.current));
  watchPage(document.body, view, reread, signal);
  return {
    reach,
    clip,
    move,
    close,
    hold: (held: boolean) => ((isHeld = held), held || hover(undefined)),
  };
}
