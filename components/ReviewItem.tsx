import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import type { LibraryDesk, OpenArticle } from '../lib/core/collection/library-desk.ts';
import { passageLink } from '../lib/core/collection/passage-link.ts';
import { CompletionForm } from './CompletionForm.tsx';
import { Checks } from './ExcerptCard.tsx';
import { ExcerptEditor } from './ExcerptEditor.tsx';
import { ExcerptInContext } from './ExcerptInContext.tsx';
import { ExcerptSource } from './ExcerptSource.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';
import { useTranslate } from './i18n.tsx';
import { Kbd } from './Kbd.tsx';
import { kindWord, mentionFacts } from './mention-words.ts';
import { ReasonForm } from './ReasonForm.tsx';
import { ReviewLine } from './ReviewLine.tsx';
import type { Deeds } from './use-library-actions.ts';
import { isTyping } from './use-list-keys.ts';

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
  const decide = async (state: 'approved' | 'checked') => {
    if (await deeds.review([id], { state })) onStep(1);
  };
  const sendBack = async (reason: string) => {
    if (await deeds.review([id], { state: 'returned', reason })) onStep(1);
  };
  const link = shown?.excerpt && linkOf(shown.excerpt);
  useReviewKeys(
    {
      a: () => void decide('approved'),
      c: () => void decide('checked'),
      r: () => setPanel('reason'),
      j: () => onStep(1),
      ArrowRight: () => onStep(1),
      k: () => onStep(-1),
      ArrowLeft: () => onStep(-1),
      e: () => setPanel('edit'),
      h: () => setPanel('history'),
      o: () => link && window.open(link, '_blank', 'noreferrer'),
    },
    panel === undefined,
  );
  if (!shown) return <p role="status">{t('notice_working')}</p>;
  if (!shown.excerpt) return <Gone onStep={onStep} />;
  const { annotation, article } = shown.excerpt;
  return (
    <article
      ref={item}
      class="review-item"
      data-type={annotation.mention?.type ?? 'selection'}
      tabIndex={-1}
      aria-label={annotation.mention?.exact ?? t('panel_selection')}
    >
      <ReviewLine annotation={annotation} />
      <ExcerptInContext annotation={annotation} article={shown.article?.article} />
      <Facts annotation={annotation} />
      <Checks annotation={annotation} />
      <CompletionForm
        annotation={annotation}
        onComplete={(completion) => deeds.complete(id, completion)}
      />
      <ExcerptSource annotation={annotation} article={article} />
      {annotation.tags.length > 0 && (
        <ul class="tags" aria-label={t('excerpt_tags')}>
          {annotation.tags.map((tag) => (
            <li class="tag" key={tag}>
              {tag}
            </li>
          ))}
        </ul>
      )}
      {annotation.note && <p class="note">{annotation.note}</p>}
      {panel === 'edit' && (
        <ExcerptEditor
          annotation={annotation}
          knownTags={knownTags}
          onCancel={() => setPanel(undefined)}
          onSave={(edit) => {
            void deeds.edit(id, edit).then((isStored) => isStored && setPanel(undefined));
          }}
        />
      )}
      {panel === 'reason' ? (
        <ReasonForm
          onCancel={() => setPanel(undefined)}
          onReturn={(reason) => void sendBack(reason)}
        />
      ) : (
        <ReviewButtons
          link={link}
          onDecide={(state) => void decide(state)}
          onPanel={setPanel}
          onStep={onStep}
        />
      )}
      {panel === 'history' && (
        <HistoryDialog desk={desk} id={id} onClose={() => setPanel(undefined)} />
      )}
    </article>
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

interface ShownExcerpt {
  /** None where it is gone or lies in the trash. */
  excerpt: Excerpt | undefined;
  article: OpenArticle | undefined;
}

function useExcerpt(desk: LibraryDesk, id: string, version: number): ShownExcerpt | undefined {
  const [shown, setShown] = useState<ShownExcerpt>();
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const [excerpt] = await desk.excerpts([id]);
      const isThere = excerpt && !excerpt.annotation.deleted;
      const article = isThere ? await desk.openArticle(excerpt.annotation.articleId) : undefined;
      if (!isGone) setShown({ excerpt: isThere ? excerpt : undefined, article });
    };
    read().catch(() => !isGone && setShown({ excerpt: undefined, article: undefined }));
    return () => void (isGone = true);
  }, [desk, id, version]);
  return shown;
}

/** Keys that act wherever the focus is, but in a field or a dialog. */
function useReviewKeys(keys: Record<string, () => void>, isOn: boolean): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!isOn) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (document.querySelector('dialog[open]')) return;
      const act = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOn]);
}
