import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
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
  // Before the next event: a tap is over sooner than a page is painted.
  useLayoutEffect(() => {
    if (itemId === undefined) return undefined;
    const life = new AbortController();
    const { signal } = life;
    const aim = () => setDrag({ itemId, to: placeAt(pointer.current, itemId) });
    const move = ({ clientX, clientY }: PointerEvent) => {
      pointer.current = { x: clientX, y: clientY };
      aim();
    };
    // At once and not with the next drawing: until then the page would scroll on, and take hold of the item again.
    const letGo = () => {
      life.abort();
      setDrag(undefined);
    };
    const end = () => {
      const to = placeAt(pointer.current, itemId);
      letGo();
      if (to) dropped.current(itemId, to);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') letGo();
    };
    addEventListener('pointermove', move, { signal });
    addEventListener('pointerup', end, { signal });
    addEventListener('pointercancel', letGo, { signal });
    addEventListener('keydown', key, { signal });
    scrollAlong(() => pointer.current, aim, signal);
    return () => life.abort();
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

/** Scrolls the page while a point is near the window's upper or lower edge, until the signal ends it. */
function scrollAlong(at: () => { y: number }, scrolled: () => void, signal: AbortSignal): void {
  requestAnimationFrame(function again() {
    if (signal.aborted) return;
    const { y } = at();
    const by = y < EDGE_PX ? -SCROLL_PX : y > innerHeight - EDGE_PX ? SCROLL_PX : 0;
    if (by !== 0) {
      scrollBy(0, by);
      scrolled();
    }
    requestAnimationFrame(again);
  });
}
