import { shapeOf, type MarkShape as Shape } from '../lib/core/collection/series/chart.ts';
import type { Series } from '../lib/core/collection/series/series.ts';
import { useTranslate, type MessageKey } from './i18n.tsx';
import { MarkShape } from './SeriesMark.tsx';

const SHAPES: Record<Shape, MessageKey> = {
  exact: 'series_legend_exact',
  range: 'series_legend_range',
  more: 'series_legend_more',
  less: 'series_legend_less',
  about: 'series_legend_about',
};

/** What the shapes and signs of a chart mean, where it has others than plain dots. */
export function SeriesLegend({ series }: { series: Series }) {
  const t = useTranslate();
  const values = series.points.flatMap((point) => point.values);
  const shapes = [...new Set(values.map(shapeOf))];
  const signs = [
    values.some(({ standing }) => standing === 'conflicting') && ['!', t('series_legend_conflict')],
    values.some(({ standing }) => standing === 'unsure') && ['?', t('series_legend_doubt')],
  ].filter((sign) => sign !== false);
  if (shapes.length === 1 && shapes[0] === 'exact' && signs.length === 0) return null;
  return (
    <ul class="legend">
      {shapes.map((shape) => (
        <li key={shape}>
          <svg
            class="mark"
            data-shape={shape}
            viewBox="0 0 20 20"
            width="20"
            height="20"
            aria-hidden="true"
          >
            <MarkShape
              shape={shape}
              x={10}
              y={shape === 'range' ? 16 : 10}
              top={shape === 'range' ? 4 : 10}
            />
          </svg>
          {t(SHAPES[shape])}
        </li>
      ))}
      {signs.map(([sign, words]) => (
        <li key={sign}>
          <span class="sign" aria-hidden="true">
            {sign}
          </span>
          {words}
        </li>
      ))}
    </ul>
  );
}
