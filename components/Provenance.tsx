import type { Article } from '../lib/core/annotation.ts';
import { useTranslate } from './i18n.tsx';
import { localDate } from '../lib/core/mention-words.ts';

/** Where an article comes from: title, outlet, time, author, source. */
export function Provenance({ article }: { article: Omit<Article, 'text'> }) {
  const t = useTranslate();
  const rows = [
    [t('panel_site'), article.siteName],
    [t('panel_published'), article.publishedTime && localDate(article.publishedTime)],
    [t('panel_byline'), article.byline],
    [t('panel_source'), article.source],
  ] as const;
  return (
    <section class="provenance" aria-label={t('panel_article')}>
      <h2>{article.title}</h2>
      <dl>
        {rows
          .filter(([label, value]) => value || label !== t('panel_source'))
          .map(([label, value]) => (
            <div>
              <dt>{label}</dt>
              <dd>{value || <span class="unknown">{t('panel_unknown')}</span>}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
