import { render } from 'preact';
import cardStyle from '../../components/card.css?inline';
import detailStyle from '../../components/detail.css?inline';
import type { MessageKey } from '../../components/i18n.tsx';
import type { PageShown } from '../../components/PageView.tsx';
import tagStyle from '../../components/tag-input.css?inline';
import tokens from '../../components/tokens.css?inline';
import { createLayer } from '../../lib/dom/layer.ts';
import type { ReadingSession } from '../../lib/dom/reading-session.ts';
import { failureCode } from '../../lib/platform/messages.ts';
import { pageView, type LayerActions } from './page-view.tsx';

/** Long enough to read two lines of Vietnamese. */
const NOTICE_MS = 6000;

export type PageLayer = ReturnType<typeof createPageLayer>;

/** Shows the card of the session's current mention and short notices, in the page's one added element. */
export function createPageLayer(
  document: Document,
  session: ReadingSession,
  actions: LayerActions,
) {
  const layer = createLayer(document, tokens + cardStyle + detailStyle + tagStyle);
  let shown: PageShown = { knownTags: [], isBusy: false };
  let noticeTimer: ReturnType<typeof setTimeout> | undefined;
  const draw = (change: Partial<PageShown>) => {
    shown = { ...shown, ...change };
    render(pageView(shown, session, actions, attempt), layer.container);
  };
  const attempt = async (work: Promise<unknown>) => {
    draw({ isBusy: true, failure: undefined });
    draw({ isBusy: false, failure: await work.then(() => undefined, failureCode) });
  };
  return {
    attempt,
    draw,
    /** Draws the card of a mention, or none. */
    showCard(at: number | undefined) {
      const listed = at === undefined ? undefined : session.listed(at);
      const count = session.marked?.mentions.length ?? 0;
      const card = listed && at !== undefined ? { at, count, listed } : undefined;
      const isSame = shown.card?.at === at;
      draw({ card, missed: undefined, ...(!isSame && { failure: undefined, wish: undefined }) });
    },
    notify(tone: 'good' | 'bad', message: MessageKey) {
      clearTimeout(noticeTimer);
      noticeTimer = setTimeout(() => draw({ notice: undefined }), NOTICE_MS);
      draw({ notice: { tone, message } });
    },
    isHelpShown: () => shown.help !== undefined,
    remove() {
      clearTimeout(noticeTimer);
      render(null, layer.container);
      layer.remove();
    },
  };
}
