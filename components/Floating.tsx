import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { boxAround, placeCard, type Box } from './place-card.ts';

interface FloatingProps {
  /** Where the mark stands now, a box a line; none when its text is gone. */
  linesOf: () => readonly Box[];
  /** Changes when another mark is shown or the content grows. */
  subject: unknown;
  children: ComponentChildren;
}

/** What `scrollHeight` leaves out of a card's height. */
const BORDERS = 5;
/** Pause between two looks at where the mark is. */
const LOOK_MS = 200;

/** Keeps its child beside a mark while the page scrolls, resizes and shifts, never over it. */
export function Floating({ linesOf, subject, children }: FloatingProps) {
  const holder = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = () => {
      const card = holder.current?.firstElementChild;
      if (!(card instanceof HTMLElement)) return;
      const size = { width: card.offsetWidth, height: card.scrollHeight + BORDERS };
      // Without the scroll bars, which the window's own size would count in.
      const { clientWidth, clientHeight } = document.documentElement;
      const view = { width: clientWidth, height: Math.min(clientHeight, window.innerHeight) };
      const mark = boxAround(linesOf(), view.height / 2);
      if (!mark) return;
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
    // Pictures that load and parts that unfold push a mark along, and no event tells of it.
    const looking = setInterval(place, LOOK_MS);
    return () => {
      clearInterval(looking);
      listening.abort();
      resized.disconnect();
    };
  }, [linesOf, subject]);
  return <div ref={holder}>{children}</div>;
}
