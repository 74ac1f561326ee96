import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Pack } from '../lib/core/pack/pack.ts';
import type { MessageKey } from './i18n.tsx';
import type { PackActions } from './pack-actions.ts';
import { messageKeyOf } from './use-notice.ts';

/** How long a trainer's hands rest before what they did is stored. */
const REST_MS = 700;

export type Saving = 'saved' | 'waiting' | 'failed';

interface Kept {
  /** The state that storage has. */
  pack: Pack;
  /** Under what it is stored, which is another than what was opened where it became a pack of its own. */
  identity: Pick<Pack, 'id' | 'versionOf'>;
  base: string;
}

function keptAs(pack: Pack, { id, versionOf, modified }: Pack): Kept {
  return { pack, identity: { id, ...(versionOf && { versionOf }) }, base: modified };
}

/** Stores a pack a moment after each change, at once when the view is left, and puts it aside when the page is closed. */
export function usePackSaving(
  pack: Pack,
  stored: Pack,
  onCopied: (id: string) => void,
  { save, putAside }: Pick<PackActions, 'save' | 'putAside'>,
) {
  const kept = useRef(keptAs(stored, stored));
  const latest = useRef(pack);
  latest.current = pack;
  const { flush, isSaving, failure } = useFlush({ kept, latest, save, onCopied });
  const isSaved = pack === kept.current.pack;
  useEffect(() => {
    if (pack === kept.current.pack) return undefined;
    const timer = setTimeout(() => void flush(), REST_MS);
    return () => clearTimeout(timer);
  }, [pack, flush]);
  useEffect(() => {
    const keep = () => {
      const { identity, base } = kept.current;
      if (latest.current !== kept.current.pack) putAside({ ...latest.current, ...identity }, base);
    };
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      void flush();
    };
  }, [flush, putAside]);
  /** Whether a stored state is news, and nothing here would be lost by showing it. */
  const isFresh = (news: Pack) => {
    const isNews = news.id === kept.current.identity.id && news.modified > kept.current.base;
    if (!isNews || isSaving.current || latest.current !== kept.current.pack) return false;
    kept.current = keptAs(news, news);
    return true;
  };
  const saving: Saving = isSaved ? 'saved' : failure === undefined ? 'waiting' : 'failed';
  return { saving, failure: isSaved ? undefined : failure, isFresh };
}

interface Flushing extends Pick<PackActions, 'save'> {
  kept: { current: Kept };
  latest: { readonly current: Pack };
  onCopied: (id: string) => void;
}

/** Stores the latest state, and after it what was changed meanwhile, one at a time. */
function useFlush({ kept, latest, save, onCopied }: Flushing) {
  const isSaving = useRef(false);
  const isGone = useRef(false);
  const [failure, setFailure] = useState<MessageKey>();
  const [, tell] = useState(0);
  useEffect(() => {
    isGone.current = false;
    return () => void (isGone.current = true);
  }, []);
  const flush = useCallback(async () => {
    if (isSaving.current) return;
    isSaving.current = true;
    try {
      while (latest.current !== kept.current.pack) {
        const { current } = latest;
        const { identity, base } = kept.current;
        const made = await save({ ...current, ...identity }, base);
        kept.current = keptAs(current, made);
        if (made.id !== identity.id && !isGone.current) onCopied(made.id);
      }
      setFailure(undefined);
    } catch (error) {
      setFailure(messageKeyOf(error));
    } finally {
      isSaving.current = false;
      tell((count) => count + 1);
    }
  }, [save]);
  return { flush, isSaving, failure };
}
