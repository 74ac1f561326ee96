import { render } from 'preact';
import { TranslateProvider, type MessageKey } from '../../components/i18n.tsx';
import { PageView, type PageLayer } from '../../components/PageView.tsx';
import cardStyle from '../../components/card.css?inline';
import tokens from '../../components/tokens.css?inline';
import { createLayer } from '../../lib/dom/layer.ts';
import type { Remarks } from '../../lib/core/draft.ts';
import type { ReadingSession } from '../../lib/dom/reading-session.ts';
import { localised } from '../../lib/platform/localised.ts';
import { failureCode } from '../../lib/platform/messages.ts';

/** What the layer asks of whoever reads the page. */
interface Actions {
  clip(mention: number, remarks: Remarks): Promise<unknown>;
  unclip(id: string): Promise<unknown>;
  move(step: 1 | -1): void;
  close(): void;
  hold(isHeld: boolean): void;
}

/** Long enough to read two lines of Vietnamese. */
const NOTICE_MS = 6000;

/** Shows the card of the session's current mention and short notices, in the page's one added element. */
export function createPageLayer(document: Document, session: ReadingSession, actions: Actions) {
  const layer = createLayer(document, tokens + cardStyle);
  let shown: PageLayer = { knownTags: [], isBusy: false };
  let noticeTimer: ReturnType<typeof setTimeout> | undefined;
  const draw = (change: Partial<PageLayer>) => {
    shown = { ...shown, ...change };
    render(view(shown, session, actions, attempt), layer.container);
  };
  const attempt = async (work: Promise<unknown>) => {
    draw({ isBusy: true, failure: undefined });
    draw({ isBusy: false, failure: await work.then(() => undefined, failureCode) });
  };
  return {
    attempt,
    /** Draws the card of a mention, or none. */
    showCard(at: number | undefined) {
      const state = session.state();
      const listed =
        at === undefined || state.status === 'refused' ? undefined : state.mentions[at];
      const count = session.marked?.mentions.length ?? 0;
      const card = listed && at !== undefined ? { at, count, listed } : undefined;
      draw({ card, failure: shown.card?.at === at ? shown.failure : undefined });
    },
    /** Puts the caret into the card; `false` where there is none. */
    focus(): boolean {
      const field = layer.container.querySelector<HTMLElement>('input, .clipped button');
      field?.focus();
      return field !== null;
    },
    offerTags: (knownTags: string[]) => draw({ knownTags }),
    notify(tone: 'good' | 'bad', message: MessageKey) {
      clearTimeout(noticeTimer);
      noticeTimer = setTimeout(() => draw({ notice: undefined }), NOTICE_MS);
      draw({ notice: { tone, message } });
    },
    remove() {
      clearTimeout(noticeTimer);
      render(null, layer.container);
      layer.remove();
    },
  };
}

function view(
  shown: PageLayer,
  session: ReadingSession,
  actions: Actions,
  attempt: (work: Promise<unknown>) => void,
) {
  const { card } = shown;
  return (
    <TranslateProvider value={localised}>
      <PageView
        {...shown}
        boxOf={() => (card ? session.marked?.boxesOf(card.at)[0] : undefined)}
        onClip={(remarks) => card && attempt(actions.clip(card.at, remarks))}
        onUnclip={(id) => attempt(actions.unclip(id))}
        onMove={actions.move}
        onClose={actions.close}
        onHold={actions.hold}
      />
    </TranslateProvider>
  );
}
