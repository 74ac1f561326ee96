import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ImportPreview } from '../lib/core/collection/compare-import.ts';
import type { LibraryDesk, LibraryStatus } from '../lib/core/collection/library-desk.ts';
import { ArticlesView } from './ArticlesView.tsx';
import { ExcerptsView } from './ExcerptsView.tsx';
import { formatCount } from './format-count.ts';
import { useTranslate, type MessageKey } from './i18n.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import type { LibraryPlace } from './library-views.ts';
import { LibraryHeader } from './LibraryHeader.tsx';
import { Notice } from './Notice.tsx';
import { ReviewView } from './ReviewView.tsx';
import { useLibraryActions, type LibraryActions } from './use-library-actions.ts';

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
  const [preview, setPreview] = useState<ImportPreview>();
  const { notice, close, ...told } = useLibraryActions(desk, actions);
  const offerFile = (file: File) => void told.previewImport(file, setPreview);
  const shared = { desk, deeds: told.deeds, exports: actions.exports, onExported: told.exported };
  const { view } = place;
  return (
    <>
      <LibraryHeader
        view={view}
        trashed={status?.trashed ?? 0}
        onImport={offerFile}
        onBackUp={told.backUp}
      />
      <main>
        <Banners failure={failure} damaged={status?.damaged ?? 0} isLoading={!status && !failure} />
        {reminder}
        {view === 'settings' && settings?.(offerFile)}
        {status && (view === 'library' || view === 'trash') && (
          <ExcerptsView
            key={view}
            {...shared}
            status={status}
            isTrash={view === 'trash'}
            returned={told.returned}
          />
        )}
        {status && view === 'review' && <ReviewView {...shared} status={status} />}
        {status && view === 'articles' && (
          <ArticlesView {...shared} status={status} id={place.id} />
        )}
      </main>
      <div class="notices" aria-live="polite">
        {notice && <Notice {...notice} onClose={close} />}
      </div>
      {preview && (
        <ImportDialog
          preview={preview}
          onCancel={() => setPreview(undefined)}
          onConfirm={() => {
            setPreview(undefined);
            told.importFile(preview);
          }}
          onReplace={
            told.replaceFile &&
            (() => {
              setPreview(undefined);
              told.replaceFile?.(preview);
            })
          }
        />
      )}
    </>
  );
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
