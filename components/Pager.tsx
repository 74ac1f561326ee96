import type { RefObject } from 'preact';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';

interface PagerProps {
  page: number;
  pages: number;
  onPage: (page: number) => void;
  /** What has the keyboard and is in sight when a page has been turned. */
  heading?: RefObject<HTMLElement | null>;
}

/** Steps through a list too long for one page; pages count from 0. */
export function Pager({ page, pages, onPage, heading }: PagerProps) {
  const t = useTranslate();
  if (pages < 2) return null;
  const turn = (next: number) => {
    onPage(next);
    heading?.current?.focus();
    heading?.current?.scrollIntoView();
  };
  return (
    <nav class="pager" aria-label={t('library_pages')}>
      <button type="button" disabled={page === 0} onClick={() => turn(page - 1)}>
        {t('library_previous')}
      </button>
      <span>{t('library_page', [formatCount(page + 1), formatCount(pages)])}</span>
      <button type="button" disabled={page >= pages - 1} onClick={() => turn(page + 1)}>
        {t('library_next')}
      </button>
    </nav>
  );
}
