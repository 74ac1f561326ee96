import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LibraryDesk } from '../lib/core/collection/library-desk.ts';
import type { OpenSeries } from '../lib/core/collection/series/series-desk.ts';
import { readingWords, unitOf } from '../lib/core/collection/series/series-words.ts';
import type { Series } from '../lib/core/collection/series/series.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { SeriesChart } from './SeriesChart.tsx';
import { SeriesExcerpts } from './SeriesExcerpts.tsx';
import { SeriesParts } from './SeriesParts.tsx';
import { SeriesProposals } from './SeriesProposals.tsx';
import { SeriesTable } from './SeriesTable.tsx';
import { useAnswer, type SeriesDeeds } from './use-series.ts';

interface SeriesDetailProps {
  desk: LibraryDesk;
  says: SeriesDeeds;
  version: number;
  /** An excerpt of it. */
  id: string;
}

/** One series: its chart, its table, and what people may say of how it was joined. */
export function SeriesDetail({ desk, says, version, id }: SeriesDetailProps) {
  const t = useTranslate();
  const opened = useAnswer(() => desk.series('open', id), `${id} ${version}`);
  const [place, setPlace] = useState<{ point: number; value: number }>();
  const heading = useHeading(opened !== undefined);
  if (!opened) return <p role="status">{t('library_loading')}</p>;
  const back = <a href="#series">← {t('series_title')}</a>;
  if (!opened.answer) {
    return (
      <p class="none">
        {t('series_gone')} {back}
      </p>
    );
  }
  const { series, articles, proposals } = opened.answer;
  const title = `${series.subject} — ${series.organisation}`;
  const [point, value] = place
    ? [series.points[place.point], series.points[place.point]?.values[place.value]]
    : [];
  return (
    <section class="series-detail">
      <nav>{back}</nav>
      <header>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <button type="button" onClick={() => print()}>
          {t('series_print')}
        </button>
      </header>
      <Facts {...opened.answer} />
      <SeriesChart
        series={series}
        title={title}
        onOpen={(at, value) => setPlace({ point: at, value })}
      />
      <SeriesTable
        series={series}
        articles={articles}
        onOpen={(at, value) => setPlace({ point: at, value })}
      />
      <SeriesParts series={series} says={says} />
      <SeriesProposals proposals={proposals} total={proposals.length} says={says} />
      {place && point && value && (
        <SeriesExcerpts
          desk={desk}
          says={says}
          series={series}
          point={point}
          value={value}
          onClose={() => setPlace(undefined)}
          onLeft={(excerpt) => {
            setPlace(undefined);
            stayWith(series, excerpt, id);
          }}
        />
      )}
    </section>
  );
}

/** Goes on showing a series when the excerpt it was opened by leaves it. */
function stayWith(series: Series, leaving: string, id: string): void {
  if (leaving !== id) return;
  const other = sourcesOf(series).find((source) => source.id !== leaving);
  if (other) location.hash = `#series/${other.id}`;
}

function sourcesOf({ points }: Series) {
  return points.flatMap(({ values }) => values.flatMap(({ sources }) => sources));
}

function Facts({ series }: Pick<OpenSeries, 'series'>) {
  const t = useTranslate();
  const sources = sourcesOf(series);
  const articles = new Set(sources.map(({ articleId }) => articleId)).size;
  const told = [
    unitOf(t, series),
    readingWords(t, series),
    t('series_points', [formatCount(series.points.length)]),
    t('series_excerpts', [formatCount(sources.length)]),
    t('series_articles', [formatCount(articles)]),
  ].filter(Boolean);
  return (
    <p class="source">
      {told.map((each) => (
        <span key={each}>{each}</span>
      ))}
    </p>
  );
}

function useHeading(isOpen: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), [isOpen]);
  return heading;
}
