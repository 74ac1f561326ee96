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
import { messageKeyOf } from './use-notice.ts';

/** How long a trainer's hands rest before what they did is stored. */
const REST_MS = 700;

export type Saving = 'saved' | 'waiting' | 'failed';

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
  const { saving, failure, isFresh } = useAutosave(history.present, stored, onCopied, {
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

interface Kept {
  /** The state that storage has. */
  pack: Pack;
  id: string;
  base: string;
}

function useAutosave(
  pack: Pack,
  stored: Pack,
  onCopied: (id: string) => void,
  { save, putAside }: Pick<PackActions, 'save' | 'putAside'>,
) {
  const kept = useRef<Kept>({ pack: stored, id: stored.id, base: stored.modified });
  const latest = useRef(pack);
  latest.current = pack;
  const isSaving = useRef(false);
  const [failure, setFailure] = useState<MessageKey>();
  const [, tell] = useState(0);
  const flush = useCallback(async () => {
    if (isSaving.current) return;
    isSaving.current = true;
    try {
      while (latest.current !== kept.current.pack) {
        const { current } = latest;
        const { id, base } = kept.current;
        const made = await save({ ...current, id }, base);
        kept.current = { pack: current, id: made.id, base: made.modified };
        if (made.id !== id) onCopied(made.id);
      }
      setFailure(undefined);
    } catch (error) {
      setFailure(messageKeyOf(error));
    } finally {
      isSaving.current = false;
      tell((count) => count + 1);
    }
  }, [save]);
  useEffect(() => {
    if (pack === kept.current.pack) return undefined;
    const timer = setTimeout(() => void flush(), REST_MS);
    return () => clearTimeout(timer);
  }, [pack, flush]);
  useEffect(() => {
    const keep = () => {
      const { id, base } = kept.current;
      if (latest.current !== kept.current.pack) putAside({ ...latest.current, id }, base);
    };
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      void flush();
    };
  }, [flush, putAside]);
  const isSaved = pack === kept.current.pack;
  const saving: Saving =
    failure !== undefined && !isSaved ? 'failed' : isSaved ? 'saved' : 'waiting';
  /** Whether a stored state is news, and nothing here would be lost by showing it. */
  const isFresh = (news: Pack) => {
    const isNews = news.id === kept.current.id && news.modified > kept.current.base;
    if (!isNews || isSaving.current || latest.current !== kept.current.pack) return false;
    kept.current = { pack: news, id: news.id, base: news.modified };
    return true;
  };
  return { saving, failure: isSaved ? undefined : failure, isFresh };
}
