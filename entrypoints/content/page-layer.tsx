import { render } from 'preact';
import cardStyle from '../../components/card.css?inline';
import detailStyle from '../../components/detail.css?inline';
import type { MessageKey } from '../../components/i18n.tsx';
import type { PageShown } from '../../components/PageView.tsx';
import tagStyle from '../../components/tag-input.css?inline';
import outlivedStyle from '../../components/updated-notice.css?inline';
import { UpdatedNotice, type UpdatedWords } from '../../components/UpdatedNotice.tsx';
import tokens from '../../components/tokens.css?inline';
import { createLayer } from '../../lib/dom/layer.ts';
import type { ReadingSession } from '../../lib/dom/reading-session.ts';
import type { MarkStyle } from '../../lib/core/settings.ts';
import { failureCode } from '../../lib/platform/messages.ts';
import { markStyles } from './mark-styles.ts';
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
  const styles = [tokens, cardStyle, detailStyle, tagStyle, outlivedStyle];
  const layer = createLayer(document, styles.join('\n'));
  const farewell = document.createElement('div');
  layer.container.className = 'live';
  farewell.className = 'outlived';
  layer.container.after(farewell);
  const markStyle = document.createElement('style');
  layer.host.append(markStyle);
  let shown: PageShown = { knownTags: [], isBusy: false };
  let noticeTimer: ReturnType<typeof setTimeout> | undefined;
  let isOutlived = false;
  const draw = (change: Partial<PageShown>) => {
    if (isOutlived) return;
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
    notify(tone: 'good' | 'bad', message: MessageKey, args: string[] = []) {
      clearTimeout(noticeTimer);
      noticeTimer = setTimeout(() => draw({ notice: undefined }), NOTICE_MS);
      draw({ notice: { tone, message, args } });
    },
    isHelpShown: () => shown.help !== undefined,
    setMarkStyle: (style: MarkStyle) => void (markStyle.textContent = markStyles[style]),
    /**
     * Keeps ready what the page says once the extension is gone from under it; nothing where no words are given.
     * Firefox then ends all scripts at once, so that only what is drawn already can be shown.
     */
    prepareFarewell(words: UpdatedWords | undefined) {
      if (!isOutlived) render(words ? <UpdatedNotice {...words} /> : null, farewell);
    },
    /** Takes everything away but the farewell, where one is prepared. */
    outlive() {
      isOutlived = true;
      clearTimeout(noticeTimer);
      render(null, layer.container);
      layer.host.style.setProperty('--reader-outlived', 'block');
    },
    /** Hears of each change of a note, all of it. */
    onTyping(heard: (note: string) => void) {
      layer.container.addEventListener('input', ({ target }) => {
        if (target instanceof HTMLTextAreaElement) heard(target.value.trim());
      });
    },
  };
}
