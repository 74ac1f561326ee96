import { useTranslate } from './i18n.tsx';

/** What a reader with nothing clipped yet does first. */
export function LibraryEmpty() {
  const t = useTranslate();
  return (
    <section class="empty">
      <h1>{t('library_empty_title')}</h1>
      <ol>
        <li>{t('library_empty_open')}</li>
        <li>{t('library_empty_read')}</li>
        <li>{t('library_empty_clip')}</li>
      </ol>
      <p class="quiet">{t('library_empty_import')}</p>
    </section>
  );
}
