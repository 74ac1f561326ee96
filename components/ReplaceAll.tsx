import { useState } from 'preact/hooks';
import { foldText } from '../lib/core/text.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';

interface ReplaceAllProps {
  /** How many excerpts the file has. */
  incoming: number;
  onReplace: () => void;
}

/** Puts a file in the place of the whole collection: only once a word has been typed, with or without diacritics. */
export function ReplaceAll({ incoming, onReplace }: ReplaceAllProps) {
  const t = useTranslate();
  const [typed, setTyped] = useState('');
  const word = t('import_replace_word');
  const isSure = foldText(typed).trim() === foldText(word);
  return (
    <details class="replace">
      <summary>{t('import_replace')}</summary>
      <p>{t('import_replace_why', [formatCount(incoming)])}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isSure) onReplace();
        }}
      >
        <label>
          {t('import_replace_type', [word])}
          <input
            type="text"
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="danger" disabled={!isSure}>
          {t('import_replace_confirm')}
        </button>
      </form>
    </details>
  );
}
