import type { ReviewState } from '../lib/core/annotation.ts';
import type { CsvPreview } from '../lib/core/collection/csv-preview.ts';
import type { CsvEdit } from '../lib/core/collection/plan-csv-edits.ts';
import type { ReturningColumn } from '../lib/core/export/read-excerpt-csv.ts';
import { Dialog } from './Dialog.tsx';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';

const STATUSES = ['changed', 'same', 'refused'] as const;

interface CsvEditsProps {
  preview: CsvPreview;
  onConfirm: () => void;
  onClose: () => void;
}

/** What a CSV file would change of the excerpts, row by row, before anything is written. */
export function CsvEdits({ preview, onConfirm, onClose }: CsvEditsProps) {
  const t = useTranslate();
  const { changed, refused, rows } = preview;
  const more = changed + refused - rows.length;
  return (
    <Dialog title={t('csv_edit_title')} class="import" onClose={onClose}>
      <p class="quiet">{t('csv_edit_what')}</p>
      <dl>
        {STATUSES.map((status) => (
          <div key={status}>
            <dt>{t(`csv_edit_${status}`)}</dt>
            <dd>{formatCount(preview[status])}</dd>
          </div>
        ))}
      </dl>
      {rows.length > 0 && (
        <details open={refused > 0}>
          <summary>{t('csv_edit_rows')}</summary>
          <ul class="csv-rows">
            {rows.map((row) => (
              <Row key={row.row} edit={row} />
            ))}
          </ul>
          {more > 0 && <p class="quiet">{t('csv_edit_more', [formatCount(more)])}</p>}
        </details>
      )}
      <div class="actions">
        {changed > 0 && (
          <button type="button" class="primary" onClick={onConfirm}>
            {t('csv_edit_confirm', [formatCount(changed)])}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {t(changed > 0 ? 'csv_edit_cancel' : 'csv_edit_close')}
        </button>
      </div>
    </Dialog>
  );
}

function Row({ edit: { row, status, quote, reason, changes, kept } }: { edit: CsvEdit }) {
  const t = useTranslate();
  const nameOf = (column: ReturningColumn) => t(`column_${column}`);
  const wordsOf = (column: ReturningColumn, text: string) =>
    column === 'state' ? t(`review_${text as ReviewState}`) : text;
  return (
    <li data-status={status}>
      <strong>{t('csv_edit_row', [formatCount(row)])}</strong> {quote}
      {reason && <div>{t(`csv_problem_${reason}`)}</div>}
      {changes.map(({ column, before, after }) => (
        <div key={column}>
          <b>{nameOf(column)}</b>:{' '}
          {before ? t('csv_edit_before', [wordsOf(column, before)]) : t('csv_edit_before_none')}{' '}
          {t('csv_edit_after', [wordsOf(column, after)])}
        </div>
      ))}
      {kept.length > 0 && (
        <div class="quiet">{t('csv_edit_kept', [kept.map(nameOf).join(', ')])}</div>
      )}
    </li>
  );
}
