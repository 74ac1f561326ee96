import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** How long a page that has gone there may take to say so: its word may wait for the background to start. */
const PATIENCE_MS = 3000;

/**
 * Where the reader is: where the last step leads while the page has not said that it is there, else where the page
 * says. Keys pressed meanwhile act on that, and it is what is to be shown.
 */
export function useAim(current: number | undefined, show: (at: number) => Promise<void>) {
  /** Where steps have led since the page last said where it is. */
  const path = useRef<readonly number[]>([]);
  const [, redraw] = useState({});
  const turn = (next: readonly number[]) => {
    path.current = next;
    redraw({});
  };
  useLayoutEffect(() => {
    const isOnItsWay = current !== path.current.at(-1) && path.current.includes(current ?? -1);
    if (path.current.length > 0 && !isOnItsWay) turn([]);
  }, [current]);
  const at = () => path.current.at(-1) ?? current;
  return {
    at,
    go: async (next: number) => {
      const taken = [...path.current, next];
      turn(taken);
      await show(next);
      setTimeout(() => path.current === taken && turn([]), PATIENCE_MS);
    },
  };
}
