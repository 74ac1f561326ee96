import type { Span } from '../../lib/core/annotation.ts';
import type { Verdict } from '../../lib/core/correct-mention.ts';
import type { CardPresence } from '../../lib/dom/card-presence.ts';
import type { ReadingSession } from '../../lib/dom/reading-session.ts';
import { request } from '../../lib/platform/messages.ts';
import type { LayerActions } from './layer-actions.ts';
import type { PageLayer } from './page-layer.ts';

type Field = 'tags' | 'note' | 'correction';

/** What the reader can do on the page, whether by mouse, by key or from the side panel. */
export function createDeeds(
  view: Window,
  session: ReadingSession,
  layer: () => PageLayer,
  card: CardPresence,
) {
  const reach = (mark: number | undefined, field?: Field) => {
    if (mark === undefined) return;
    const isCalm = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
    session.marked?.scrollTo(mark, isCalm ? 'instant' : 'smooth');
    card.pin(mark);
    if (field) layer().draw({ wish: { field } });
  };
  /** Does something to a mention; its card stays, to show what has become of it. */
  const deed =
    <I extends unknown[]>(mark: number, work: (...input: I) => Promise<unknown>) =>
    async (...input: I) => {
      card.pin(mark);
      await work(...input);
      layer().showCard(session.current);
      // A tag just given is offered with the next mark.
      void request('tags', {}).then(
        (knownTags) => layer().draw({ knownTags }),
        () => undefined,
      );
    };
  const actions: LayerActions = {
    mention: (at) => ({
      clip: deed(at, (remarks) => session.clipping.clip([at], remarks)),
      unclip: deed(at, (id) => session.clipping.unclip([id])),
      edit: deed(at, (id, remarks) => session.clipping.edit(id, remarks)),
      skip: deed(at, () => session.clipping.skip([at])),
      unskip: deed(at, (id) => session.clipping.unskip([id])),
      correct: deed(at, (verdict: Verdict) => session.clipping.correct(at, verdict)),
    }),
    async missed(span: Span, verdict) {
      await session.clipping.clipMissed(span, verdict);
      layer().draw({ missed: undefined });
      layer().notify('good', 'notice_clipped_selection');
    },
    move: (step) => reach(session.neighbour(step)),
    close() {
      const { card: mark, missed, help } = layer().shown();
      layer().draw({ help: undefined, missed: undefined });
      card.close();
      return Boolean(mark ?? missed ?? help);
    },
    hold: card.hold,
  };
  return { ...actions, reach };
}
