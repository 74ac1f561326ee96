import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import type { ExportActions } from './export-actions.ts';
import { ExportDialog } from './ExportDialog.tsx';
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
  const { found, pickedIds, isTrash, onPickAll, onMove, exports, onExported } = props;
  const t = useTranslate();
  const opener = useRef<HTMLButtonElement>(null);
  const [isExporting, setExporting] = useState(false);
  const picked = useMemo(() => pickedOf(found, pickedIds), [found, pickedIds]);
  const close = () => {
    setExporting(false);
    opener.current?.focus();
  };
  if (found.length === 0) return null;
  const isSome = pickedIds.length > 0;
  const count = formatCount(isSome ? pickedIds.length : found.length);
  return (
    <>
      <div class="pick-bar" role="toolbar" aria-label={t('library_actions')}>
        <PickAll of={found.length} picked={pickedIds.length} onPickAll={onPickAll} />
        <span class="actions">
          {isSome && (
            <button type="button" onClick={() => onMove(pickedIds)}>
              {isTrash ? t('library_restore_picked', [count]) : t('library_trash_picked', [count])}
            </button>
          )}
          <button
            ref={opener}
            type="button"
            aria-haspopup="dialog"
            onClick={() => setExporting(true)}
          >
            {t(isSome ? 'library_export_picked' : 'library_export_found', [count])}
          </button>
        </span>
      </div>
      {isExporting && (
        <ExportDialog
          found={found}
          picked={picked}
          actions={exports}
          onExported={(written, of) => {
            close();
            onExported(written, of);
          }}
          onClose={close}
        />
      )}
    </>
  );
}

interface PickAllProps {
  of: number;
  picked: number;
  onPickAll: (isPicked: boolean) => void;
}

function PickAll({ of, picked, onPickAll }: PickAllProps) {
  const t = useTranslate();
  const box = useRef<HTMLInputElement>(null);
  const isSome = picked > 0;
  const isAll = isSome && picked === of;
  useEffect(() => {
    // Neither JSX nor HTML has an attribute for the third state.
    if (box.current) box.current.indeterminate = isSome && !isAll;
  }, [isSome, isAll]);
  return (
    <label>
      <input
        ref={box}
        type="checkbox"
        checked={isAll}
        onChange={({ currentTarget }) => onPickAll(currentTarget.checked)}
      />
      {isSome
        ? t('library_picked', [formatCount(picked)])
        : t('library_pick_all', [formatCount(of)])}
    </label>
  );
}

function pickedOf(found: readonly Excerpt[], ids: readonly string[]): Excerpt[] {
  const picked = new Set(ids);
  return found.filter(({ annotation }) => picked.has(annotation.id));
}
