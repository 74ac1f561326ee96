import { useLayoutEffect, useRef } from 'preact/hooks';

/** Gives the keyboard to an element when it appears; `autofocus` alone does so only while a page loads. */
export function useFirstFocus<Kind extends HTMLElement>() {
  const element = useRef<Kind>(null);
  useLayoutEffect(() => element.current?.focus(), []);
  return element;
}
