import { useState } from 'preact/hooks';
import { saveSearch, type LibraryChoices } from '../lib/core/collection/library-choices.ts';
import {
  isNarrowed,
  type Chosen,
  type SearchRequest,
} from '../lib/core/collection/search-index.ts';
import { useTranslate } from './i18n.tsx';
import { useFirstFocus } from './use-first-focus.ts';

interface SavedSearchesProps {
  request: SearchRequest;
  choices: LibraryChoices;
  onChoose: (change: Partial<LibraryChoices>) => void;
  onSearch: (search: { text: string; chosen: Chosen }) => void;
}

/** Searches under names of the reader's own, one press away, and a way to keep the one at hand. */
export function SavedSearches({ request, choices, onChoose, onSearch }: SavedSearchesProps) {
  const t = useTranslate();
  const { saved } = choices;
  const [name, setName] = useState<string>();
  const isNameless = isNarrowed(request) && !saved.some((each) => isSame(each, request));
  if (saved.length === 0 && !isNameless) return null;
  return (
    <section class="saved" aria-label={t('saved_title')}>
      {saved.length > 0 && (
        <ul>
          {saved.map((search) => (
            <li key={search.name}>
              <button
                type="button"
                class="tag"
                aria-pressed={isSame(search, request)}
                onClick={() => onSearch({ text: search.text, chosen: search.chosen })}
              >
                {search.name}
              </button>
              <button
                type="button"
                class="link"
                aria-label={t('saved_remove', [search.name])}
                onClick={() => onChoose({ saved: saved.filter((each) => each !== search) })}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {isNameless && name === undefined && (
        <button type="button" class="link" onClick={() => setName('')}>
          {t('saved_keep')}
        </button>
      )}
      {name !== undefined && (
        <NameForm
          name={name}
          onName={setName}
          onCancel={() => setName(undefined)}
          onKeep={() => {
            onChoose({ saved: saveSearch(saved, name, request) });
            setName(undefined);
          }}
        />
      )}
    </section>
  );
}

interface NameFormProps {
  name: string;
  onName: (name: string) => void;
  onKeep: () => void;
  onCancel: () => void;
}

function NameForm({ name, onName, onKeep, onCancel }: NameFormProps) {
  const t = useTranslate();
  const field = useFirstFocus<HTMLInputElement>();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) onKeep();
      }}
      onKeyDown={({ key, isComposing }) => key === 'Escape' && !isComposing && onCancel()}
    >
      <label>
        {t('saved_name')}
        <input
          type="text"
          maxLength={100}
          ref={field}
          value={name}
          onInput={({ currentTarget }) => onName(currentTarget.value)}
        />
      </label>
      <span class="actions">
        <button type="submit" class="primary" disabled={!name.trim()}>
          {t('excerpt_save')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('excerpt_cancel')}
        </button>
      </span>
    </form>
  );
}

function isSame(
  one: { text: string; chosen: object },
  other: { text: string; chosen: object },
): boolean {
  return one.text === other.text && chosenKey(one.chosen) === chosenKey(other.chosen);
}

function chosenKey(chosen: object): string {
  const narrowing = Object.entries(chosen as Chosen).filter(([, { length }]) => length > 0);
  return JSON.stringify(narrowing.map(([name, values]) => [name, [...values].sort()]).sort());
}
