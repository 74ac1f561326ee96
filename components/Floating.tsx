import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { placeCard, type Box } from './place-card.ts';

interface FloatingProps {
  /** Where the mark stands now; `undefined` when its text is gone. */
  boxOf: () => Box | undefined;
  /** Changes when another mark is shown or the content grows. */
  subject: unknown;
  children: ComponentChildren;
}

/** What `scrollHeight` leaves out of a card's height. */
const BORDERS = 5;

/** Keeps its child beside a mark while the page scrolls and resizes, never over it. */
export function Floating({ boxOf, subject, children }: FloatingProps) {
  const holder = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = () => {
      const card = holder.current?.firstElementChild;
      const mark = boxOf();
      if (!(card instanceof HTMLElement) || !mark) return;
      const size = { width: card.offsetWidth, height: card.scrollHeight + BORDERS };
      // Without the scroll bars, which the window's own size would count in.
      const { clientWidth, clientHeight } = document.documentElement;
      const view = { width: clientWidth, height: Math.min(clientHeight, window.innerHeight) };
      const { left, top, maxHeight } = placeCard(mark, size, view);
      card.style.maxHeight = `${maxHeight}px`;
      card.style.left = `${left}px`;
      card.style.top = `${top}px`;
    };
    place();
    const listening = new AbortController();
    const options = { signal: listening.signal, passive: true, capture: true };
    window.addEventListener('scroll', place, options);
    window.addEventListener('resize', place, options);
    const resized = new ResizeObserver(place);
    if (holder.current?.firstElementChild) resized.observe(holder.current.firstElementChild);
    return () => {
      listening.abort();
      resized.disconnect();
    };
  }, [boxOf, subject]);
  return <div ref={holder}>{children}</div>;
}
