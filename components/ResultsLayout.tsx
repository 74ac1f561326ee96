import type { LibraryChoices } from '../lib/core/collection/library-choices.ts';
import { COLUMNS, type Sort } from '../lib/core/collection/sort-entries.ts';
import { ColumnChooser } from './ColumnChooser.tsx';
import type { Search } from './ExcerptsView.tsx';
import { useTranslate } from './i18n.tsx';

interface ResultsLayoutProps {
  search: Search;
  choices: LibraryChoices;
  onChoose: (change: Partial<LibraryChoices>) => void;
}

/** The time of the clip has words of its own. */
const SORTED_BY = COLUMNS.filter((name) => name !== 'created');

/** How the excerpts are shown: list or table, in which order, in which columns, and by which keys. */
export function ResultsLayout({ search, choices, onChoose }: ResultsLayoutProps) {
  const t = useTranslate();
  const { sort } = search.request;
  return (
    <div class="layout">
      <fieldset class="switch">
        <legend class="unseen">{t('layout_title')}</legend>
        {(['cards', 'table'] as const).map((layout) => (
          <button
            type="button"
            key={layout}
            aria-pressed={choices.layout === layout}
            onClick={() => onChoose({ layout })}
          >
            {t(`layout_${layout}`)}
          </button>
        ))}
      </fieldset>
      <label class="sort">
        {t('sort_by')}
        <select
          value={`${sort.by} ${sort.isDescending}`}
          onChange={({ currentTarget }) => {
            const [by, isDescending] = currentTarget.value.split(' ');
            search.sort({ by: by as Sort['by'], isDescending: isDescending === 'true' });
          }}
        >
          <option value="created true">{t('sort_newest')}</option>
          <option value="created false">{t('sort_oldest')}</option>
          <option value="article false">{t('sort_article')}</option>
          {SORTED_BY.flatMap((name) => [
            <option key={name} value={`${name} false`}>
              {t('sort_up', [t(`library_column_${name}`)])}
            </option>,
            <option key={`${name}-`} value={`${name} true`}>
              {t('sort_down', [t(`library_column_${name}`)])}
            </option>,
          ])}
        </select>
      </label>
      {choices.layout === 'table' && (
        <ColumnChooser columns={choices.columns} onColumns={(columns) => onChoose({ columns })} />
      )}
      <details class="keys">
        <summary class="link">{t('panel_keys')}</summary>
        <p>{t('library_keys')}</p>
      </details>
    </div>
  );
}
