import type { Refusal } from '../../lib/core/page-state.ts';
import type { ReadingSession } from '../../lib/dom/reading-session.ts';
import { Failure, type Handlers, type PageRequests } from '../../lib/platform/messages.ts';
import type { controlPage } from './page-controller.ts';
import type { PageLayer } from './page-layer.ts';
import { createSwitch } from './page-switch.ts';

/** Answers what the side panel and the background ask of this page. */
export function pageHandlers(
  session: ReadingSession,
  layer: PageLayer,
  control: ReturnType<typeof controlPage>,
): Handlers<PageRequests> {
  const marks = createSwitch(session, layer, control);
  const tell = (reason: Refusal | undefined) => {
    if (reason) layer.notify('bad', `refused_${reason.replace('-', '_')}` as 'refused_no_article');
    else if (!session.highlighter) layer.notify('bad', 'notice_no_highlights');
  };
  return {
    async pageState() {
      await marks.hasRead();
      return session.state();
    },
    async toggle() {
      if (session.isOn) marks.turnOff();
      else tell(await marks.turnOn());
      return session.isOn;
    },
    async turnOn() {
      await marks.turnOn();
      if (session.affected > 0) layer.notify('bad', 'notice_affected', [`${session.affected}`]);
    },
    turnOff: marks.turnOff,
    async shown() {
      await marks.hasRead();
      return { status: marks.status, url: session.url, affected: session.affected };
    },
    articleText: () => session.marked?.article.text ?? '',
    pickRegion: marks.pickRegion,
    useRegion: ({ selector }) => marks.useRegion(selector),
    applySettings: marks.applySettings,
    show: ({ mention, field }) => control.reach(mention, field),
    clip: ({ mentions, remarks }) => session.clipping.clip(mentions, remarks),
    unclip: ({ ids }) => session.clipping.unclip(ids),
    clipChanged: ({ id }) => session.clipping.clipChanged(id),
    edit: ({ id, remarks }) => session.clipping.edit(id, remarks),
    correct: ({ mention, verdict }) => session.clipping.correct(mention, verdict),
    skip: ({ mentions }) => session.clipping.skip(mentions),
    unskip: ({ ids }) => session.clipping.unskip(ids),
    undo: () => session.clipping.undo(),
    async clipSelection() {
      await marks.read();
      const kept = await session.clipping.clipSelection();
      if (!kept) throw new Failure('error_no_selection');
      const isNew = kept.some(({ status }) => status === 'stored');
      layer.notify('good', isNew ? 'notice_clipped_selection' : 'notice_duplicate');
      return kept;
    },
    async reportMissed() {
      await marks.read();
      const missed = session.clipping.selected();
      if (missed) layer.draw({ missed, card: undefined, failure: undefined });
      else layer.notify('bad', 'notice_outside_article');
    },
    notify: ({ message }) => layer.notify('bad', message),
  };
}
