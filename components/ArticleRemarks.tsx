import type { PageState } from '../lib/core/page-state.ts';
import type { RelatedArticle } from '../lib/core/related-article.ts';
import { useTranslate } from './i18n.tsx';

type ReadPage = Exclude<PageState, { status: 'refused' }>;

/** What is to be known of the article before it is worked through: excerpts affected, other copies, unread pictures. */
export function ArticleRemarks({
  page,
  related,
}: {
  page: ReadPage;
  related: readonly RelatedArticle[];
}) {
  const t = useTranslate();
  const changed = page.own.filter(({ now }) => now).length;
  const lost = page.own.filter(({ state }) => state === 'orphan').length;
  const affected = [
    changed > 0 && t('panel_affected_changed', [`${changed}`]),
    lost > 0 && t('panel_affected_lost', [`${lost}`]),
  ].filter(Boolean);
  const hasRemarks = affected.length + related.length > 0 || page.isInPicture;
  if (!hasRemarks) return null;
  return (
    <ul class="remarks">
      {affected.length > 0 && <li data-tone="bad">{t('panel_affected', [affected.join(', ')])}</li>}
      {related.map(({ id, title, siteName, url, excerpts, relation }) => (
        <li key={id}>
          {t(relation === 'reprint' ? 'panel_reprint' : 'panel_same_page', [`${excerpts}`])}{' '}
          <a href={url} target="_blank" rel="noreferrer">
            {title}
            {siteName && ` – ${siteName}`}
          </a>
        </li>
      ))}
      {page.isInPicture && <li>{t('panel_in_picture')}</li>}
    </ul>
  );
}
