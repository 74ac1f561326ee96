import type { CompanionTally } from '../lib/core/collection/compare-companions.ts';
import type { ImportSummary } from '../lib/core/collection/compare-import.ts';
import type { Refusal } from '../lib/core/import-json.ts';
import { Dialog } from './Dialog.tsx';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { ImportCompanions } from './ImportCompanions.tsx';
import { ReplaceAll } from './ReplaceAll.tsx';
import { VersionTable } from './VersionTable.tsx';

interface ImportDialogProps {
  summary: ImportSummary;
  onConfirm: () => void;
  onCancel: () => void;
  /** Puts the file in the place of everything stored; without it this is not offered. */
  onReplace?: (() => void) | undefined;
}

/** What an import would do, before anything is written. */
export function ImportDialog({ summary, onConfirm, onCancel, onReplace }: ImportDialogProps) {
  const t = useTranslate();
  const { fresh, updated, differing, same, companions, articles, damaged } = summary;
  const changed = updated + differing;
  const decided = Object.entries(companions).reduce((sum, each) => sum + newsOf(each), 0);
  const isAnything = fresh + changed + decided + articles + damaged > 0;
  return (
    <Dialog title={t('import_title')} class="import" onClose={onCancel}>
      <dl>
        <Count label={t('import_new')} count={fresh} />
        {updated > 0 && <Count label={t('import_updated')} count={updated} />}
        {differing > 0 && <Count label={t('import_differing')} count={differing} />}
        <Count label={t('import_same')} count={same} />
        {damaged > 0 && <Count label={t('import_damaged')} count={damaged} />}
        <Count label={t('import_refused')} count={summary.refused} />
      </dl>
      <ImportCompanions tallies={companions} />
      <Differing pairs={summary.pairs} of={differing} />
      <Refused refusals={summary.refusals} of={summary.refused} />
      <div class="actions">
        {isAnything && (
          <button type="button" class="primary" onClick={onConfirm}>
            {changed + decided > 0 ? t('import_join') : t('import_confirm', [formatCount(fresh)])}
          </button>
        )}
        <button type="button" onClick={onCancel}>
          {t(isAnything ? 'import_cancel' : 'import_close')}
        </button>
      </div>
      {onReplace && <ReplaceAll incoming={summary.excerpts} onReplace={onReplace} />}
    </Dialog>
  );
}

/** How many records there would be more or otherwise; a decision of ours that is later than the file's stays. */
function newsOf([type, { fresh, newer, differing }]: [string, CompanionTally]): number {
  return fresh + newer + (type === 'pack' ? differing : 0);
}

function Count({ label, count }: { label: string; count: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{formatCount(count)}</dd>
    </div>
  );
}

function Differing({ pairs, of }: { pairs: ImportSummary['pairs']; of: number }) {
  const t = useTranslate();
  if (pairs.length === 0) return null;
  return (
    <>
      <p>{t('import_differing_kept')}</p>
      <details>
        <summary>{t('import_differing_show', [formatCount(of)])}</summary>
        <ul>
          {pairs.map(({ stored, incoming }) => (
            <li key={stored.id}>
              <VersionTable
                caption={stored.target.selector[0].exact}
                versions={[
                  { label: t('import_version_here'), annotation: stored },
                  { label: t('import_version_file'), annotation: incoming },
                ]}
              />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Refused({ refusals, of }: { refusals: readonly Refusal[]; of: number }) {
  const t = useTranslate();
  if (of === 0) return null;
  return (
    <details>
      <summary>{t('import_refused_why', [formatCount(of)])}</summary>
      <ul>
        {refusals.map((refusal) => (
          <Reason key={`${refusal.list}${refusal.row}`} {...refusal} />
        ))}
      </ul>
    </details>
  );
}

function Reason({ list, row, reason }: Refusal) {
  const t = useTranslate();
  const place = t(`import_row_${list}`, [formatCount(row)]);
  const isKnown = reason === 'id' || reason === 'revision';
  return (
    <li>
      {place}: {isKnown ? t(`import_reason_${reason}`) : t('import_reason_field', [reason])}
    </li>
  );
}
