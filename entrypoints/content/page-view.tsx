import { TranslateProvider } from '../../components/i18n.tsx';
import type { MentionActions } from '../../components/MentionDetail.tsx';
import { PageView, type PageShown } from '../../components/PageView.tsx';
import type { Span } from '../../lib/core/annotation.ts';
import type { Verdict } from '../../lib/core/correct-mention.ts';
import type { ReadingSession } from '../../lib/dom/reading-session.ts';
import { localised } from '../../lib/platform/localised.ts';

/** What the layer asks of whoever reads the page; each deed fails with words for the reader. */
export interface LayerActions {
  /** What can be done with the mention at an index. */
  mention(at: number): {
    [K in keyof MentionActions]: (...input: Parameters<MentionActions[K]>) => Promise<unknown>;
  };
  missed(span: Span, verdict: Extract<Verdict, { problem: 'missed' }>): Promise<unknown>;
  move(step: 1 | -1): void;
  close(): void;
  hold(isHeld: boolean): void;
}

/** What lies over the page, wired to what the reader can do; `attempt` shows how a deed went. */
export function pageView(
  shown: PageShown,
  session: ReadingSession,
  actions: LayerActions,
  attempt: (work: Promise<unknown>) => void,
) {
  const { card, missed } = shown;
  const of = actions.mention(card?.at ?? -1);
  const boxOf = () =>
    missed ? session.marked?.boxOf(missed) : card && session.marked?.boxesOf(card.at)[0];
  return (
    <TranslateProvider value={localised}>
      <PageView
        {...shown}
        boxOf={boxOf}
        actions={{
          clip: (remarks) => attempt(of.clip(remarks)),
          unclip: (id) => attempt(of.unclip(id)),
          edit: (id, remarks) => attempt(of.edit(id, remarks)),
          skip: () => attempt(of.skip()),
          unskip: (id) => attempt(of.unskip(id)),
          correct: (verdict) => attempt(of.correct(verdict)),
        }}
        onMissed={(verdict) => missed && attempt(actions.missed(missed, verdict))}
        onMove={actions.move}
        onClose={actions.close}
        onHold={actions.hold}
      />
    </TranslateProvider>
  );
}
