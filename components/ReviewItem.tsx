import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Decision } from '../lib/core/collection/edit.ts';
import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import type { LibraryDesk, OpenArticle } from '../lib/core/collection/library-desk.ts';
import { passageLink } from '../lib/core/collection/passage-link.ts';
import { AgreementLine } from './AgreementLine.tsx';
import { CompletionForm } from './CompletionForm.tsx';
import { Checks } from './ExcerptCard.tsx';
import { ExcerptEditor } from './ExcerptEditor.tsx';
import { ExcerptInContext } from './ExcerptInContext.tsx';
import { ExcerptSource } from './ExcerptSource.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';
import { useTranslate } from './i18n.tsx';
import { Kbd } from './Kbd.tsx';
import { kindWord, mentionFacts } from '../lib/core/mention-words.ts';
import { ReasonForm } from './ReasonForm.tsx';
import { ReviewLine } from './ReviewLine.tsx';
import { TagList } from './TagList.tsx';
import type { Deeds } from './use-library-actions.ts';
import { useExcerpt, useGlance, useReviewKeys } from './use-review.ts';

interface ReviewItemProps {
  desk: LibraryDesk;
  id: string;
  /** Rises when the collection changes. */
  version: number;
  knownTags: readonly string[];
  deeds: Deeds;
  onStep: (by: 1 | -1) => void;
}

type Panel = 'reason' | 'edit' | 'history';

/** One excerpt before its reviewer: in its paragraph, with all that is known of it, and the keys that decide. */
export function ReviewItem({ desk, id, version, knownTags, deeds, onStep }: ReviewItemProps) {
  const t = useTranslate();
  const shown = useExcerpt(desk, id, version);
  const [panel, setPanel] = useState<Panel>();
  const item = useRef<HTMLElement>(null);
  const isShown = shown !== undefined;
  useLayoutEffect(() => {
    if (isShown && panel === undefined) item.current?.focus();
  }, [isShown, panel]);
  const link = shown?.excerpt && linkOf(shown.excerpt);
  const { decide, sendBack } = useDecisions({ id, deeds, onStep });
  const close = () => setPanel(undefined);
  const steps = { j: () => onStep(1), k: () => onStep(-1) };
  const does = {
    a: () => void decide('approved'),
    c: () => void decide('checked'),
    r: () => setPanel('reason'),
    e: () => setPanel('edit'),
    h: () => setPanel('history'),
    o: () => void (link && window.open(link, '_blank', 'noreferrer')),
  };
  // What nobody can have seen yet, or is gone, is not decided on.
  const isSeen = useGlance(shown?.excerpt !== undefined);
  useReviewKeys(panel ? { Escape: close } : { ...steps, ...(isSeen && does) });
  if (!shown) return <p role="status">{t('notice_working')}</p>;
  if (!shown.excerpt) return <Gone onStep={onStep} />;
  const { annotation } = shown.excerpt;
  return (
    <article
      ref={item}
      class="review-item"
      aria-busy={!isSeen}
      data-type={annotation.mention?.type ?? 'selection'}
      tabIndex={-1}
      aria-label={annotation.mention?.exact ?? t('panel_selection')}
    >
      <Told excerpt={shown.excerpt} article={shown.article} deeds={deeds} />
      {panel === 'edit' && (
        <ExcerptEditor
          annotation={annotation}
          knownTags={knownTags}
          onCancel={close}
          onSave={(edit) => void deeds.edit(id, edit).then((isStored) => isStored && close())}
        />
      )}
      {panel === 'reason' && (
        <ReasonForm onCancel={close} onReturn={(reason) => void sendBack(reason)} />
      )}
      {/* To decide while a form is open would lose what is typed there. */}
      {(panel === undefined || panel === 'history') && (
        <ReviewButtons
          link={link}
          onDecide={(state) => void decide(state)}
          onPanel={setPanel}
          onStep={onStep}
        />
      )}
      {panel === 'history' && <HistoryDialog desk={desk} id={id} onClose={close} />}
    </article>
  );
}

/** A decision goes on to the next excerpt once it is stored; until then there is no other. */
function useDecisions({ id, deeds, onStep }: Pick<ReviewItemProps, 'id' | 'deeds' | 'onStep'>) {
  const isDeciding = useRef(false);
  const review = async (decision: Decision) => {
    if (isDeciding.current) return;
    isDeciding.current = true;
    const isStored = await deeds.review([id], decision);
    isDeciding.current = false;
    if (isStored) onStep(1);
  };
  return {
    decide: (state: 'approved' | 'checked') => review({ state }),
    sendBack: (reason: string) => review({ state: 'returned', reason }),
  };
}

interface ToldProps {
  excerpt: Excerpt;
  article: OpenArticle | undefined;
  deeds: Deeds;
}

/** All that is known of the excerpt. */
function Told({ excerpt, article, deeds }: ToldProps) {
  const { annotation, article: source, agreement } = excerpt;
  const { id, tags, note } = annotation;
  return (
    <>
      <ReviewLine annotation={annotation} />
      <ExcerptInContext annotation={annotation} article={article?.article} />
      <Facts annotation={annotation} />
      <Checks annotation={annotation} />
      <AgreementLine agreement={agreement} />
      <CompletionForm
        annotation={annotation}
        onComplete={(completion) => deeds.complete(id, completion)}
      />
      <ExcerptSource annotation={annotation} article={source} />
      <TagList tags={tags} />
      {note && <p class="note">{note}</p>}
    </>
  );
}

interface ReviewButtonsProps {
  link: string | undefined;
  onDecide: (state: 'approved' | 'checked') => void;
  onPanel: (panel: Panel) => void;
  onStep: (by: 1 | -1) => void;
}

function ReviewButtons({ link, onDecide, onPanel, onStep }: ReviewButtonsProps) {
  const t = useTranslate();
  return (
    <div class="actions" role="toolbar" aria-label={t('review_actions')}>
      <button type="button" class="primary" onClick={() => onDecide('approved')}>
        {t('review_approve')} <Kbd>A</Kbd>
      </button>
      <button type="button" onClick={() => onPanel('reason')}>
        {t('review_return')} <Kbd>R</Kbd>
      </button>
      <button type="button" onClick={() => onDecide('checked')}>
        {t('review_check')} <Kbd>C</Kbd>
      </button>
      <button type="button" onClick={() => onStep(1)}>
        {t('review_next')} <Kbd>J</Kbd>
      </button>
      <button type="button" onClick={() => onStep(-1)}>
        {t('review_previous')} <Kbd>K</Kbd>
      </button>
      <button type="button" onClick={() => onPanel('edit')}>
        {t('excerpt_edit')} <Kbd>E</Kbd>
      </button>
      <button type="button" aria-haspopup="dialog" onClick={() => onPanel('history')}>
        {t('excerpt_history')} <Kbd>H</Kbd>
      </button>
      {link && (
        <a class="button" href={link} target="_blank" rel="noreferrer">
          {t('review_open')} <Kbd>O</Kbd>
        </a>
      )}
    </div>
  );
}

function Facts({ annotation: { mention } }: Pick<Excerpt, 'annotation'>) {
  const t = useTranslate();
  if (!mention) return null;
  const kind = { label: t('excerpt_kind'), value: kindWord(t, mention) };
  return (
    <dl class="facts">
      {[kind, ...mentionFacts(t, mention)].map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Gone({ onStep }: Pick<ReviewItemProps, 'onStep'>) {
  const t = useTranslate();
  return (
    <p class="none">
      {t('review_gone')}{' '}
      <button type="button" onClick={() => onStep(1)}>
        {t('review_next')}
      </button>
    </p>
  );
}

function linkOf({ annotation: { target } }: Excerpt): string | undefined {
  return passageLink(target.source, target.selector[0].exact);
}
