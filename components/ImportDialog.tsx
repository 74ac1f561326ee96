import { useEffect, useRef } from 'preact/hooks';
import type { ImportPreview } from '../lib/core/collection/compare-import.ts';
import type { Refusal } from '../lib/core/import-json.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';

/** Enough to see what is wrong with a file; the count says how many more there are. */
const REFUSALS_SHOWN = 100;

interface ImportDialogProps {
  preview: ImportPreview;
  onConfirm: () => void;
  onCancel: () => void;
}

/** What an import would add, before anything is written. */
export function ImportDialog({ preview, onConfirm, onCancel }: ImportDialogProps) {
  const t = useTranslate();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { added, same, differing, refused } = preview;
  const news = added.annotations.length;
  const isAnything = news + added.articles.length + added.damaged.length > 0;
  return (
    <dialog ref={dialog} class="import" aria-labelledby="import-title" onCancel={onCancel}>
      <h2 id="import-title">{t('import_title')}</h2>
      <dl>
        <Count label={t('import_new')} count={news} />
        <Count label={t('import_same')} count={same} />
        <Count label={t('import_differing')} count={differing.length} />
        <Count label={t('import_damaged')} count={added.damaged.length} />
        <Count label={t('import_refused')} count={refused.length} />
      </dl>
      {differing.length > 0 && <p>{t('import_differing_kept')}</p>}
      {refused.length > 0 && (
        <details>
          <summary>{t('import_refused_why', [formatCount(refused.length)])}</summary>
          <ul>
            {refused.slice(0, REFUSALS_SHOWN).map((refusal) => (
              <Reason key={`${refusal.list}${refusal.row}`} {...refusal} />
            ))}
          </ul>
        </details>
      )}
      <div class="actions">
        {isAnything && (
          <button type="button" class="primary" onClick={onConfirm}>
            {t('import_confirm', [formatCount(news)])}
          </button>
        )}
        <button type="button" onClick={onCancel}>
          {t(isAnything ? 'import_cancel' : 'import_close')}
        </button>
      </div>
    </dialog>
  );
}

function Count({ label, count }: { label: string; count: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{formatCount(count)}</dd>
    </div>
  );
}

function Reason({ list, row, reason }: Refusal) {
  const t = useTranslate();
  const place = t(`import_row_${list}`, [formatCount(row)]);
  return (
    <li>
      {place}: {reason === 'id' ? t('import_reason_id') : t('import_reason_field', [reason])}
    </li>
  );
}
