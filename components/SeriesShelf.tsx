import { useState } from 'preact/hooks';
import type { LibraryDesk } from '../lib/core/collection/library-desk.ts';
import type { SeriesPage } from '../lib/core/collection/series/series-desk.ts';
import { SERIES_FILTERS, type SeriesFilter } from '../lib/core/collection/series/series-filter.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { LibraryEmpty } from './LibraryEmpty.tsx';
import { Pager } from './Pager.tsx';
import { SeriesDisputes } from './SeriesDisputes.tsx';
import { SeriesList } from './SeriesList.tsx';
import { SeriesProposals } from './SeriesProposals.tsx';
import { useAnswer, type SeriesDeeds } from './use-series.ts';

const PAGE = 50;
/** Proposals shown at once: more are asked for when these are answered. */
const PROPOSED = 10;

interface SeriesShelfProps {
  desk: LibraryDesk;
  says: SeriesDeeds;
  version: number;
  isComplete: boolean;
}

/** All series: what may be joined, then those to compare, those in conflict, or every one. */
export function SeriesShelf({ desk, says, version, isComplete }: SeriesShelfProps) {
  const t = useTranslate();
  const [text, setText] = useState('');
  const [filter, setFilter] = useState<SeriesFilter>('several');
  const [at, setAt] = useState(0);
  const page = useAnswer(
    () => desk.series('list', { text, filter }, at * PAGE, PAGE),
    JSON.stringify([text, filter, at, version]),
  )?.answer;
  const proposed = useAnswer(() => desk.series('proposals', PROPOSED), String(version))?.answer;
  if (!page) return <p role="status">{t('library_loading')}</p>;
  if (page.counts.all === 0 && page.loose === 0 && !text && isComplete) return <LibraryEmpty />;
  const narrow = (change: () => void) => {
    change();
    setAt(0);
  };
  return (
    <section class="series">
      <h1>{t('series_title')}</h1>
      <label class="series-search">
        {t('library_search')}
        <input
          type="search"
          value={text}
          placeholder={t('series_search_hint')}
          onInput={({ currentTarget }) => narrow(() => setText(currentTarget.value))}
        />
      </label>
      <Filters page={page} filter={filter} onFilter={(each) => narrow(() => setFilter(each))} />
      {filter === 'several' && proposed && proposed.total > 0 && !text && (
        <SeriesProposals {...proposed} says={says} />
      )}
      {filter === 'conflicts' ? (
        <SeriesDisputes desk={desk} text={text} version={version} />
      ) : (
        <>
          <p class="count" role="status">
            {t('series_count', [formatCount(page.total)])}
          </p>
          <SeriesList series={page.series} />
          {page.total === 0 && <p class="none">{t(text ? 'series_none_found' : 'series_none')}</p>}
          <Pager page={at} pages={Math.ceil(page.total / PAGE)} onPage={setAt} />
        </>
      )}
      {page.loose > 0 && <p class="quiet">{t('series_loose', [formatCount(page.loose)])}</p>}
    </section>
  );
}

interface FiltersProps {
  page: SeriesPage;
  filter: SeriesFilter;
  onFilter: (filter: SeriesFilter) => void;
}

function Filters({ page, filter, onFilter }: FiltersProps) {
  const t = useTranslate();
  return (
    <fieldset class="switch">
      <legend class="unseen">{t('series_filter')}</legend>
      {SERIES_FILTERS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === filter}
          onClick={() => onFilter(each)}
        >
          {t(`series_filter_${each}`)} <span class="count">{formatCount(page.counts[each])}</span>
        </button>
      ))}
    </fieldset>
  );
}
