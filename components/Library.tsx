import type { ComponentChildren } from 'preact';
import type { LibraryDesk, LibraryStatus } from '../lib/core/collection/library-desk.ts';
import { wayBackOf } from '../lib/core/export/way-back.ts';
import { ArticlesView } from './ArticlesView.tsx';
import { ConflictsView } from './ConflictsView.tsx';
import { CsvEdits } from './CsvEdits.tsx';
import { ExcerptsView } from './ExcerptsView.tsx';
import { formatCount } from './format-count.ts';
import { useTranslate, type MessageKey } from './i18n.tsx';
import { ImportFlow } from './ImportFlow.tsx';
import type { LibraryPlace } from './library-views.ts';
import { LibraryHeader } from './LibraryHeader.tsx';
import { Notice } from './Notice.tsx';
import { PacksView } from './PacksView.tsx';
import { ProgrammesView } from './ProgrammesView.tsx';
import { ReviewView } from './ReviewView.tsx';
import { useCsvEdits } from './use-csv-edits.ts';
import { useImport } from './use-import.ts';
import { SeriesView } from './SeriesView.tsx';
import { useLibraryActions, type Deeds, type LibraryActions } from './use-library-actions.ts';

interface LibraryProps {
  place: LibraryPlace;
  desk: LibraryDesk;
  /** None while the collection is being opened. */
  status: LibraryStatus | undefined;
  /** Why the collection cannot be read. */
  failure?: MessageKey | undefined;
  actions: LibraryActions;
  /** The view of what the reader has allowed, told how to offer a file. */
  settings?: (offerFile: (file: File) => void) => ComponentChildren;
  /** What stands above the list whatever is shown: the reminder to back up. */
  reminder?: ComponentChildren;
}

/** The collection: its parts, and files in and out. */
export function Library({ place, desk, status, failure, actions, ...parts }: LibraryProps) {
  const { settings, reminder } = parts;
  const { notice, close, ...told } = useLibraryActions(desk, actions);
  const imports = useImport(actions.openImport, told.failed);
  const csv = useCsvEdits(desk, told.deeds);
  const offer = (file: File) => {
    const wayBack = wayBackOf(file.name);
    if (wayBack === 'edits') csv.offer(file);
    else if (wayBack === 'whole') imports.offer(file);
    else told.failed({ messageKey: 'error_one_way' });
  };
  const { exports, packs, saveCsv } = actions;
  const shared = { desk, deeds: told.deeds, exports, packs, saveCsv, onExported: told.exported };
  const { view } = place;
  return (
    <>
      <LibraryHeader
        view={view}
        trashed={status?.trashed ?? 0}
        conflicts={status?.conflicts ?? 0}
        onImport={offer}
        onBackUp={told.backUp}
      />
      <main>
        <Banners failure={failure} damaged={status?.damaged ?? 0} isLoading={!status && !failure} />
        {status && view !== 'conflicts' && <ConflictsBanner count={status.conflicts} />}
        {reminder}
        {view === 'settings' && settings?.(offer)}
        {status && <Part {...shared} place={place} status={status} returned={told.returned} />}
      </main>
      <div class="notices" aria-live="polite">
        {notice && <Notice {...notice} onClose={close} />}
      </div>
      <ImportFlow
        importing={imports.importing}
        onEnd={imports.end}
        onMerge={told.mergeFile}
        onReplace={told.replaceAll}
      />
      {csv.offered && (
        <CsvEdits preview={csv.offered.preview} onConfirm={csv.take} onClose={csv.end} />
      )}
    </>
  );
}

interface PartProps {
  place: LibraryPlace;
  desk: LibraryDesk;
  status: LibraryStatus;
  deeds: Deeds;
  exports: LibraryActions['exports'];
  packs: LibraryActions['packs'];
  saveCsv: LibraryActions['saveCsv'];
  onExported: (written: number, of: number) => void;
  /** An excerpt that an undo is bringing back. */
  returned: string | undefined;
}

/** The part of the library that the reader is in. */
function Part({ place: { view, id }, returned, ...shared }: PartProps) {
  switch (view) {
    case 'library':
    case 'trash':
      return (
        <ExcerptsView
          key={view + (id ?? '')}
          {...shared}
          isTrash={view === 'trash'}
          programme={view === 'library' ? id : undefined}
          returned={returned}
        />
      );
    case 'review':
      return <ReviewView {...shared} />;
    case 'conflicts':
      return <ConflictsView {...shared} returned={returned} />;
    case 'articles':
      return <ArticlesView {...shared} id={id} />;
    case 'programmes':
      return <ProgrammesView {...shared} id={id} onSaveCsv={shared.saveCsv} />;
    case 'packs':
      return <PacksView {...shared} id={id} />;
    case 'series':
      return <SeriesView {...shared} id={id} />;
    default:
      return null;
  }
}

interface BannersProps {
  failure: MessageKey | undefined;
  damaged: number;
  isLoading: boolean;
}

function Banners({ failure, damaged, isLoading }: BannersProps) {
  const t = useTranslate();
  return (
    <>
      {failure && (
        <p class="banner" role="alert" data-tone="bad">
          {t(failure)}
        </p>
      )}
      {damaged > 0 && <p class="banner">{t('library_damaged', [formatCount(damaged)])}</p>}
      {isLoading && <p role="status">{t('library_loading')}</p>}
    </>
  );
}

function ConflictsBanner({ count }: { count: number }) {
  const t = useTranslate();
  if (count === 0) return null;
  return (
    <p class="banner" role="status">
      {t('conflicts_banner', [formatCount(count)])} <a href="#conflicts">{t('conflicts_open')}</a>
    </p>
  );
}
