import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Annotation } from '../lib/core/annotation.ts';
import { FormButtons } from './FormButtons.tsx';
import { useTranslate } from './i18n.tsx';
import { TagInput } from './TagInput.tsx';

export type Edit = Pick<Annotation, 'tags' | 'note'>;

interface ExcerptEditorProps {
  annotation: Annotation;
  knownTags: readonly string[];
  onSave: (edit: Edit) => void;
  onCancel: () => void;
}

/** Tags and note of one excerpt, the keyboard at once in the first; Ctrl+Enter saves, Escape leaves them as they were. */
export function ExcerptEditor({ annotation, knownTags, onSave, onCancel }: ExcerptEditorProps) {
  const t = useTranslate();
  const id = useId();
  const [tags, setTags] = useState<readonly string[]>(annotation.tags);
  const [note, setNote] = useState(annotation.note);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const save = () => onSave({ tags: [...tags], note });
  return (
    <form
      ref={form}
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) onCancel();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
      }}
    >
      <TagInput label={t('excerpt_tags')} tags={tags} known={knownTags} onChange={setTags} />
      <label for={id}>{t('excerpt_note')}</label>
      <textarea
        id={id}
        rows={3}
        value={note}
        onInput={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <FormButtons onCancel={onCancel} />
    </form>
  );
}
