import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Gives the keyboard back to what had it where a drawing only moved it: an excerpt that takes another place in a list
 * is taken out of the page for a moment, and browsers let the keyboard go then.
 */
export function useKeptFocus(): void {
  const holder = useRef<HTMLElement>(undefined);
  useLayoutEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const take = ({ target }: FocusEvent) => {
      holder.current = target instanceof HTMLElement ? target : undefined;
    };
    // A reader who clicks beside everything means it. Drawings end before this looks.
    const leave = () =>
      queueMicrotask(() => {
        if (document.activeElement !== holder.current) holder.current = undefined;
      });
    document.addEventListener('focusin', take, { signal });
    document.addEventListener('focusout', leave, { signal });
    return () => listening.abort();
  }, []);
  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body && holder.current?.isConnected;
    if (isLost) holder.current?.focus({ preventScroll: true });
  });
}
