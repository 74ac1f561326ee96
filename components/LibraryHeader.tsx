import { FileButton } from './FileButton.tsx';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { LIBRARY_VIEWS, type LibraryView } from './library-views.ts';

interface LibraryHeaderProps {
  view: LibraryView;
  trashed: number;
  /** How many excerpts wait for a choice; their part is named only while there are some. */
  conflicts: number;
  onImport: (file: File) => void;
  onBackUp: () => void;
}

/** The way between the views, and files in and out. */
export function LibraryHeader({
  view,
  trashed,
  conflicts,
  onImport,
  onBackUp,
}: LibraryHeaderProps) {
  const t = useTranslate();
  const views = Object.entries(LIBRARY_VIEWS).filter(
    ([name]) => name !== 'conflicts' || name === view || conflicts > 0,
  );
  const counts: Partial<Record<string, number>> = { trash: trashed, conflicts };
  return (
    <header class="top">
      <span class="brand">Trích Báo</span>
      <nav aria-label={t('library_views')}>
        {views.map(([name, label]) => (
          <a key={name} href={`#${name}`} aria-current={name === view ? 'page' : undefined}>
            {t(label)}
            <Count count={counts[name]} />
          </a>
        ))}
      </nav>
      <span class="actions">
        <FileButton
          label={t('library_import')}
          accept=".json,.csv,.txt,application/json,application/ld+json,text/csv"
          onFile={onImport}
        />
        <button type="button" onClick={onBackUp}>
          {t('library_back_up')}
        </button>
      </span>
    </header>
  );
}

function Count({ count = 0 }: { count: number | undefined }) {
  return count > 0 ? <span class="count"> {formatCount(count)}</span> : null;
}
