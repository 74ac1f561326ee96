import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import {
  beginHistory,
  changeTo,
  redoChange,
  undoChange,
  type EditHistory,
} from '../lib/core/pack/edit-history.ts';
import type { Pack } from '../lib/core/pack/pack.ts';
import type { MessageKey } from './i18n.tsx';
import type { PackActions } from './pack-actions.ts';
import { usePackSaving, type Saving } from './use-pack-saving.ts';

/** Changes a pack; typing into one `field` is taken back at once. */
export type ChangePack = (change: (pack: Pack) => Pack, field?: string) => void;

/** A pack under a trainer's hands, stored as it changes. */
export interface OpenPack {
  pack: Pack;
  /** The pack as it is when asked, for what was drawn before its last change. */
  current: () => Pack;
  change: ChangePack;
  undo: (() => void) | undefined;
  redo: (() => void) | undefined;
  saving: Saving;
  /** Why it could not be stored; it is tried again at the next change. */
  failure: MessageKey | undefined;
}

/**
 * Opens a pack for editing: every change is stored a moment later, at once when the view is left, and put aside when the
 * page is closed. What another window stores meanwhile is shown where nothing is unsaved here.
 * @param onCopied told the new id where the pack had to become one of its own
 */
export function usePack(
  stored: Pack,
  { save, putAside }: Pick<PackActions, 'save' | 'putAside'>,
  onCopied: (id: string) => void,
): OpenPack {
  const [history, setHistory] = useState(() => beginHistory(stored));
  const { saving, failure, isFresh } = usePackSaving(history.present, stored, onCopied, {
    save,
    putAside,
  });
  useEffect(() => {
    if (isFresh(stored)) setHistory(beginHistory(stored));
  }, [stored]);
  const latest = useRef(history.present);
  latest.current = history.present;
  const change = useCallback<ChangePack>(
    (make, field) => setHistory((was) => changeTo(was, make(was.present), field)),
    [],
  );
  const step = (go: (was: EditHistory<Pack>) => EditHistory<Pack>) => () => setHistory(go);
  return {
    pack: history.present,
    current: () => latest.current,
    change,
    undo: history.past.length > 0 ? step(undoChange) : undefined,
    redo: history.future.length > 0 ? step(redoChange) : undefined,
    saving,
    failure,
  };
}
