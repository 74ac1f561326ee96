import type { Source } from '../lib/core/collection/excerpt.ts';
import {
  conversionWords,
  pointPeriod,
  standingWords,
  unitOf,
  valueOf,
} from '../lib/core/collection/series/series-words.ts';
import type { Series, SeriesPoint, SeriesValue } from '../lib/core/collection/series/series.ts';
import { useTranslate } from './i18n.tsx';
import { SourceName } from './SourceName.tsx';

interface SeriesTableProps {
  series: Series;
  articles: readonly Source[];
  onOpen: (point: number, value: number) => void;
}

/** All a series says, a row a value: when, as written, in the series' unit, by what conversion, how it stands, and who says it. */
export function SeriesTable({ series, articles, onOpen }: SeriesTableProps) {
  const t = useTranslate();
  const byId = new Map(articles.map((article) => [article.id, article]));
  const unit = unitOf(t, series);
  const isConverted = series.points.some(({ values }) => values.some((each) => each.conversion));
  return (
    <div class="table-box" tabIndex={0} role="group" aria-label={t('series_table')}>
      <table class="series-table">
        <caption class="unseen">
          {t('series_table')}: {series.subject} — {series.organisation}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('series_column_period')}</th>
            <th scope="col">{t('series_column_written')}</th>
            <th scope="col" class="number">
              {unit ? t('series_column_value_in', [unit]) : t('series_column_value')}
            </th>
            {isConverted && <th scope="col">{t('series_column_conversion')}</th>}
            <th scope="col">{t('series_column_standing')}</th>
            <th scope="col">{t('series_column_sources')}</th>
          </tr>
        </thead>
        <tbody>
          {series.points.map((point, at) =>
            point.values.map((value, place) => (
              <Row
                key={`${point.key} ${value.sources[0]?.id}`}
                {...{ point, value, isConverted }}
                isFirst={place === 0}
                articles={byId}
                onOpen={() => onOpen(at, place)}
              />
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  point: SeriesPoint;
  value: SeriesValue;
  isFirst: boolean;
  isConverted: boolean;
  articles: ReadonlyMap<string, Source>;
  onOpen: () => void;
}

function Row({ point, value, isFirst, isConverted, articles, onOpen }: RowProps) {
  const t = useTranslate();
  const { written } = value;
  return (
    <tr data-standing={value.standing}>
      {isFirst && (
        <th scope="rowgroup" rowSpan={point.values.length}>
          {pointPeriod(t, point)}
        </th>
      )}
      <td>
        <button
          type="button"
          class="link"
          aria-haspopup="dialog"
          aria-label={t('series_value_open', [written])}
          onClick={onOpen}
        >
          {written}
        </button>
      </td>
      <td class="number">{valueOf(value)}</td>
      {isConverted && <td>{value.conversion && conversionWords(t, value.conversion)}</td>}
      <td class="standing">
        <span aria-hidden="true">{SIGNS[value.standing]}</span> {standingWords(t, value)}
      </td>
      <td>
        <ul>
          {value.sources.map((source) => (
            <li key={source.id}>
              <SourceName article={articles.get(source.articleId)} />
              {source.isOrganisationAssumed && (
                <span class="quiet"> ({t('series_assumed_organisation')})</span>
              )}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

const SIGNS: Record<SeriesValue['standing'], string> = {
  alone: '·',
  confirmed: '✓',
  compatible: '≈',
  unsure: '?',
  conflicting: '!',
};
