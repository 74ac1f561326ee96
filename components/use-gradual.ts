import { useEffect, useState } from 'preact/hooks';

/** Enough to fill a window; the rest follows before anybody has scrolled there. */
const AT_ONCE = 8;

/**
 * How many of `count` items to draw now: a few at once, then the others bit by bit, so that no key pressed meanwhile
 * waits for all of them. It begins anew when `key` changes.
 */
export function useGradual(count: number, key: string): number {
  const [drawn, setDrawn] = useState({ key, most: AT_ONCE });
  const most = drawn.key === key ? drawn.most : AT_ONCE;
  const isAll = most >= count;
  useEffect(() => {
    if (isAll) return undefined;
    const timer = setTimeout(() => setDrawn({ key, most: most + AT_ONCE }));
    return () => clearTimeout(timer);
  }, [key, most, isAll]);
  return Math.min(count, most);
}
