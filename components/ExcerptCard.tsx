import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Annotation } from '../lib/core/annotation.ts';
import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import { AgreementLine } from './AgreementLine.tsx';
import { CompletionForm } from './CompletionForm.tsx';
import { ExcerptEditor, type Edit } from './ExcerptEditor.tsx';
import { ExcerptSource } from './ExcerptSource.tsx';
import { useTranslate } from './i18n.tsx';
import { MarkedSentence } from './MarkedSentence.tsx';
import { checkWords, kindWord, mentionFacts } from '../lib/core/mention-words.ts';
import { ReviewLine } from './ReviewLine.tsx';
import { TagList } from './TagList.tsx';
import type { Deeds } from './use-library-actions.ts';

/** What a view knows and does of one excerpt beside showing it. */
export interface ExcerptCardParts {
  isPicked: boolean;
  onPick: (isPicked: boolean) => void;
  isEditing: boolean;
  onEditing: (isEditing: boolean) => void;
  onHistory: () => void;
  /** To the trash, or out of it. */
  onMove: () => void;
  knownTags: readonly string[];
  deeds: Deeds;
}

type ExcerptCardProps = ExcerptCardParts & { excerpt: Excerpt; isFirst: boolean };

/** One excerpt of the list, with the box that picks it. */
export function ExcerptCard({ isFirst, ...props }: ExcerptCardProps) {
  const { excerpt, isPicked, onPick } = props;
  const { id, mention } = excerpt.annotation;
  const t = useTranslate();
  return (
    <li
      class="excerpt"
      id={`excerpt-${id}`}
      data-item={id}
      data-type={mention?.type ?? 'selection'}
      tabIndex={isFirst ? 0 : -1}
    >
      <input
        type="checkbox"
        aria-label={t('excerpt_pick', [nameOf(excerpt.annotation)])}
        checked={isPicked}
        onChange={({ currentTarget }) => onPick(currentTarget.checked)}
      />
      <ExcerptBody {...props} />
    </li>
  );
}

function nameOf({ mention, target }: Annotation): string {
  return mention?.exact ?? target.selector[0].exact.slice(0, 40);
}

/** The sentence with what was clipped marked, its reading, checks, review, source, tags and note, and its deeds. */
export function ExcerptBody(props: Omit<ExcerptCardProps, 'isFirst'>) {
  const { excerpt, isEditing, onEditing, knownTags, deeds } = props;
  const { annotation, article, agreement } = excerpt;
  const { id, mention, target, tags, note, deleted } = annotation;
  const save = async (edit: Edit) => {
    if (await deeds.edit(id, edit)) onEditing(false);
  };
  return (
    <>
      <article>
        <MarkedSentence
          text={target.selector[0].exact}
          start={mention?.start ?? 0}
          length={mention ? mention.end - mention.start : 0}
        />
        <Reading mention={mention} />
        {!deleted && (
          <CompletionForm
            annotation={annotation}
            onComplete={(completion) => deeds.complete(id, completion)}
          />
        )}
        <Checks annotation={annotation} />
        <AgreementLine agreement={agreement} />
        <ReviewLine annotation={annotation} />
        <ExcerptSource annotation={annotation} article={article} />
        {isEditing ? (
          <ExcerptEditor
            annotation={annotation}
            knownTags={knownTags}
            onCancel={() => onEditing(false)}
            onSave={(edit) => void save(edit)}
          />
        ) : (
          <Remarks tags={tags} note={note} />
        )}
      </article>
      <CardDeeds {...props} />
    </>
  );
}

function CardDeeds({
  excerpt,
  isEditing,
  onEditing,
  onHistory,
  onMove,
}: Omit<ExcerptCardProps, 'isFirst'>) {
  const t = useTranslate();
  const editButton = useFocusAfter(isEditing);
  const { annotation } = excerpt;
  const name = nameOf(annotation);
  if (annotation.deleted) {
    return (
      <div class="actions">
        <button type="button" onClick={onMove}>
          {t('excerpt_restore')}
        </button>
      </div>
    );
  }
  return (
    <div class="actions">
      <button
        type="button"
        ref={editButton}
        aria-expanded={isEditing}
        aria-label={t('excerpt_edit_one', [name])}
        onClick={() => onEditing(!isEditing)}
      >
        {t('excerpt_edit')}
      </button>
      <button type="button" aria-label={t('excerpt_trash_one', [name])} onClick={onMove}>
        {t('excerpt_trash')}
      </button>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={t('excerpt_history_one', [name])}
        onClick={onHistory}
      >
        {t('excerpt_history')}
      </button>
    </div>
  );
}

/** Closing the editor takes the focused field away; the keyboard then goes back to where it was opened. */
function useFocusAfter(isEditing: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useLayoutEffect(() => {
    if (wasEditing.current && !isEditing) button.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  return button;
}

function Reading({ mention }: Pick<Annotation, 'mention'>) {
  const t = useTranslate();
  const kind = {
    label: t('excerpt_kind'),
    value: mention ? kindWord(t, mention) : t('panel_selection'),
  };
  return (
    <dl class="facts">
      {[kind, ...(mention ? mentionFacts(t, mention) : [])].map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What arithmetic said of the mention. */
export function Checks({ annotation: { checks = [] } }: { annotation: Annotation }) {
  const t = useTranslate();
  if (checks.length === 0) return null;
  return (
    <ul class="checks">
      {checks.map((check) => (
        <li key={check.rule + check.stated} data-verdict={check.verdict}>
          {checkWords(t, { ...check, mentions: [] })}
        </li>
      ))}
    </ul>
  );
}

function Remarks({ tags, note }: Edit) {
  if (tags.length === 0 && !note) return null;
  return (
    <div class="remarks">
      <TagList tags={tags} />
      {note && <p class="note">{note}</p>}
    </div>
  );
}
