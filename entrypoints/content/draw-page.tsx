import { render } from 'preact';
import cardStyle from '../../components/card.css?inline';
import detailStyle from '../../components/detail.css?inline';
import { TranslateProvider } from '../../components/i18n.tsx';
import { PageView } from '../../components/PageView.tsx';
import tagStyle from '../../components/tag-input.css?inline';
import tokens from '../../components/tokens.css?inline';
import outlivedStyle from '../../components/updated-notice.css?inline';
import { UpdatedNotice } from '../../components/UpdatedNotice.tsx';
import { localised } from '../../lib/platform/localised.ts';
import type { PageViews } from './page-views.ts';

type Page = NonNullable<Parameters<PageViews['drawPage']>[1]>;

/** The views themselves: all that is drawn over a page. */
export const views: PageViews = {
  styles: [tokens, cardStyle, detailStyle, tagStyle, outlivedStyle].join('\n'),
  drawPage: (container, page) => render(page ? pageOf(page) : null, container),
  drawFarewell: (container, words) =>
    render(words ? <UpdatedNotice {...words} /> : null, container),
};

function pageOf({ shown, session, actions, attempt }: Page) {
  const { card, missed } = shown;
  const of = actions.mention(card?.at ?? -1);
  const linesOf = () =>
    (missed ? session.marked?.linesOf(missed) : session.marked?.boxesOf(card?.at ?? -1)) ?? [];
  return (
    <TranslateProvider value={localised}>
      <PageView
        {...shown}
        linesOf={linesOf}
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
