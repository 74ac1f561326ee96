import { useMemo, useRef, useState } from 'preact/hooks';
import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import type { ExportActions } from './export-actions.ts';
import { ExportDialog } from './ExportDialog.tsx';

interface ExportMenuProps {
  label: string;
  found: readonly Excerpt[];
  pickedIds: readonly string[];
  actions: ExportActions;
  onExported: (written: number, of: number) => void;
}

/** The way to the export dialog; closing it gives the keyboard back to the button. */
export function ExportMenu({ label, found, pickedIds, actions, onExported }: ExportMenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const picked = useMemo(() => pickedOf(found, pickedIds), [found, pickedIds]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button ref={button} type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </button>
      {isOpen && (
        <ExportDialog
          found={found}
          picked={picked}
          actions={actions}
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

function pickedOf(found: readonly Excerpt[], ids: readonly string[]): Excerpt[] {
  const picked = new Set(ids);
  return found.filter(({ annotation }) => picked.has(annotation.id));
}
