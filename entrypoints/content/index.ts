import './style.css';
import { defineContentScript } from '#imports';
import { ReadingSession } from '../../lib/dom/reading-session.ts';
import { Failure, request, serve, type PageRequests } from '../../lib/platform/messages.ts';
import { controlPage } from './page-controller.ts';
import { createPageLayer } from './page-layer.tsx';
import { ports } from './ports.ts';

export default defineContentScript({
  registration: 'runtime',
  main(ctx) {
    const session = new ReadingSession(document, window, ports);
    let reading: Promise<void> | undefined;
    const layer = createPageLayer(document, session, {
      clip: (mention, remarks) => control.clip(mention, remarks),
      unclip: (id) => session.unclip([id]).then(() => layer.showCard(session.current)),
      move: (step) => control.move(step),
      close: () => control.close(),
      hold: (isHeld) => control.hold(isHeld),
    });
    const control = controlPage(document, window, session, () => layer, ctx.signal);
    /** Reads once, when the reader first asks; afterwards the watcher keeps the reading fresh. */
    const read = () => (reading ??= session.read());
    const stop = serve<PageRequests>('page', {
      async pageState() {
        if (!reading) throw new Failure('error_page_gone');
        await reading;
        return session.state();
      },
      async toggle() {
        // Off, nothing watches the page: what it is now is read as marks go on again.
        await (reading ? session.isOn || session.reread() : read());
        session.setOn(!session.isOn);
        const state = session.state();
        if (!session.isOn) control.close();
        else if (state.status === 'refused') refuse(state.reason);
        else if (!session.highlighter) layer.notify('bad', 'notice_no_highlights');
        layer.offerTags(await request('tags', {}));
        return session.isOn;
      },
      show: ({ mention }) => control.reach(mention),
      clip: ({ mentions, tags, note }) => session.clip(mentions, { tags, note }),
      unclip: ({ ids }) => session.unclip(ids),
      clipChanged: ({ id }) => session.clipChanged(id),
      skip: ({ mentions }) => session.skip(mentions),
      unskip: ({ ids }) => session.unskip(ids),
      undo: () => session.undo(),
      async clipSelection() {
        await read();
        const kept = await session.clipSelection();
        if (!kept) throw new Failure('error_no_selection');
        const isNew = kept.some(({ status }) => status === 'stored');
        layer.notify('good', isNew ? 'notice_clipped_selection' : 'notice_duplicate');
        return kept;
      },
      notify: ({ message }) => layer.notify('bad', message),
    });
    // The library, in its own tab, may have changed what is kept of this page.
    ctx.addEventListener(document, 'visibilitychange', () => {
      if (document.visibilityState === 'visible') void session.refresh().catch(() => undefined);
    });
    ctx.onInvalidated(() => {
      stop();
      session.highlighter?.clear();
      layer.remove();
    });
    function refuse(reason: 'list-page' | 'no-article' | 'too-large') {
      session.setOn(false);
      layer.notify('bad', `refused_${reason.replace('-', '_')}` as 'refused_no_article');
    }
  },
});
