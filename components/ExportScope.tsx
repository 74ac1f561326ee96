import { useMemo } from 'preact/hooks';
import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import { stateOf } from '../lib/core/export/columns.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';

export interface Scope {
  isPicked: boolean;
  isApproved: boolean;
}

interface ExportScopeProps {
  scope: Scope;
  found: readonly Excerpt[];
  picked: readonly Excerpt[];
  onScope: (scope: Scope) => void;
}

/** Which excerpts go out. */
export function ExportScope({ scope, found, picked, onScope }: ExportScopeProps) {
  const t = useTranslate();
  const within = scope.isPicked ? picked : found;
  const approved = useMemo(
    () => within.filter(({ annotation }) => stateOf(annotation) === 'approved').length,
    [within],
  );
  return (
    <fieldset>
      <legend>{t('export_what')}</legend>
      {picked.length > 0 && (
        <label>
          <input
            type="radio"
            name="scope"
            checked={scope.isPicked}
            onChange={() => onScope({ ...scope, isPicked: true })}
          />
          {t('export_picked', [formatCount(picked.length)])}
        </label>
      )}
      <label>
        <input
          type="radio"
          name="scope"
          checked={!scope.isPicked}
          onChange={() => onScope({ ...scope, isPicked: false })}
        />
        {t('export_found', [formatCount(found.length)])}
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
