import type { ReadingSession } from '../../lib/dom/reading-session.ts';
import { Failure, request, type Handlers, type PageRequests } from '../../lib/platform/messages.ts';
import type { controlPage } from './page-controller.ts';
import type { PageLayer } from './page-layer.tsx';

/** Answers what the side panel and the background ask of this page. */
export function pageHandlers(
  session: ReadingSession,
  layer: PageLayer,
  control: ReturnType<typeof controlPage>,
): Handlers<PageRequests> {
  let reading: Promise<void> | undefined;
  /** Reads once, when the reader first asks; afterwards the watcher keeps the reading fresh. */
  const read = () => (reading ??= session.read());
  const turnOn = () => {
    session.setOn(true);
    const state = session.state();
    if (state.status !== 'refused') {
      if (!session.highlighter) layer.notify('bad', 'notice_no_highlights');
      return;
    }
    session.setOn(false);
    layer.notify('bad', `refused_${state.reason.replace('-', '_')}` as 'refused_no_article');
  };
  return {
    async pageState() {
      if (!reading) throw new Failure('error_page_gone');
      await reading;
      return session.state();
    },
    async toggle() {
      // Off, nothing watches the page: what it is now is read as marks go on again.
      await (reading ? session.isOn || session.reread() : read());
      if (session.isOn) {
        session.setOn(false);
        control.close();
      } else turnOn();
      layer.draw({ knownTags: await request('tags', {}) });
      return session.isOn;
    },
    show: ({ mention, field }) => control.reach(mention, field),
    clip: ({ mentions, remarks }) => session.clip(mentions, remarks),
    unclip: ({ ids }) => session.unclip(ids),
    clipChanged: ({ id }) => session.clipChanged(id),
    edit: ({ id, remarks }) => session.edit(id, remarks),
    correct: ({ mention, verdict }) => session.correct(mention, verdict),
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
    async reportMissed() {
      await read();
      const missed = session.selected();
      if (missed) layer.draw({ missed, card: undefined, failure: undefined });
      else layer.notify('bad', 'notice_outside_article');
    },
    notify: ({ message }) => layer.notify('bad', message),
  };
}
