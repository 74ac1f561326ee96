import { useState } from 'preact/hooks';
import type { LibraryDesk } from '../lib/core/collection/library-desk.ts';
import { periodWords } from '../lib/core/mention-words.ts';
import { useTranslate } from './i18n.tsx';
import { useAnswer } from './use-series.ts';
import { useFirstFocus } from './use-first-focus.ts';

/** Series offered at once; a word typed finds others. */
const OFFERED = 12;

interface SeriesHomesProps {
  desk: LibraryDesk;
  excerpt: string;
  onChoose: (key: string) => void;
  onCancel: () => void;
}

/** The series that an excerpt could be put into, to choose one. */
export function SeriesHomes({ desk, excerpt, onChoose, onCancel }: SeriesHomesProps) {
  const t = useTranslate();
  const [text, setText] = useState('');
  const field = useFirstFocus<HTMLInputElement>();
  const homes = useAnswer(
    () => desk.series('homes', excerpt, text, OFFERED),
    `${excerpt} ${text}`,
  )?.answer;
  return (
    <fieldset
      class="homes"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        // The dialog around it stays.
        event.preventDefault();
        onCancel();
      }}
    >
      <legend>{t('series_homes')}</legend>
      <input
        ref={field}
        type="search"
        aria-label={t('library_search')}
        placeholder={t('series_search_hint')}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <ul>
        {homes?.map((home) => (
          <li key={home.key}>
            <button type="button" class="link" onClick={() => onChoose(home.key)}>
              {home.subject} — {home.organisation}
            </button>{' '}
            <span class="quiet">
              {[...new Set([home.from, home.to])].filter(Boolean).map(periodWords).join(' → ')}
            </span>
          </li>
        ))}
      </ul>
      {homes?.length === 0 && <p class="quiet">{t('series_homes_none')}</p>}
      <button type="button" onClick={onCancel}>
        {t('excerpt_cancel')}
      </button>
    </fieldset>
  );
}
