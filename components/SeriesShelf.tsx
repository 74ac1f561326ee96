import { useEffect, useRef, useState } from 'preact/hooks';
import type { LibraryDesk } from '../lib/core/collection/library-desk.ts';
import type { SeriesPage, SeriesProgress } from '../lib/core/collection/series/series-desk.ts';
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
/** How long a list of what is known so far stands before it is asked for again. */
const AGAIN_MS = 2500;

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
  const heading = useRef<HTMLHeadingElement>(null);
  const { page, proposed } = useShelf(desk, { text, filter, at, version, isComplete });
  if (!page) return <p role="status">{t('library_loading')}</p>;
  const { progress } = page;
  if (page.counts.all === 0 && page.loose === 0 && !text && isComplete && !progress)
    return <LibraryEmpty />;
  const narrow = (change: () => void) => {
    change();
    setAt(0);
  };
  return (
    <section class="series">
      <h1 ref={heading} tabIndex={-1}>
        {t('series_title')}
      </h1>
      {progress && <Reading {...progress} />}
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
        <SeriesDisputes desk={desk} text={text} version={version} heading={heading} />
      ) : (
        <>
          <p class="count" role="status">
            {t('series_count', [formatCount(page.total)])}
          </p>
          <SeriesList series={page.series} />
          {page.total === 0 && !progress && (
            <p class="none">{t(text ? 'series_none_found' : 'series_none')}</p>
          )}
          <Pager page={at} pages={Math.ceil(page.total / PAGE)} onPage={setAt} heading={heading} />
        </>
      )}
      {page.loose > 0 && <p class="quiet">{t('series_loose', [formatCount(page.loose)])}</p>}
    </section>
  );
}

interface Asked {
  text: string;
  filter: SeriesFilter;
  at: number;
  version: number;
  isComplete: boolean;
}

/** What the shelf shows: while the collection is being read, the series known so far, again and again. */
function useShelf(desk: LibraryDesk, { text, filter, at, version, isComplete }: Asked) {
  const [round, setRound] = useState(0);
  const page = useAnswer(
    () => desk.series('list', { text, filter }, at * PAGE, PAGE),
    // News that comes faster than the answers would leave every one of them too late.
    JSON.stringify([text, filter, at, round, isComplete && version]),
  )?.answer;
  const isWhole = page !== undefined && !page.progress;
  useEffect(() => {
    if (!page?.progress) return undefined;
    const timer = setTimeout(() => setRound((before) => before + 1), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [page]);
  const proposed = useAnswer(
    () => (isWhole ? desk.series('proposals', PROPOSED) : Promise.resolve(undefined)),
    JSON.stringify([isWhole, version]),
  )?.answer;
  return { page, proposed };
}

/** How far the collection is read, of which the series below are only those known so far. */
function Reading({ read, of }: SeriesProgress) {
  const t = useTranslate();
  return (
    <div class="series-reading">
      <p role="status">{t('series_reading')}</p>
      <progress aria-label={t('series_reading')} value={read} max={of} />
      <p class="quiet">{t('series_read', [formatCount(read), formatCount(of)])}</p>
    </div>
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
