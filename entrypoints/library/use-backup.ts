import { useCallback, useEffect, useState } from 'preact/hooks';
import type { BackupActions } from '../../components/BackupSettings.tsx';
import { useTranslate } from '../../components/i18n.tsx';
import { useNotice } from '../../components/use-notice.ts';
import { backUp, backUpIfDue, readSafety, type Safety } from '../../lib/platform/back-up.ts';
import * as folders from '../../lib/platform/backup-folder.ts';
import { changeBackupState, onBackupStateChange } from '../../lib/platform/backup-state.ts';
import type { Database } from '../../lib/platform/database.ts';
import { persistStorage } from '../../lib/platform/kept-storage.ts';

/** A library left open for days backs up on each of them. */
const HOUR_MS = 3_600_000;

const desk = { window, now: () => new Date() };

/** The state of the backups, what can be done about it, and the notice of what was done. */
export function useBackup(db: Database, restore: BackupActions['restore']) {
  const t = useTranslate();
  const { notice, close, attempt } = useNotice();
  const [view, setView] = useState<Safety>();
  const again = useCallback(async () => setView(await readSafety(db, desk)), [db]);
  useEffect(() => {
    const check = () => void attempt(backUpIfDue(db, desk).then(again));
    check();
    const stop = onBackupStateChange(() => void again());
    const timer = setInterval(check, HOUR_MS);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [db]);
  const run = (work: Promise<unknown>) => void attempt(work.then(again));
  const actions: BackupActions = {
    backUp: () => void attempt(backUp(db, desk), (name) => ({ text: t('backup_done', [name]) })),
    pickFolder: () => run(folders.pickFolder(db, window).then(() => backUpIfDue(db, desk))),
    reopenFolder: () => run(folders.reopenFolder(db).then(() => backUpIfDue(db, desk))),
    forgetFolder: () => run(folders.forgetFolder(db)),
    persist: () => run(persistStorage(navigator.storage)),
    restore,
  };
  const postpone = () => run(changeBackupState({ postponed: desk.now().toISOString() }));
  return { view, actions, postpone, notice, close };
}
