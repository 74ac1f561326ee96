import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Excerpt } from '../lib/core/collection/excerpt.ts';

/**
 * Hands the keyboard on when the excerpt it was on leaves the list: to the one that takes its place, or the heading.
 * Call what it gives with the ids about to leave.
 */
export function useFocusKeeper(
  found: readonly Excerpt[],
  heading: { readonly current: HTMLElement | null },
): (ids: readonly string[]) => void {
  const leaving = useRef<{ ids: ReadonlySet<string>; next: string | undefined }>(undefined);
  useLayoutEffect(() => {
    const { ids, next } = leaving.current ?? {};
    if (!ids || found.some(({ annotation }) => ids.has(annotation.id))) return;
    leaving.current = undefined;
    const card = next === undefined ? null : document.getElementById(`excerpt-${next}`);
    (card ?? heading.current)?.focus();
  }, [found, heading]);
  return (ids) => {
    const gone = new Set(ids);
    const first = found.findIndex(({ annotation }) => gone.has(annotation.id));
    const stays = ({ annotation }: Excerpt) => !gone.has(annotation.id);
    const next = found.slice(first).find(stays) ?? found.slice(0, first).findLast(stays);
    leaving.current = { ids: gone, next: next?.annotation.id };
  };
}

/** Puts the keyboard on an excerpt that comes back into the list by an undo, whose own button has just gone; once. */
export function useFocusReturned(
  found: readonly Excerpt[],
  heading: { readonly current: HTMLElement | null },
  returned: string | undefined,
): void {
  const handled = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (handled.current === returned) return;
    if (returned !== undefined && found.every(({ annotation }) => annotation.id !== returned))
      return;
    handled.current = returned;
    if (returned === undefined) return;
    (document.getElementById(`excerpt-${returned}`) ?? heading.current)?.focus();
  }, [found, heading, returned]);
}
