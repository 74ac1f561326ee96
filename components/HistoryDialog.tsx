import { useEffect, useState } from 'preact/hooks';
import { differences, type Difference } from '../lib/core/collection/differences.ts';
import type { HistoryEntry, LibraryDesk } from '../lib/core/collection/library-desk.ts';
import { Dialog } from './Dialog.tsx';
import { formatTime } from './format-time.ts';
import { useTranslate, type MessageKey, type Translate } from './i18n.tsx';

interface HistoryDialogProps {
  desk: LibraryDesk;
  id: string;
  onClose: () => void;
}

/** All states of an excerpt, the latest first, each with what it changed. */
export function HistoryDialog({ desk, id, onClose }: HistoryDialogProps) {
  const t = useTranslate();
  const [entries, setEntries] = useState<readonly HistoryEntry[]>();
  useEffect(() => {
    desk.history(id).then(setEntries, () => setEntries([]));
  }, [desk, id]);
  return (
    <Dialog title={t('history_title')} onClose={onClose} class="history">
      {!entries && <p role="status">{t('notice_working')}</p>}
      {entries?.length === 0 && <p>{t('history_none')}</p>}
      <ol>
        {entries?.map((entry) => (
          <Entry key={entry.revision} entry={entry} entries={entries} />
        ))}
      </ol>
      <div class="actions">
        <button type="button" onClick={onClose}>
          {t('import_close')}
        </button>
      </div>
    </Dialog>
  );
}

function Entry({ entry, entries }: { entry: HistoryEntry; entries: readonly HistoryEntry[] }) {
  const t = useTranslate();
  const { at, by, annotation, parents } = entry;
  const parent = entries.find(({ revision }) => revision === parents[0]);
  const changes = parent ? differences(parent.annotation, annotation) : undefined;
  return (
    <li>
      <p>
        <time dateTime={at}>{formatTime(at)}</time>
        <strong> {by ?? t('version_nobody')}</strong>
      </p>
      {!changes && <p>{t(parents.length > 0 ? 'history_lost' : 'history_first')}</p>}
      {changes?.length === 0 && <p>{t('history_same')}</p>}
      {changes && changes.length > 0 && (
        <dl>
          {changes.map((change) => (
            <Change key={change.field} change={change} />
          ))}
        </dl>
      )}
    </li>
  );
}

function Change({ change: { field, before, after } }: { change: Difference }) {
  const t = useTranslate();
  return (
    <div>
      <dt>{fieldWords(t, field)}</dt>
      <dd>
        {before && <del>{valueText(t, field, before)}</del>}{' '}
        {after && <ins>{valueText(t, field, after)}</ins>}
      </dd>
    </div>
  );
}

function fieldWords(t: Translate, field: string): string {
  const name = field.replace('mention.', '');
  const key = (field === name ? `history_${name}` : `fact_${name}`) as MessageKey;
  const words = t(key);
  return words && words !== key ? words : name;
}

function valueText(t: Translate, field: string, value: string): string {
  if (field === 'state') return t(`review_${value}` as MessageKey);
  if (field === 'deleted') return t('version_deleted');
  return value;
}
