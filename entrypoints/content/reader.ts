import type { SessionPorts } from '../../lib/dom/reading-session.ts';
import { ReadingSession } from '../../lib/dom/reading-session.ts';
import { serve, type PageRequests } from '../../lib/platform/messages.ts';
import { controlPage } from './page-controller.ts';
import { pageHandlers } from './page-handlers.ts';
import { createPageLayer } from './page-layer.ts';

/** Serves the reader of one page, until the signal aborts. */
export function createReader(
  document: Document,
  view: Window & typeof globalThis,
  ports: SessionPorts,
  signal: AbortSignal,
) {
  // Left by an earlier script of ours that the browser ended when the extension was updated.
  for (const stale of document.querySelectorAll('reader-layer')) stale.remove();
  const session = new ReadingSession(document, view, ports);
  const layer = createPageLayer(document, session, {
    mention: (at) => control.mention(at),
    missed: (span, verdict) => control.missed(span, verdict),
    move: (step) => control.move(step),
    close: () => control.close(),
    hold: (isHeld) => control.hold(isHeld),
  });
  const control = controlPage(document, view, session, () => layer, signal);
  const handlers = pageHandlers(session, layer, control);
  const stop = serve<PageRequests>('page', handlers);
  const refresh = () => {
    // The library, in its own tab, may have changed what is kept of this page.
    if (document.visibilityState === 'visible') void session.refresh().catch(() => undefined);
  };
  document.addEventListener('visibilitychange', refresh, { signal });
  // Or in its own window, beside this one.
  view.addEventListener('focus', refresh, { signal });
  signal.addEventListener('abort', () => {
    stop();
    session.highlighter?.clear();
    layer.outlive();
  });
  return { session, layer, handlers };
}
