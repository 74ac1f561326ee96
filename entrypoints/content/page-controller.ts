import { DEFAULT_KEYS } from '../../lib/core/reading-keys.ts';
import { createCardPresence } from '../../lib/dom/card-presence.ts';
import { watchPage, watchScroll } from '../../lib/dom/page-watcher.ts';
import { watchPointedMark } from '../../lib/dom/pointed-mark.ts';
import { watchReadingKeys, type ReadingKeys } from '../../lib/dom/reading-keys.ts';
import type { ReadingSession } from '../../lib/dom/reading-session.ts';
import { keyActions } from './key-actions.ts';
import { createDeeds } from './page-deeds.ts';
import type { PageLayer } from './page-layer.ts';

/** Turns what the reader does on the page into moves of the session, until the signal aborts. */
export function controlPage(
  document: Document,
  view: Window & typeof globalThis,
  session: ReadingSession,
  layer: () => PageLayer,
  signal: AbortSignal,
) {
  let keys = DEFAULT_KEYS;
  const card = createCardPresence((mark) => {
    session.goTo(mark);
    layer().showCard(mark);
  });
  const deeds = createDeeds(view, session, layer, card);
  const acts = keyActions(deeds, session, layer, () => keys);
  const marks = {
    at: (node: Node, offset: number) =>
      session.isOn ? session.marked?.at(node, offset) : undefined,
    boxesOf: (mark: number) => session.marked?.boxesOf(mark) ?? [],
  };
  watchPointedMark(document, marks, { hover: card.hover, pick: card.pin }, signal);
  const reading: ReadingKeys = {
    act: (action) => acts[action](),
    close: deeds.close,
    enter: acts.tag,
    keys: () => (session.isOn && session.marked ? keys : undefined),
  };
  watchReadingKeys(document, reading, signal);
  // In the card Escape closes what is innermost, which the card knows.
  watchReadingKeys(layer().container, { ...reading, close: () => false }, signal);
  const reread = () => {
    if (session.isOn) void session.reread().then(() => layer().showCard(session.current));
  };
  watchPage(document, view, reread, signal);
  watchScroll(document, () => session.isOn && session.reader.hasMovedOn(), reread, signal);
  return { ...deeds, useKeys: (map: typeof keys) => (keys = map) };
}
