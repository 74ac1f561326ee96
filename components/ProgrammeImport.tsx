import type { ImportedRow } from '../lib/core/collection/programme-import.ts';
import { Dialog } from './Dialog.tsx';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';

/** Enough to see what a file would do; the counts say how many more there are. */
const SHOWN = 200;
const STATUSES = ['new', 'filled', 'same', 'refused'] as const;

interface ProgrammeImportProps {
  rows: readonly ImportedRow[];
  onConfirm: () => void;
  onClose: () => void;
}

/** What a CSV file would do to the register, row by row, before anything is written. */
export function ProgrammeImport({ rows, onConfirm, onClose }: ProgrammeImportProps) {
  const t = useTranslate();
  const count = (status: ImportedRow['status']) =>
    rows.filter((row) => row.status === status).length;
  const isAnything = count('new') + count('filled') > 0;
  // What is refused is what a reader must see.
  const telling = rows.filter(({ status }) => status !== 'same');
  const shown = [...telling].sort((a, b) => weight(b) - weight(a)).slice(0, SHOWN);
  return (
    <Dialog title={t('programme_csv_title')} class="import" onClose={onClose}>
      <dl>
        {STATUSES.map((status) => (
          <div key={status}>
            <dt>{t(`programme_csv_${status}`)}</dt>
            <dd>{formatCount(count(status))}</dd>
          </div>
        ))}
      </dl>
      {shown.length > 0 && (
        <details open={count('refused') > 0}>
          <summary>{t('programme_csv_rows')}</summary>
          <ul class="csv-rows">
            {shown.map((row) => (
              <Row key={row.row} row={row} />
            ))}
          </ul>
          {telling.length > SHOWN && (
            <p class="quiet">{t('programme_csv_more', [formatCount(telling.length - SHOWN)])}</p>
          )}
        </details>
      )}
      <div class="actions">
        {isAnything && (
          <button type="button" class="primary" onClick={onConfirm}>
            {t('programme_csv_confirm')}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {t(isAnything ? 'programme_csv_cancel' : 'programme_csv_close')}
        </button>
      </div>
    </Dialog>
  );
}

function weight({ status }: ImportedRow): number {
  return STATUSES.indexOf(status);
}

function Row({ row: { row, name, status, reason, filled, kept } }: { row: ImportedRow }) {
  const t = useTranslate();
  const named = (fields: ImportedRow['filled']) =>
    fields.map((field) => t(`programme_${field}`)).join(', ');
  return (
    <li data-status={status}>
      <strong>{t('programme_csv_row', [formatCount(row)])}</strong> {name}{' '}
      <span class="quiet">
        {[
          t(`programme_csv_status_${status}`),
          reason && t(`programme_problem_${reason}`),
          status === 'filled' && filled.length > 0 && t('programme_csv_fills', [named(filled)]),
          kept.length > 0 && t('programme_csv_keeps', [named(kept)]),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}
