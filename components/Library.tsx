import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { ImportPreview } from '../lib/core/collection/compare-import.ts';
import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import { countFacet } from '../lib/core/collection/search-excerpts.ts';
import { ExcerptList } from './ExcerptList.tsx';
import { formatCount } from './format-count.ts';
import { useTranslate, type MessageKey } from './i18n.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { LibraryEmpty } from './LibraryEmpty.tsx';
import { LibraryHeader, type LibraryView } from './LibraryHeader.tsx';
import { Notice } from './Notice.tsx';
import { useLibraryActions, type LibraryActions } from './use-library-actions.ts';

interface LibraryProps {
  view: LibraryView;
  /** All excerpts, those in the trash too, newest first; none while they are being read. */
  excerpts: readonly Excerpt[] | undefined;
  /** How many records are set aside as damaged. */
  damaged: number;
  /** Why the collection cannot be read. */
  failure?: MessageKey | undefined;
  actions: LibraryActions;
  /** The view of what the reader has allowed, told how to offer a file; without it there is no such tab. */
  settings?: (offerFile: (file: File) => void) => ComponentChildren;
  /** What stands above the list whatever is shown: the reminder to back up. */
  reminder?: ComponentChildren;
}

/** The collection: its excerpts, its trash, and files in and out. */
export function Library({ view, excerpts, damaged, failure, actions, ...parts }: LibraryProps) {
  const { settings, reminder } = parts;
  const [preview, setPreview] = useState<ImportPreview>();
  const { notice, close, ...told } = useLibraryActions(actions);
  const trashed = useMemo(() => excerpts?.filter(isTrashed) ?? [], [excerpts]);
  const offerFile = (file: File) => void told.previewImport(file, setPreview);
  return (
    <>
      <LibraryHeader
        view={view}
        views={settings ? ['library', 'trash', 'settings'] : ['library', 'trash']}
        trashed={trashed.length}
        onImport={offerFile}
        onBackUp={told.backUp}
      />
      <main>
        <Banners failure={failure} damaged={damaged} isLoading={!excerpts && !failure} />
        {reminder}
        {view === 'settings' && settings?.(offerFile)}
        {view !== 'settings' && excerpts && (
          <Collection
            key={view}
            excerpts={excerpts}
            isTrash={view === 'trash'}
            actions={told.actions}
            returned={told.returned}
            exports={actions.exports}
            onExported={told.exported}
          />
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

function isTrashed({ annotation }: Excerpt): boolean {
  return annotation.deleted !== undefined;
}

type CollectionProps = Omit<Parameters<typeof ExcerptList>[0], 'title' | 'knownTags'>;

function Collection({ excerpts, isTrash, ...rest }: CollectionProps) {
  const t = useTranslate();
  const shown = useMemo(
    () => excerpts.filter((excerpt) => isTrashed(excerpt) === isTrash),
    [excerpts, isTrash],
  );
  const knownTags = useMemo(
    () => countFacet(excerpts, ({ annotation }) => annotation.tags).map(({ value }) => value),
    [excerpts],
  );
  if (shown.length === 0) {
    return isTrash ? <p class="none">{t('library_trash_empty')}</p> : <LibraryEmpty />;
  }
  return (
    <ExcerptList
      title={t(isTrash ? 'library_trash' : 'library_title')}
      excerpts={shown}
      isTrash={isTrash}
      knownTags={knownTags}
      {...rest}
    />
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
