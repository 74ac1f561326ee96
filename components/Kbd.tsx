import type { ComponentChildren } from 'preact';

/** A key's name on a button; the button's own name stays without it. */
export function Kbd({ children }: { children: ComponentChildren }) {
  return <kbd aria-hidden="true">{children}</kbd>;
}
