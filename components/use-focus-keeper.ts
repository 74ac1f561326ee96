import { useLayoutEffect, useRef } from 'preact/hooks';

interface Focusable {
  readonly current: HTMLElement | null;
}

/**
 * Hands the keyboard on when the excerpt it was on leaves the list: to the one that takes its place, or the heading.
 * Call what it gives with the ids about to leave.
 */
export function useFocusKeeper(
  shown: readonly string[],
  heading: Focusable,
): (ids: readonly string[]) => void {
  const leaving = useRef<{ ids: ReadonlySet<string>; next: string | undefined }>(undefined);
  useLayoutEffect(() => {
    const { ids, next } = leaving.current ?? {};
    if (!ids || shown.some((id) => ids.has(id))) return;
    leaving.current = undefined;
    const item = next === undefined ? null : document.getElementById(`excerpt-${next}`);
    (item ?? heading.current)?.focus();
  }, [shown, heading]);
  return (ids) => {
    const gone = new Set(ids);
    const first = shown.findIndex((id) => gone.has(id));
    const stays = (id: string) => !gone.has(id);
    const next = shown.slice(first).find(stays) ?? shown.slice(0, first).findLast(stays);
    leaving.current = { ids: gone, next };
  };
}

/** Puts the keyboard on an excerpt that comes back into the list by an undo, whose own button has just gone; once. */
export function useFocusReturned(
  shown: readonly string[],
  heading: Focusable,
  returned: string | undefined,
): void {
  const handled = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (handled.current === returned) return;
    if (returned !== undefined && !shown.includes(returned)) return;
    handled.current = returned;
    if (returned === undefined) return;
    (document.getElementById(`excerpt-${returned}`) ?? heading.current)?.focus();
  }, [shown, heading, returned]);
}
