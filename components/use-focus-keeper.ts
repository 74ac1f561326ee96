import { useLayoutEffect, useRef } from 'preact/hooks';

interface Focusable {
  readonly current: HTMLElement | null;
}

interface FocusKeeper {
  /** Says which are about to leave; `false` where all of them are leaving already. */
  leave: (ids: readonly string[]) => boolean;
  /** Says that they do not leave after all. */
  stay: () => void;
}

/** Hands the keyboard on when the excerpt it was on leaves the list: to the one that takes its place, or the heading. */
export function useFocusKeeper(shown: readonly string[], heading: Focusable): FocusKeeper {
  const leaving = useRef<{ ids: ReadonlySet<string>; next: string | undefined }>(undefined);
  useLayoutEffect(() => {
    const { ids, next } = leaving.current ?? {};
    if (!ids || shown.some((id) => ids.has(id))) return;
    leaving.current = undefined;
    const item = next === undefined ? null : document.getElementById(`excerpt-${next}`);
    (item ?? heading.current)?.focus();
  }, [shown, heading]);
  const leave = (ids: readonly string[]) => {
    const under = leaving.current?.ids;
    if (under && ids.every((id) => under.has(id))) return false;
    const gone = new Set(ids);
    const first = shown.findIndex((id) => gone.has(id));
    const stays = (id: string) => !gone.has(id);
    const next = shown.slice(first).find(stays) ?? shown.slice(0, first).findLast(stays);
    leaving.current = { ids: gone, next };
    return true;
  };
  return { leave, stay: () => void (leaving.current = undefined) };
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
