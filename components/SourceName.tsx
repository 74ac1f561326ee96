import type { Source } from '../lib/core/collection/excerpt.ts';
import { localDate } from '../lib/core/mention-words.ts';
import { useTranslate } from './i18n.tsx';

/** An article by its title, which leads to it, with its outlet and day. */
export function SourceName({ article }: { article: Source | undefined }) {
  const t = useTranslate();
  if (!article) return <span class="quiet">{t('series_no_article')}</span>;
  const { id, title, url, siteName, publishedTime } = article;
  const told = [siteName, publishedTime && localDate(publishedTime)].filter(Boolean).join(' · ');
  return (
    <>
      <a href={`#articles/${id}`}>{title || url}</a>
      {told && <span class="quiet"> {told}</span>}
    </>
  );
}
