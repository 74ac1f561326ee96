import type { OutgoingCount } from '../lib/core/collection/library-desk.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';

export interface Scope {
  isPicked: boolean;
  isApproved: boolean;
}

interface ExportScopeProps {
  scope: Scope;
  found: OutgoingCount;
  picked: OutgoingCount | undefined;
  onScope: (scope: Scope) => void;
}

/** Which excerpts go out. */
export function ExportScope({ scope, found, picked, onScope }: ExportScopeProps) {
  const t = useTranslate();
  const { approved } = (scope.isPicked && picked) || found;
  return (
    <fieldset>
      <legend>{t('export_what')}</legend>
      {picked && (
        <label>
          <input
            type="radio"
            name="scope"
            checked={scope.isPicked}
            onChange={() => onScope({ ...scope, isPicked: true })}
          />
          {t('export_picked', [formatCount(picked.total)])}
        </label>
      )}
      <label>
        <input
          type="radio"
          name="scope"
          checked={!scope.isPicked}
          onChange={() => onScope({ ...scope, isPicked: false })}
        />
        {t('export_found', [formatCount(found.total)])}
      </label>
      <label>
        <input
          type="checkbox"
          checked={scope.isApproved}
          onChange={({ currentTarget }) => onScope({ ...scope, isApproved: currentTarget.checked })}
        />
        {t('export_approved', [formatCount(approved)])}
      </label>
    </fieldset>
  );
}
