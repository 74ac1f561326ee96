import { useState } from 'preact/hooks';
import type { StoredArticle } from '../lib/core/annotation.ts';
import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import type { LibraryDesk } from '../lib/core/collection/library-desk.ts';
import { pointPeriod, saidWords } from '../lib/core/collection/series/series-words.ts';
import type { Series, SeriesPoint, SeriesValue } from '../lib/core/collection/series/series.ts';
import { Dialog } from './Dialog.tsx';
import { ExcerptInContext } from './ExcerptInContext.tsx';
import { ExcerptSource } from './ExcerptSource.tsx';
import { useTranslate } from './i18n.tsx';
import { SeriesHomes } from './SeriesHomes.tsx';
import { useAnswer, type SeriesDeeds } from './use-series.ts';

interface SeriesExcerptsProps {
  desk: LibraryDesk;
  says: SeriesDeeds;
  series: Series;
  point: SeriesPoint;
  value: SeriesValue;
  onClose: () => void;
  /** An excerpt has left the series. */
  onLeft: (excerpt: string) => void;
}

/** The excerpts that say a value, each in its paragraph, and the way to put one elsewhere. */
export function SeriesExcerpts({ desk, says, series, point, value, ...does }: SeriesExcerptsProps) {
  const t = useTranslate();
  const ids = value.sources.map(({ id }) => id);
  const opened = useAnswer(() => withArticles(desk, ids), ids.join(' '));
  const [moved, setMoved] = useState<string>();
  const left = async (excerpt: string, work: Promise<boolean>) => {
    if (await work) does.onLeft(excerpt);
  };
  return (
    <Dialog
      title={`${pointPeriod(t, point)}: ${saidWords(t, series, value)}`}
      class="series-excerpts"
      onClose={does.onClose}
    >
      {!opened && <p role="status">{t('library_loading')}</p>}
      <ol>
        {opened?.answer?.map(({ annotation, article, stored }) => (
          <li key={annotation.id}>
            <ExcerptInContext annotation={annotation} article={stored} />
            <ExcerptSource annotation={annotation} article={article} />
            {moved === annotation.id ? (
              <SeriesHomes
                desk={desk}
                excerpt={annotation.id}
                onCancel={() => setMoved(undefined)}
                onChoose={(home) => void left(annotation.id, says.put(annotation.id, home))}
              />
            ) : (
              <div class="actions">
                <button
                  type="button"
                  onClick={() => void left(annotation.id, says.takeOut(annotation.id))}
                >
                  {t('series_take_out')}
                </button>
                <button type="button" onClick={() => setMoved(annotation.id)}>
                  {t('series_put_elsewhere')}
                </button>
              </div>
            )}
          </li>
        ))}
      </ol>
      <div class="actions">
        <button type="button" onClick={does.onClose}>
          {t('series_close')}
        </button>
      </div>
    </Dialog>
  );
}

/** Excerpts with their articles' texts, each read once. */
async function withArticles(
  desk: LibraryDesk,
  ids: readonly string[],
): Promise<(Excerpt & { stored: StoredArticle | undefined })[]> {
  const excerpts = await desk.excerpts(ids);
  const texts = new Map<string, StoredArticle | undefined>();
  for (const articleId of new Set(excerpts.map(({ annotation }) => annotation.articleId))) {
    texts.set(articleId, (await desk.openArticle(articleId))?.article);
  }
  return excerpts.map((excerpt) =>
    Object.assign(excerpt, { stored: texts.get(excerpt.annotation.articleId) }),
  );
}
