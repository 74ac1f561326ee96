import { useEffect } from 'preact/hooks';
import { BackupReminder } from '../../components/BackupReminder.tsx';
import { BackupSettings } from '../../components/BackupSettings.tsx';
import { Notice } from '../../components/Notice.tsx';
import { changeBackupState } from '../../lib/platform/backup-state.ts';
import type { Database } from '../../lib/platform/database.ts';
import { useBackup } from './use-backup.ts';

export interface BackupProps {
  db: Database;
  /** Shows what a file would bring, before anything is written. */
  onRestore: (file: File) => void;
}

/** The settings' view of backups, kept true to what is stored. */
export function BackupSettingsView({ db, onRestore }: BackupProps) {
  const { view, actions, notice, close } = useBackup(db, onRestore);
  return (
    <>
      {view && <BackupSettings view={view} actions={actions} />}
      <div class="notices" aria-live="polite">
        {notice && <Notice {...notice} onClose={close} />}
      </div>
    </>
  );
}

/** The library's reminder, where there is need of one. */
export function BackupReminderView({ db }: { db: Database }) {
  const { view, actions, postpone, notice, close } = useBackup(db, () => undefined);
  // What lies in the trash now could be seen: its days count.
  useEffect(() => void changeBackupState({ shown: new Date().toISOString() }), []);
  return (
    <>
      {view?.overdue !== undefined && (
        <BackupReminder days={view.overdue} onBackUp={actions.backUp} onLater={postpone} />
      )}
      <div class="notices" aria-live="polite">
        {notice && <Notice {...notice} onClose={close} />}
      </div>
    </>
  );
}
