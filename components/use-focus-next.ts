import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Gives the keyboard to an element of the next drawing, when `drawn` has changed: what it was on may be gone or drawn
 * anew. Call what it gives with selectors, the best first; without any that is there the keyboard stays where it is.
 */
export function useFocusNext(drawn: unknown): (...selectors: readonly string[]) => void {
  const wanted = useRef<readonly string[]>([]);
  useLayoutEffect(() => {
    const selectors = wanted.current;
    wanted.current = [];
    for (const selector of selectors) {
      const found = document.querySelector<HTMLElement>(selector);
      if (!found) continue;
      found.focus();
      found.scrollIntoView({ block: 'nearest' });
      return;
    }
  }, [drawn]);
  return (...selectors) => {
    wanted.current = selectors;
  };
}
