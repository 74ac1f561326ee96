import { useEffect, useRef } from 'preact/hooks';
import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import type { ExportActions } from './export-actions.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';

interface PickBarProps {
  found: readonly Excerpt[];
  pickedIds: readonly string[];
  isTrash: boolean;
  onPickAll: (isPicked: boolean) => void;
  onMove: (ids: readonly string[]) => void;
  exports: ExportActions;
  onExported: (written: number, of: number) => void;
}

/** Picks all that is found, and acts on what is picked; with nothing picked, export takes all that is found. */
export function PickBar(props: PickBarProps) {
  const { found, pickedIds, isTrash, onPickAll, onMove } = props;
  const t = useTranslate();
  const all = useRef<HTMLInputElement>(null);
  const isSome = pickedIds.length > 0;
  const isAll = isSome && pickedIds.length === found.length;
  useEffect(() => {
    // Neither JSX nor HTML has an attribute for the third state.
    if (all.current) all.current.indeterminate = isSome && !isAll;
  }, [isSome, isAll]);
  if (found.length === 0) return null;
  const ids = isSome ? pickedIds : found.map(({ annotation }) => annotation.id);
  const count = formatCount(ids.length);
  return (
    <div class="pick-bar" role="toolbar" aria-label={t('library_actions')}>
      <label>
        <input
          ref={all}
          type="checkbox"
          checked={isAll}
          onChange={({ currentTarget }) => onPickAll(currentTarget.checked)}
        />
        {isSome ? t('library_picked', [count]) : t('library_pick_all', [count])}
      </label>
      <span class="actions">
        {isSome && (
          <button type="button" onClick={() => onMove(pickedIds)}>
            {isTrash ? t('library_restore_picked', [count]) : t('library_trash_picked', [count])}
          </button>
        )}
        <ExportMenu
          label={t(isSome ? 'library_export_picked' : 'library_export_found', [count])}
          found={found}
          pickedIds={pickedIds}
          actions={props.exports}
          onExported={props.onExported}
        />
      </span>
    </div>
  );
}
