import './style.css';
import { defineContentScript } from '#imports';
import { ReadingSession } from '../../lib/dom/reading-session.ts';
import { serve, type PageRequests } from '../../lib/platform/messages.ts';
import { controlPage } from './page-controller.ts';
import { pageHandlers } from './page-handlers.ts';
import { createPageLayer } from './page-layer.tsx';
import { ports } from './ports.ts';

export default defineContentScript({
  registration: 'runtime',
  main(ctx) {
    const session = new ReadingSession(document, window, ports);
    const layer = createPageLayer(document, session, {
      mention: (at) => control.mention(at),
      missed: (span, verdict) => control.missed(span, verdict),
      move: (step) => control.move(step),
      close: () => control.close(),
      hold: (isHeld) => control.hold(isHeld),
    });
    const control = controlPage(document, window, session, () => layer, ctx.signal);
    const stop = serve<PageRequests>('page', pageHandlers(session, layer, control));
    // The library, in its own tab, may have changed what is kept of this page.
    ctx.addEventListener(document, 'visibilitychange', () => {
      if (document.visibilityState === 'visible') void session.refresh().catch(() => undefined);
    });
    ctx.onInvalidated(() => {
      stop();
      session.highlighter?.clear();
      layer.remove();
    });
  },
});
