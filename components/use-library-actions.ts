import { useState } from 'preact/hooks';
import type { Annotation } from '../lib/core/annotation.ts';
import type { ImportPreview } from '../lib/core/collection/compare-import.ts';
import type { ExportActions } from './export-actions.ts';
import type { ExcerptActions } from './ExcerptCard.tsx';
import type { Edit } from './ExcerptEditor.tsx';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { useNotice } from './use-notice.ts';

type Ids = readonly string[];

/** What the library asks of storage and files; a failure rejects with an error that has a `messageKey`. */
export interface LibraryActions {
  edit: (id: string, edit: Edit) => Promise<unknown>;
  /** Gives the excerpts moved. */
  trash: (ids: Ids) => Promise<readonly Annotation[]>;
  restore: (ids: Ids) => Promise<readonly Annotation[]>;
  exports: ExportActions;
  backUp: () => Promise<unknown>;
  previewImport: (file: File) => Promise<ImportPreview>;
  /** Gives the excerpts added. */
  importFile: (preview: ImportPreview) => Promise<readonly Annotation[]>;
  /** Makes a backup, then puts the file in the place of everything; gives how many excerpts there are, and the way back. */
  replaceFile?: (
    preview: ImportPreview,
  ) => Promise<{ count: number; undo: () => Promise<unknown> }>;
}

/** The library's actions, each telling how it ended, and how to take it back where that can be done. */
export function useLibraryActions(library: LibraryActions) {
  const t = useTranslate();
  const { notice, close, attempt } = useNotice();
  const [returned, setReturned] = useState<string>();
  const counted = (key: Parameters<typeof t>[0], { length }: { length: number }) => ({
    text: t(key, [formatCount(length)]),
  });

  const restore = (ids: Ids) =>
    void attempt(library.restore(ids), (moved) => counted('library_restored', moved));
  const trash = (ids: Ids) => {
    setReturned(undefined);
    void attempt(library.trash(ids), (moved) => ({
      ...counted('library_trashed', moved),
      onUndo: () => {
        setReturned(moved[0]?.id);
        restore(idsOf(moved));
      },
    }));
  };
  const { replaceFile } = library;
  const edit = (id: string, changed: Edit) => attempt(library.edit(id, changed));
  const actions: ExcerptActions = { edit, trash, restore };

  return {
    notice,
    close,
    actions,
    returned,
    exported: (written: number, of: number) =>
      void attempt(Promise.resolve(), () => ({
        text:
          written < of
            ? t('library_exported_partly', [formatCount(written), formatCount(of)])
            : t('library_exported', [formatCount(written)]),
      })),
    backUp: () => void attempt(library.backUp(), () => ({ text: t('library_backed_up') })),
    previewImport: (file: File, show: (preview: ImportPreview) => void) =>
      attempt(library.previewImport(file).then(show)),
    importFile: (preview: ImportPreview) =>
      void attempt(library.importFile(preview), (added) => ({
        ...counted('library_imported', added),
        onUndo: added.length > 0 ? () => trash(idsOf(added)) : undefined,
      })),
    replaceFile:
      replaceFile &&
      ((preview: ImportPreview) =>
        void attempt(replaceFile(preview), ({ count, undo }) => ({
          text: t('library_replaced', [formatCount(count)]),
          onUndo: () => void attempt(undo()),
        }))),
  };
}

function idsOf(annotations: readonly Annotation[]): string[] {
  return annotations.map(({ id }) => id);
}
