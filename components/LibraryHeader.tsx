import { formatCount } from './format-count.ts';
import { useTranslate, type MessageKey } from './i18n.tsx';

export type LibraryView = 'library' | 'trash' | 'settings';

interface LibraryHeaderProps {
  view: LibraryView;
  views: readonly LibraryView[];
  trashed: number;
  onImport: (file: File) => void;
  onBackUp: () => void;
}

const LABELS: Record<LibraryView, MessageKey> = {
  library: 'library_title',
  trash: 'library_trash',
  settings: 'settings_title',
};

/** The way between the views, and files in and out. */
export function LibraryHeader({ view, views, trashed, onImport, onBackUp }: LibraryHeaderProps) {
  const t = useTranslate();
  return (
    <header class="top">
      <span class="brand">Trích Báo</span>
      <nav aria-label={t('library_views')}>
        {views.map((name) => (
          <a key={name} href={`#${name}`} aria-current={name === view ? 'page' : undefined}>
            {t(LABELS[name])}
            {name === 'trash' && trashed > 0 && <span class="count"> {formatCount(trashed)}</span>}
          </a>
        ))}
      </nav>
      <span class="actions">
        <label class="button">
          {t('library_import')}
          <input
            type="file"
            accept=".json,application/json,application/ld+json"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              // Emptied, or choosing the same file again would not be noticed.
              currentTarget.value = '';
              if (file) onImport(file);
            }}
          />
        </label>
        <button type="button" onClick={onBackUp}>
          {t('library_back_up')}
        </button>
      </span>
    </header>
  );
}
