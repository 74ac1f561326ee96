import type { ShelvedArticle } from '../lib/core/collection/library-desk.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { localDate } from '../lib/core/mention-words.ts';

/** Articles a line each: title, outlet, day, author, how many excerpts and other records. */
export function ArticleList({ articles }: { articles: readonly ShelvedArticle[] }) {
  const t = useTranslate();
  return (
    <ol class="article-list">
      {articles.map(({ first, others, excerpts }) => {
        const told = [
          first.siteName,
          first.publishedTime && localDate(first.publishedTime),
          first.byline,
        ].filter(Boolean);
        return (
          <li key={first.id}>
            <a href={`#articles/${first.id}`}>{first.title || first.url}</a>
            <p class="source">
              {told.map((part) => (
                <span key={part}>{part}</span>
              ))}
              <span>{t('articles_excerpts', [formatCount(excerpts)])}</span>
              {others.length > 0 && (
                <span>{t('articles_others', [formatCount(others.length)])}</span>
              )}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
