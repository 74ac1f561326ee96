import { useMemo, useState } from 'preact/hooks';
import type { ImportSummary } from '../lib/core/collection/compare-import.ts';
import type { Done, LibraryDesk, Selection } from '../lib/core/collection/library-desk.ts';
import type { ExportActions } from './export-actions.ts';
import { formatCount } from './format-count.ts';
import { useTranslate, type MessageKey, type Translate } from './i18n.tsx';
import type { PackActions } from './pack-actions.ts';
import type { OpenedFile, OpenFile } from './use-import.ts';
import { useNotice } from './use-notice.ts';

/** What the library asks of files; a failure rejects with an error that has a `messageKey`. */
export interface LibraryActions {
  exports: ExportActions;
  packs: PackActions;
  /** Hands the reader the register of documents as a CSV file. */
  saveCsv: (text: string) => void;
  backUp: () => Promise<unknown>;
  openImport: OpenFile;
}

/** Deeds that tell how they ended, with the way back; each gives whether it succeeded. */
export type Deeds = ReturnType<typeof useDeeds>;

type Attempt = ReturnType<typeof useNotice>['attempt'];

function useDeeds(desk: LibraryDesk, attempt: Attempt, setReturned: (id?: string) => void) {
  const t = useTranslate();
  return useMemo(() => {
    const said = (key: MessageKey, work: Promise<Done>) =>
      attempt(work, ({ count, first, undo }) => ({
        text: t(key, [formatCount(count)]),
        onUndo:
          count > 0
            ? () => {
                setReturned(first);
                void attempt(desk.undo(undo), () => ({ text: t('library_undone') }));
              }
            : undefined,
      }));
    return {
      edit: (...edit: Parameters<LibraryDesk['edit']>) => attempt(desk.edit(...edit)),
      complete: (...completion: Parameters<LibraryDesk['complete']>) =>
        attempt(desk.complete(...completion)),
      editMany: (...edit: Parameters<LibraryDesk['editMany']>) =>
        said('library_edited', desk.editMany(...edit)),
      review: (...decision: Parameters<LibraryDesk['review']>) =>
        said(`library_became_${decision[1].state}`, desk.review(...decision)),
      trash: (selection: Selection) => {
        setReturned(undefined);
        return said('library_trashed', desk.trash(selection));
      },
      resolve: (...choice: Parameters<LibraryDesk['resolve']>) =>
        said('conflict_resolved', desk.resolve(...choice)),
      restore: (selection: Selection) => said('library_restored', desk.restore(selection)),
      takeCsv: (file: Blob) => said('csv_edit_done', desk.takeCsv(file)),
      attempt,
    };
  }, [desk]);
}

/** The library's actions, each telling how it ended, and how to take it back where that can be done. */
export function useLibraryActions(desk: LibraryDesk, files: LibraryActions) {
  const t = useTranslate();
  const { notice, close, attempt, fail } = useNotice();
  const [returned, setReturned] = useState<string>();
  const deeds = useDeeds(desk, attempt, setReturned);
  return {
    notice,
    close,
    deeds,
    /** An excerpt that an undo is bringing back. */
    returned,
    exported: (written: number, of: number) =>
      void attempt(Promise.resolve(), () => ({
        text:
          written < of
            ? t('library_exported_partly', [formatCount(written), formatCount(of)])
            : t('library_exported', [formatCount(written)]),
      })),
    backUp: () => void attempt(files.backUp(), () => ({ text: t('library_backed_up') })),
    failed: fail,
    mergeFile: ({ merge, summary }: OpenedFile) =>
      void attempt(merge(), (added) => ({
        text: mergedWords(t, summary),
        onUndo: added.length > 0 ? () => void deeds.trash(added) : undefined,
      })),
    replaceAll: (replace: NonNullable<OpenedFile['replace']>) =>
      void attempt(replace(), ({ count, undo }) => ({
        text: t('library_replaced', [formatCount(count)]),
        onUndo: () => void attempt(undo()),
      })),
  };
}

function mergedWords(
  t: Translate,
  { fresh, updated, differing, companions }: ImportSummary,
): string {
  const isPlain = updated + differing === 0 && Object.keys(companions).length === 0;
  if (isPlain) return t('library_imported', [formatCount(fresh)]);
  return t('library_merged', [fresh, updated, differing].map(formatCount));
}
