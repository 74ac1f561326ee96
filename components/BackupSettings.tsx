import { useRef } from 'preact/hooks';
import { formatBytes } from './format-bytes.ts';
import { formatTime } from './format-time.ts';
import { useTranslate } from './i18n.tsx';

/** What the settings say of the collection's safety; times are ISO 8601, sizes in bytes. */
export interface BackupView {
  last: string | undefined;
  /** The folder that backups go to by themselves; `ask` where the browser wants a click first. */
  folder: { name: string; state: 'open' | 'ask' } | undefined;
  canPickFolder: boolean;
  storage: { isPersisted: boolean; usage: number; quota: number };
}

/** What the reader can do there; failures are told by whoever does it. */
export interface BackupActions {
  backUp: () => void;
  pickFolder: () => void;
  reopenFolder: () => void;
  forgetFolder: () => void;
  persist: () => void;
  /** Shows what a file would bring, before anything is written. */
  restore: (file: File) => void;
}

interface BackupSettingsProps {
  view: BackupView;
  actions: BackupActions;
}

/** Backups by hand and by themselves, the way back, and how the browser keeps what is stored; its heading is the caller's. */
export function BackupSettings({ view, actions }: BackupSettingsProps) {
  const t = useTranslate();
  const { last } = view;
  return (
    <>
      <p>{last ? t('backup_last', [formatTime(last)]) : t('backup_none')}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={actions.backUp}>
          {t('backup_now')}
        </button>
        <RestoreButton onRestore={actions.restore} />
      </div>
      <p class="quiet">{t('backup_restore_why')}</p>
      <Folder view={view} actions={actions} />
      <Storage storage={view.storage} onPersist={actions.persist} />
    </>
  );
}

function RestoreButton({ onRestore }: { onRestore: (file: File) => void }) {
  const t = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {t('backup_restore')}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json,application/ld+json"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onRestore(file);
          // Or choosing the same file again would be no change.
          currentTarget.value = '';
        }}
      />
    </>
  );
}

function Folder({ view, actions }: BackupSettingsProps) {
  const t = useTranslate();
  const { folder } = view;
  if (!view.canPickFolder) return <p class="quiet">{t('backup_folder_unable')}</p>;
  return (
    <>
      <h3>{t('backup_folder')}</h3>
      <p>{folder ? t('backup_folder_into', [folder.name]) : t('backup_folder_why')}</p>
      {folder?.state === 'ask' && <p role="status">{t('backup_folder_ask')}</p>}
      <div class="actions">
        {folder?.state === 'ask' && (
          <button type="button" class="primary" onClick={actions.reopenFolder}>
            {t('backup_folder_reopen')}
          </button>
        )}
        <button type="button" onClick={actions.pickFolder}>
          {t(folder ? 'backup_folder_other' : 'backup_folder_pick')}
        </button>
        {folder && (
          <button type="button" onClick={actions.forgetFolder}>
            {t('backup_folder_forget')}
          </button>
        )}
      </div>
    </>
  );
}

interface StorageProps {
  storage: BackupView['storage'];
  onPersist: () => void;
}

function Storage({ storage, onPersist }: StorageProps) {
  const t = useTranslate();
  const { isPersisted, usage, quota } = storage;
  return (
    <>
      <h3>{t('backup_storage')}</h3>
      <p>{t('backup_storage_room', [formatBytes(usage), formatBytes(quota)])}</p>
      <p>{t(isPersisted ? 'backup_storage_kept' : 'backup_storage_not_kept')}</p>
      {!isPersisted && (
        <div class="actions">
          <button type="button" onClick={onPersist}>
            {t('backup_storage_ask')}
          </button>
        </div>
      )}
    </>
  );
}
