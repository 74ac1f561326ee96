import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import { passageLink } from '../lib/core/collection/passage-link.ts';
import { useTranslate } from './i18n.tsx';
import { localDate } from '../lib/core/mention-words.ts';

/** Where an excerpt comes from: title (opens the page at the passage), outlet, date, byline, source line, day of the clip. */
export function ExcerptSource({ annotation, article }: Pick<Excerpt, 'annotation' | 'article'>) {
  const t = useTranslate();
  const { target, created } = annotation;
  const link = passageLink(target.source, target.selector[0].exact);
  const title = article?.title || target.source;
  const parts = [
    article?.siteName,
    article?.publishedTime && localDate(article.publishedTime),
    article?.byline,
    article?.source && t('excerpt_source', [article.source]),
  ].filter(Boolean);
  return (
    <p class="source">
      {link ? (
        <a href={link} target="_blank" rel="noreferrer">
          {title}
        </a>
      ) : (
        <span>{title}</span>
      )}
      {[...new Set(parts)].map((part) => (
        <span key={part}>{part}</span>
      ))}
      {article && <a href={`#articles/${article.id}`}>{t('excerpt_article')}</a>}
      <span class="quiet">
        {t('excerpt_clipped')} <time dateTime={created}>{dayOf(created)}</time>
      </span>
    </p>
  );
}

const day = new Intl.DateTimeFormat('vi', { day: '2-digit', month: '2-digit', year: 'numeric' });

function dayOf(time: string): string {
  return day.format(new Date(time));
}
