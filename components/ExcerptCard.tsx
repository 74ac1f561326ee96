import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import { ExcerptEditor, type Edit } from './ExcerptEditor.tsx';
import { ExcerptSource } from './ExcerptSource.tsx';
import { useTranslate } from './i18n.tsx';
import { MarkedSentence } from './MarkedSentence.tsx';
import { kindWord, mentionFacts } from './mention-words.ts';

/** What can be done with one excerpt; editing gives whether it was stored. */
export interface ExcerptActions {
  edit: (id: string, edit: Edit) => Promise<boolean>;
  trash: (ids: readonly string[]) => void;
  restore: (ids: readonly string[]) => void;
}

interface ExcerptCardProps {
  excerpt: Excerpt;
  isPicked: boolean;
  onPick: (isPicked: boolean) => void;
  knownTags: readonly string[];
  actions: ExcerptActions;
}

/** One excerpt: the sentence with what was clipped marked, its reading, its source, tags and note. */
export function ExcerptCard({ excerpt, isPicked, onPick, knownTags, actions }: ExcerptCardProps) {
  const { annotation, article } = excerpt;
  const { id, mention, target, tags, note } = annotation;
  const t = useTranslate();
  const { isEditing, setEditing, editButton } = useEditing();
  const sentence = target.selector[0].exact;
  const name = mention?.exact ?? sentence.slice(0, 40);
  const save = async (edit: Edit) => {
    if (await actions.edit(id, edit)) setEditing(false);
  };
  return (
    <li class="excerpt" id={`excerpt-${id}`} data-type={mention?.type ?? 'selection'} tabIndex={-1}>
      <input
        type="checkbox"
        aria-label={t('excerpt_pick', [name])}
        checked={isPicked}
        onChange={({ currentTarget }) => onPick(currentTarget.checked)}
      />
      <article>
        <MarkedSentence
          text={sentence}
          start={mention?.start ?? 0}
          length={mention ? mention.end - mention.start : 0}
        />
        <Reading mention={mention} />
        <ExcerptSource annotation={annotation} article={article} />
        {isEditing ? (
          <ExcerptEditor
            annotation={annotation}
            knownTags={knownTags}
            onCancel={() => setEditing(false)}
            onSave={(edit) => void save(edit)}
          />
        ) : (
          <Remarks tags={tags} note={note} />
        )}
      </article>
      {annotation.deleted ? (
        <div class="actions">
          <button type="button" onClick={() => actions.restore([id])}>
            {t('excerpt_restore')}
          </button>
        </div>
      ) : (
        <EditOrTrash
          name={name}
          isEditing={isEditing}
          editButton={editButton}
          onEdit={() => setEditing(!isEditing)}
          onTrash={() => actions.trash([id])}
        />
      )}
    </li>
  );
}

interface EditOrTrashProps {
  name: string;
  isEditing: boolean;
  editButton: RefObject<HTMLButtonElement | null>;
  onEdit: () => void;
  onTrash: () => void;
}

function EditOrTrash({ name, isEditing, editButton, onEdit, onTrash }: EditOrTrashProps) {
  const t = useTranslate();
  return (
    <div class="actions">
      <button
        type="button"
        ref={editButton}
        aria-expanded={isEditing}
        aria-label={t('excerpt_edit_one', [name])}
        onClick={onEdit}
      >
        {t('excerpt_edit')}
      </button>
      <button type="button" aria-label={t('excerpt_trash_one', [name])} onClick={onTrash}>
        {t('excerpt_trash')}
      </button>
    </div>
  );
}

/** Closing the editor takes the focused field away; the keyboard then goes back to where it was opened. */
function useEditing() {
  const [isEditing, setEditing] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useLayoutEffect(() => {
    if (wasEditing.current && !isEditing) editButton.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  return { isEditing, setEditing, editButton };
}

function Reading({ mention }: Pick<Excerpt['annotation'], 'mention'>) {
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

function Remarks({ tags, note }: Edit) {
  const t = useTranslate();
  if (tags.length === 0 && !note) return null;
  return (
    <div class="remarks">
      {tags.length > 0 && (
        <ul class="tags" aria-label={t('excerpt_tags')}>
          {tags.map((tag) => (
            <li class="tag" key={tag}>
              {tag}
            </li>
          ))}
        </ul>
      )}
      {note && <p class="note">{note}</p>}
    </div>
  );
}
