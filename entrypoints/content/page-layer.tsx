import { browser } from '#imports';
import { render } from 'preact';
import { TranslateProvider, type MessageKey, type Translate } from '../../components/i18n.tsx';
import { PageView, type PageLayer } from '../../components/PageView.tsx';
import cardStyle from '../../components/card.css?inline';
import tokens from '../../components/tokens.css?inline';
import { createLayer } from '../../lib/dom/layer.ts';
import type { ReadingSession } from '../../lib/dom/reading-session.ts';
import { Failure } from '../../lib/platform/messages.ts';

/** What the layer asks of whoever reads the page. */
interface Actions {
  clip(mention: number, remarks: { tags: string[]; note: string }): Promise<unknown>;
  unclip(id: string): Promise<unknown>;
  move(step: 1 | -1): void;
  close(): void;
  hold(isHeld: boolean): void;
}

const t: Translate = (key, args) => browser.i18n.getMessage(key as never, args as string[]);
/** Long enough to read two lines of Vietnamese. */
const NOTICE_MS = 6000;

/** Shows the card of the session's current mention and short notices, in the page's one added element. */
export function createPageLayer(document: Document, session: ReadingSession, actions: Actions) {
  const layer = createLayer(document, tokens + cardStyle);
  const shown: PageLayer = { knownTags: [], isBusy: false };
  let noticeTimer: ReturnType<typeof setTimeout> | undefined;
  const boxOf = () =>
    session.current === undefined ? undefined : session.marked?.boxesOf(session.current)[0];
  const attempt = async (work: Promise<unknown>) => {
    Object.assign(shown, { isBusy: true, failure: undefined });
    draw();
    shown.failure = await work.then(() => undefined, failureCode);
    shown.isBusy = false;
    draw();
  };
  const draw = () =>
    render(
      <TranslateProvider value={t}>
        <PageView
          {...shown}
          boxOf={boxOf}
          onClip={(remarks) => shown.card && attempt(actions.clip(shown.card.at, remarks))}
          onUnclip={(id) => attempt(actions.unclip(id))}
          onMove={actions.move}
          onClose={actions.close}
          onHold={actions.hold}
        />
      </TranslateProvider>,
      layer.container,
    );
  return {
    /** Draws the card of a mention, or none. */
    showCard(at: number | undefined) {
      const state = session.state();
      const listed =
        at === undefined || state.status === 'refused' ? undefined : state.mentions[at];
      const count = session.marked?.mentions.length ?? 0;
      if (shown.card?.at !== at) shown.failure = undefined;
      shown.card = listed && at !== undefined ? { at, count, listed } : undefined;
      draw();
    },
    /** Puts the caret into the card; `false` where there is none. */
    focus(): boolean {
      const field = layer.container.querySelector<HTMLElement>(
        'input, button.primary, .clipped button',
      );
      field?.focus();
      return field !== null;
    },
    offerTags(tags: string[]) {
      shown.knownTags = tags;
    },
    attempt,
    notify(tone: 'good' | 'bad', message: MessageKey) {
      shown.notice = { tone, message };
      clearTimeout(noticeTimer);
      noticeTimer = setTimeout(() => ((shown.notice = undefined), draw()), NOTICE_MS);
      draw();
    },
    remove() {
      clearTimeout(noticeTimer);
      render(null, layer.container);
      layer.remove();
    },
  };
}

/** The message for whatever went wrong. */
export function failureCode(cause: unknown): MessageKey {
  return cause instanceof Failure ? cause.code : 'error_unexpected';
}
