import type { SeriesSummary } from '../lib/core/collection/series/series-summary.ts';
import { periodWords } from '../lib/core/mention-words.ts';
import { readingWords, unitOf } from '../lib/core/collection/series/series-words.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';

/** Series a line each: what and whose, how much is known of it, and whether it is disputed. */
export function SeriesList({ series }: { series: readonly SeriesSummary[] }) {
  return (
    <ol class="series-list">
      {series.map((each) => (
        <li key={each.key}>
          <SeriesName series={each} />
          <SeriesFacts series={each} />
        </li>
      ))}
    </ol>
  );
}

/** What a series is of, as a link to it. */
export function SeriesName({ series }: { series: SeriesSummary }) {
  const t = useTranslate();
  const details = [unitOf(t, series), readingWords(t, series)].filter(Boolean).join(', ');
  return (
    <p class="series-name">
      <a href={`#series/${series.id}`}>
        {series.subject} <span class="whose">— {series.organisation}</span>
      </a>{' '}
      {details && <span class="quiet">({details})</span>}
    </p>
  );
}

function SeriesFacts({ series }: { series: SeriesSummary }) {
  const t = useTranslate();
  const { points, excerpts, from, to, conflicts, doubts } = series;
  const [first, last] = [from, to].map(periodWords);
  return (
    <p class="source">
      <span>{t('series_points', [formatCount(points)])}</span>
      {first && last && <span>{first === last ? first : t('series_span', [first, last])}</span>}
      <span>{t('series_excerpts', [formatCount(excerpts)])}</span>
      {conflicts > 0 && (
        <strong class="badge" data-dispute="conflict">
          ! {t('series_conflicts', [formatCount(conflicts)])}
        </strong>
      )}
      {doubts > 0 && (
        <strong class="badge" data-dispute="doubt">
          ? {t('series_doubts', [formatCount(doubts)])}
        </strong>
      )}
    </p>
  );
}
