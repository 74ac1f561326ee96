import type { AskProgrammes, ProgrammeDone } from '../lib/core/collection/programme-desk.ts';
import type { ProgrammeEdit } from '../lib/core/collection/programme-deeds.ts';
import { useTranslate, type MessageKey } from './i18n.tsx';
import type { Deeds } from './use-library-actions.ts';

/** Deeds on the register that tell how they ended, with the way back; each gives whether it succeeded. */
export function useProgrammeDeeds(ask: AskProgrammes, { attempt }: Pick<Deeds, 'attempt'>) {
  const t = useTranslate();
  const said = (key: MessageKey, work: Promise<ProgrammeDone>) =>
    attempt(work, ({ isChanged, undo }) => ({
      text: t(isChanged ? key : 'programmes_nothing'),
      onUndo: isChanged
        ? () => void attempt(ask('undo', undo), () => ({ text: t('library_undone') }))
        : undefined,
    }));
  return {
    merge: (ids: readonly string[]) => said('programmes_merged', ask('merge', ids)),
    split: (id: string, excerpts: readonly string[]) =>
      said('programmes_split_done', ask('split', id, excerpts)),
    part: (one: string, other: string) => said('programmes_parted', ask('part', one, other)),
    edit: (id: string, edit: ProgrammeEdit) => said('programmes_saved', ask('edit', id, edit)),
    forget: (id: string) => said('programmes_forgotten', ask('forget', id)),
    importCsv: (...file: Parameters<typeof importOf>) =>
      said('programmes_imported', importOf(...file)),
  };

  function importOf(file: Uint8Array<ArrayBuffer>, words: Record<string, string>) {
    return ask('importCsv', file, words);
  }
}

export type ProgrammeDeeds = ReturnType<typeof useProgrammeDeeds>;
