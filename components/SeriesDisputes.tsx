import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { Source } from '../lib/core/collection/excerpt.ts';
import type { LibraryDesk } from '../lib/core/collection/library-desk.ts';
import type { Dispute } from '../lib/core/collection/series/series-summary.ts';
import { pointPeriod } from '../lib/core/collection/series/series-words.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { Pager } from './Pager.tsx';
import { SeriesName } from './SeriesList.tsx';
import { SourceName } from './SourceName.tsx';
import { useAnswer } from './use-series.ts';

const PAGE = 20;

interface SeriesDisputesProps {
  desk: LibraryDesk;
  text: string;
  version: number;
  /** What has the keyboard when a page has been turned. */
  heading: RefObject<HTMLElement | null>;
}

/** Where articles contradict each other, or may: values side by side, each with who says it. */
export function SeriesDisputes({ desk, text, version, heading }: SeriesDisputesProps) {
  const t = useTranslate();
  const [at, setAt] = useState(0);
  const page = useAnswer(
    () => desk.series('disputes', text, at * PAGE, PAGE),
    JSON.stringify([text, at, version]),
  )?.answer;
  if (!page) return <p role="status">{t('library_loading')}</p>;
  const articles = new Map(page.articles.map((article) => [article.id, article]));
  return (
    <>
      <p class="count" role="status">
        {page.total > 0
          ? [
              t('series_conflicts', [formatCount(page.conflicts)]),
              t('series_doubts', [formatCount(page.total - page.conflicts)]),
            ].join(' · ')
          : t('series_no_conflicts')}
      </p>
      <ol class="disputes">
        {page.disputes.map((dispute) => (
          <DisputeItem
            key={dispute.series.key + dispute.point.key}
            {...dispute}
            articles={articles}
          />
        ))}
      </ol>
      <Pager page={at} pages={Math.ceil(page.total / PAGE)} onPage={setAt} heading={heading} />
    </>
  );
}

interface DisputeItemProps extends Dispute {
  articles: ReadonlyMap<string, Source>;
}

function DisputeItem({ series, point, dispute, articles }: DisputeItemProps) {
  const t = useTranslate();
  const values = point.values.filter(
    ({ standing }) => standing === 'conflicting' || standing === 'unsure',
  );
  return (
    <li data-dispute={dispute}>
      <p class="against">
        <strong class="badge" data-dispute={dispute}>
          {dispute === 'conflict' ? '!' : '?'} {t(`series_dispute_${dispute}`)}
        </strong>{' '}
        <strong class="sides">{values.map(({ written }) => written).join(' ↔ ')}</strong>{' '}
        <span>{series.subject}</span> · <span>{pointPeriod(t, point)}</span>
      </p>
      <SeriesName series={series} />
      <dl>
        {values.map((value) => (
          <div key={value.sources[0]?.id}>
            <dt>{value.written}</dt>
            {value.sources.map(({ id, articleId }) => (
              <dd key={id}>
                <SourceName article={articles.get(articleId)} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <p class="quiet">{t(`series_why_${dispute}`)}</p>
    </li>
  );
}
