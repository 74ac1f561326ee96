import { useId, useState } from 'preact/hooks';
import { tidyTags } from '../lib/core/collection/tags.ts';
import { useTranslate } from './i18n.tsx';
import { useCompletion } from './use-completion.ts';

interface TagInputProps {
  label: string;
  tags: readonly string[];
  /** Tags in use, most used first. */
  known: readonly string[];
  onChange: (tags: string[]) => void;
}

/**
 * Tags as chips with a field to add one, completed from those in use whatever the accents typed. Backspace in the empty
 * field marks the last tag, and once more takes it away.
 */
export function TagInput({ label, tags, known, onChange }: TagInputProps) {
  const t = useTranslate();
  const id = useId();
  const { text, offered, picked, close, type, move } = useCompletion(known, tags);
  const last = useLastTag(tags, onChange);
  const add = (added: string) => {
    onChange(tidyTags([...tags, ...added.split(',')]));
    type('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Telex and VNI keyboards end a composition with Enter; that is not yet a tag, nor the end of the form.
    if (event.isComposing && event.key === 'Enter') event.preventDefault();
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const entered = offered[picked] ?? text;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if ((event.key === 'Enter' || event.key === ',') && entered.trim()) add(entered);
    else if (event.key === 'Escape' && offered.length > 0) close();
    else return last.press(event, text);
    // Handled here: neither the form nor the caret is to act on it too.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="tag-input">
      <label for={id}>{label}</label>
      <div class="field">
        {tags.map((tag, at) => (
          <Chip
            key={tag}
            tag={tag}
            isMarked={last.isMarked && at === tags.length - 1}
            onRemove={() => onChange(tags.filter((other) => other !== tag))}
          />
        ))}
        <input
          id={id}
          type="text"
          role="combobox"
          autocomplete="off"
          aria-autocomplete="list"
          aria-expanded={offered.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={offered[picked] === undefined ? undefined : `${id}-${picked}`}
          placeholder={t('tag_add')}
          value={text}
          onInput={({ currentTarget }) => type(currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => {
            last.unmark();
            if (text.trim()) add(text);
            else close();
          }}
        />
      </div>
      <Offers id={id} label={label} offered={offered} picked={picked} onTake={add} />
    </div>
  );
}

/** Backspace marks the last tag, and once more takes it away. */
function useLastTag(tags: readonly string[], onChange: TagInputProps['onChange']) {
  const [isMarked, mark] = useState(false);
  return {
    isMarked,
    unmark: () => mark(false),
    press: ({ key, repeat }: KeyboardEvent, text: string) => {
      // Unikey and its like send Backspaces nobody pressed; one held down to empty the field goes on after that.
      if (repeat) return;
      const isBackspace = key === 'Backspace' && text === '';
      if (isBackspace && isMarked) onChange(tags.slice(0, -1));
      mark(isBackspace && !isMarked && tags.length > 0);
    },
  };
}

interface ChipProps {
  tag: string;
  isMarked: boolean;
  onRemove: () => void;
}

function Chip({ tag, isMarked, onRemove }: ChipProps) {
  const t = useTranslate();
  return (
    <span class="tag" data-marked={isMarked || undefined}>
      {tag}
      <button type="button" aria-label={t('tag_remove', [tag])} onClick={onRemove}>
        ×
      </button>
    </span>
  );
}

interface OffersProps {
  id: string;
  label: string;
  offered: readonly string[];
  picked: number;
  onTake: (tag: string) => void;
}

function Offers({ id, label, offered, picked, onTake }: OffersProps) {
  return (
    <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={offered.length === 0}>
      {offered.map((tag, at) => (
        <li
          key={tag}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === picked}
          onPointerDown={(event) => {
            // At the click it is too late: the field has lost the focus and taken its half-typed text for a tag.
            event.preventDefault();
            onTake(tag);
          }}
        >
          {tag}
        </li>
      ))}
    </ul>
  );
}
