import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ItemPlace } from '../lib/core/pack/pack-edit.ts';

/** Nearer to the window's edge than this, the page scrolls along. */
const EDGE_PX = 70;
const SCROLL_PX = 14;

/** An item under the pointer and where it would be put. */
export interface Drag {
  itemId: string;
  to: ItemPlace | undefined;
}

/**
 * Lets items (`[data-pack-item]`) be dragged by a handle within and across sections (`[data-pack-section]`), by mouse,
 * pen or finger. Escape leaves everything as it was.
 */
export function useDragOrder(onDrop: (itemId: string, to: ItemPlace) => void) {
  const [drag, setDrag] = useState<Drag>();
  const dropped = useRef(onDrop);
  dropped.current = onDrop;
  const pointer = useRef({ x: 0, y: 0 });
  const itemId = drag?.itemId;
  useEffect(() => {
    if (itemId === undefined) return undefined;
    const aim = () => setDrag({ itemId, to: placeAt(pointer.current, itemId) });
    const move = ({ clientX, clientY }: PointerEvent) => {
      pointer.current = { x: clientX, y: clientY };
      aim();
    };
    const end = () => {
      const to = placeAt(pointer.current, itemId);
      setDrag(undefined);
      if (to) dropped.current(itemId, to);
    };
    const cancel = () => setDrag(undefined);
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') cancel();
    };
    const stopScrolling = scrollAlong(() => pointer.current, aim);
    const life = new AbortController();
    const { signal } = life;
    addEventListener('pointermove', move, { signal });
    addEventListener('pointerup', end, { signal });
    addEventListener('pointercancel', cancel, { signal });
    addEventListener('keydown', key, { signal });
    return () => {
      life.abort();
      stopScrolling();
    };
  }, [itemId]);
  const start = useCallback((event: PointerEvent, id: string) => {
    if (event.button !== 0) return;
    // Text would be selected along the way.
    event.preventDefault();
    (event.currentTarget as HTMLElement).focus({ preventScroll: true });
    pointer.current = { x: event.clientX, y: event.clientY };
    setDrag({ itemId: id, to: undefined });
  }, []);
  return { drag, start };
}

/** Where an item dropped at a point would stand, counted without itself. */
function placeAt({ x, y }: { x: number; y: number }, itemId: string): ItemPlace | undefined {
  const sections = [...document.querySelectorAll<HTMLElement>('[data-pack-section]')];
  const under = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-pack-section]');
  const section = under ?? nearest(sections, y);
  const sectionId = section?.dataset['packSection'];
  if (!section || sectionId === undefined) return undefined;
  const others = [...section.querySelectorAll<HTMLElement>('[data-pack-item]')].filter(
    (item) => item.dataset['packItem'] !== itemId,
  );
  return { sectionId, at: others.filter((item) => middleOf(item) < y).length };
}

function nearest(sections: readonly HTMLElement[], y: number): HTMLElement | undefined {
  const distance = (section: HTMLElement) => {
    const { top, bottom } = section.getBoundingClientRect();
    return Math.max(top - y, y - bottom, 0);
  };
  return sections.toSorted((a, b) => distance(a) - distance(b))[0];
}

function middleOf(element: HTMLElement): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}

function scrollAlong(at: () => { y: number }, scrolled: () => void): () => void {
  let frame = requestAnimationFrame(function again() {
    const { y } = at();
    const by = y < EDGE_PX ? -SCROLL_PX : y > innerHeight - EDGE_PX ? SCROLL_PX : 0;
    if (by !== 0) {
      scrollBy(0, by);
      scrolled();
    }
    frame = requestAnimationFrame(again);
  });
  return () => cancelAnimationFrame(frame);
}
