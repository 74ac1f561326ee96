import type { MessageKey } from '../../components/i18n.tsx';
import type { PageShown } from '../../components/PageView.tsx';
import type { UpdatedWords } from '../../components/UpdatedNotice.tsx';
import { createLayer, type Layer } from '../../lib/dom/layer.ts';
import type { ReadingSession } from '../../lib/dom/reading-session.ts';
import type { MarkStyle } from '../../lib/core/settings.ts';
import { attemptDeed } from './attempt-deed.ts';
import { markStyles } from './mark-styles.ts';
import type { LayerActions } from './layer-actions.ts';
import { onPageViews, pageViews } from './page-views.ts';

/** Long enough to read two lines of Vietnamese. */
const NOTICE_MS = 6000;

export type PageLayer = ReturnType<typeof createPageLayer>;

/** Shows the card of the session's current mention and short notices, in the page's one added element. */
export function createPageLayer(
  document: Document,
  session: ReadingSession,
  actions: LayerActions,
) {
  const layer = createLayer(document);
  const { farewell, markStyle } = addParts(document, layer);
  let shown: PageShown = { knownTags: [], isBusy: false };
  let noticeTimer: ReturnType<typeof setTimeout> | undefined;
  let isOutlived = false;
  let farewellWords: UpdatedWords | undefined;
  const draw = (change: Partial<PageShown>) => {
    if (isOutlived) return;
    shown = { ...shown, ...change };
    pageViews()?.drawPage(layer.container, { shown, session, actions, attempt });
  };
  // What was shown before the views were there is drawn as they come.
  onPageViews(() => {
    layer.style.textContent = pageViews()?.styles ?? '';
    draw({});
    if (!isOutlived) pageViews()?.drawFarewell(farewell, farewellWords);
  });
  const notify = (tone: 'good' | 'bad', message: MessageKey, args: string[] = []) => {
    clearTimeout(noticeTimer);
    noticeTimer = setTimeout(() => draw({ notice: undefined }), NOTICE_MS);
    draw({ notice: { tone, message, args } });
  };
  const looks = { draw, notify, shown: (): Readonly<PageShown> => shown };
  const attempt = (work: Promise<unknown>) => attemptDeed(looks, work);
  return {
    /** `draw` and `notify` change what lies over the page, `shown` tells what lies there now. */
    ...looks,
    attempt,
    /** All that is drawn. */
    container: layer.container,
    /** Draws the card of a mention, or none. */
    showCard(at: number | undefined) {
      const listed = at === undefined ? undefined : session.listed(at);
      const count = session.marked?.mentions.length ?? 0;
      const card = listed && at !== undefined ? { at, count, listed } : undefined;
      const isSame = shown.card?.at === at;
      draw({ card, missed: undefined, ...(!isSame && { failure: undefined, wish: undefined }) });
    },
    setMarkStyle: (style: MarkStyle) => void (markStyle.textContent = markStyles[style]),
    /**
     * Keeps ready what the page says once the extension is gone from under it; nothing where no words are given.
     * Firefox then ends all scripts at once, so that only what is drawn already can be shown.
     */
    prepareFarewell(words: UpdatedWords | undefined) {
      farewellWords = words;
      if (!isOutlived) pageViews()?.drawFarewell(farewell, words);
    },
    /** Takes everything away but the farewell, where one is prepared. */
    outlive() {
      isOutlived = true;
      clearTimeout(noticeTimer);
      pageViews()?.drawPage(layer.container);
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

/** Beside what is shown while the extension lives: its farewell, and the style of the marks. */
function addParts(document: Document, { container, host }: Layer) {
  const farewell = document.createElement('div');
  container.className = 'live';
  farewell.className = 'outlived';
  container.after(farewell);
  const markStyle = document.createElement('style');
  host.append(markStyle);
  return { farewell, markStyle };
}
