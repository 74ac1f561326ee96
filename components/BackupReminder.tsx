import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';

interface BackupReminderProps {
  /** For how many days there has been no backup. */
  days: number;
  onBackUp: () => void;
  onLater: () => void;
}

/** Says that there has been no backup for long, with the one click that makes it. */
export function BackupReminder({ days, onBackUp, onLater }: BackupReminderProps) {
  const t = useTranslate();
  return (
    <div class="banner reminder" role="status">
      <p>{t('backup_overdue', [formatCount(days)])}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={onBackUp}>
          {t('backup_now')}
        </button>
        <button type="button" onClick={onLater}>
          {t('backup_later')}
        </button>
      </div>
    </div>
  );
}
