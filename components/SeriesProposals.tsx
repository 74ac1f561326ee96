import type { Nearness } from '../lib/core/collection/series/near-series.ts';
import type { ProposedSeries } from '../lib/core/collection/series/propose-series.ts';
import { formatCount } from './format-count.ts';
import { useTranslate, type Translate } from './i18n.tsx';
import { SeriesName } from './SeriesList.tsx';
import type { SeriesDeeds } from './use-series.ts';

interface SeriesProposalsProps {
  proposals: readonly ProposedSeries[];
  total: number;
  says: SeriesDeeds;
}

/** Few enough to be shown unasked. */
const FEW = 2;

/** Series that may be one, each pair with its reason, for a person to say; nothing is joined unasked. */
export function SeriesProposals({ proposals, total, says }: SeriesProposalsProps) {
  const t = useTranslate();
  if (total === 0) return null;
  return (
    <details class="proposals" open={total <= FEW}>
      <summary>{t('series_proposals', [formatCount(total)])}</summary>
      <p class="quiet">{t('series_proposals_why')}</p>
      <ul>
        {proposals.map(({ one, other, subject, organisation }) => (
          <li key={one.key + other.key}>
            <SeriesName series={one} />
            <SeriesName series={other} />
            <p class="why">
              {[
                subject && t('series_near_subject', [nearWords(t, subject)]),
                organisation && t('series_near_organisation', [nearWords(t, organisation)]),
              ]
                .filter(Boolean)
                .join('; ')}
            </p>
            <div class="actions">
              <button type="button" onClick={() => void says.join(one.key, other.key)}>
                {t('series_propose_yes')}
              </button>
              <button type="button" onClick={() => void says.keepApart(one.key, other.key)}>
                {t('series_propose_no')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

function nearWords(t: Translate, { why, words }: Nearness): string {
  return t(`series_near_${why}`, [words]);
}
