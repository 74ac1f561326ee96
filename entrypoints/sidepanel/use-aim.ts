import { useRef } from 'preact/hooks';

/** Where the reader is: where the last step leads while the page has not yet gone there, else where the page says. */
export function useAim(current: number | undefined, show: (at: number) => Promise<unknown>) {
  const aim = useRef<{ at: number }>(undefined);
  return {
    at: () => aim.current?.at ?? current,
    go: (at: number) => {
      const last = { at };
      aim.current = last;
      const forget = () => {
        if (aim.current === last) aim.current = undefined;
      };
      show(at).then(forget, forget);
    },
  };
}
