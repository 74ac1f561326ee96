import type { ProgrammeEdit } from '../lib/core/collection/programme-deeds.ts';
import type {
  AskProgrammes,
  ProgrammeDone,
  RegisterWords,
} from '../lib/core/collection/programme-desk.ts';
import { useTranslate, type MessageKey } from './i18n.tsx';
import type { Deeds } from './use-library-actions.ts';

/** Deeds on the register that tell how they ended, with the way back; each gives whether it succeeded. */
export function useProgrammeDeeds(ask: AskProgrammes, { attempt }: Pick<Deeds, 'attempt'>) {
  const t = useTranslate();
  const undo = (deed: number) =>
    void attempt(ask('undo', deed), () => ({ text: t('library_undone') }));
  const said = (key: MessageKey, work: Promise<ProgrammeDone>) =>
    attempt(work, (done) => ({
      text: t(done.isChanged ? key : 'programmes_nothing'),
      onUndo: done.isChanged ? () => undo(done.undo) : undefined,
    }));
  return {
    merge: (ids: readonly string[]) => said('programmes_merged', ask('merge', ids)),
    split: (id: string, excerpts: readonly string[]) =>
      said('programmes_split_done', ask('split', id, excerpts)),
    part: (one: string, other: string) => said('programmes_parted', ask('part', one, other)),
    edit: (id: string, edit: ProgrammeEdit) => said('programmes_saved', ask('edit', id, edit)),
    forget: (id: string) => said('programmes_forgotten', ask('forget', id)),
    importCsv: (file: Uint8Array<ArrayBuffer>, words: RegisterWords) =>
      said('programmes_imported', ask('importCsv', file, words)),
  };
}
