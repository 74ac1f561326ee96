import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import type { LibraryDesk, OpenArticle } from '../lib/core/collection/library-desk.ts';
import { actOfKey, isTyping } from './use-list-keys.ts';

interface ShownExcerpt {
  /** None where it is gone or lies in the trash. */
  excerpt: Excerpt | undefined;
  article: OpenArticle | undefined;
}

/** An excerpt with its article, as they are now. */
export function useExcerpt(
  desk: LibraryDesk,
  id: string,
  version: number,
): ShownExcerpt | undefined {
  const [shown, setShown] = useState<ShownExcerpt>();
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const [excerpt] = await desk.excerpts([id]);
      const isThere = excerpt && !excerpt.annotation.deleted;
      const article = isThere ? await desk.openArticle(excerpt.annotation.articleId) : undefined;
      if (!isGone) setShown({ excerpt: isThere ? excerpt : undefined, article });
    };
    read().catch(() => !isGone && setShown({ excerpt: undefined, article: undefined }));
    return () => void (isGone = true);
  }, [desk, id, version]);
  return shown;
}

/** As long as the second press of a double one may take, and less than it takes to see anything. */
const GLANCE_MS = 200;

/** Whether something has been there long enough to be seen: the key that brought it, pressed twice, is not meant for it. */
export function useGlance(isThere: boolean): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (!isThere) return undefined;
    const timer = setTimeout(() => setSeen(true), GLANCE_MS);
    return () => clearTimeout(timer);
  }, [isThere]);
  return isThere && isSeen;
}

/** Keys that act wherever the focus is, but in a field or a dialog. */
export function useReviewKeys(keys: Record<string, () => void>): void {
  const latest = useRef(keys);
  latest.current = keys;
  // At once: the excerpt before had these keys a moment ago.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (document.querySelector('dialog[open]')) return;
      const act = actOfKey(latest.current, event.key);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
