import type { Series } from '../lib/core/collection/series/series.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import type { SeriesDeeds } from './use-series.ts';

/** What people joined into a series, each to be parted again. */
export function SeriesParts({ series, says }: { series: Series; says: SeriesDeeds }) {
  const t = useTranslate();
  const [main, ...others] = series.parts;
  if (!main || others.length === 0) return null;
  return (
    <section class="parts">
      <h2>{t('series_parts')}</h2>
      <ul>
        {series.parts.map((part) => (
          <li key={part.key}>
            <span>
              {part.subject} — {part.organisation}{' '}
              <span class="quiet">{t('series_excerpts', [formatCount(part.excerpts)])}</span>
            </span>
            {part !== main && (
              <button type="button" onClick={() => void says.part(main.key, part.key)}>
                {t('series_part')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
