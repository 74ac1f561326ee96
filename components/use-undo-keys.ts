import { useLayoutEffect, useRef } from 'preact/hooks';

/** What can be taken back and done again, where there is anything. */
interface Steps {
  undo: (() => void) | undefined;
  redo: (() => void) | undefined;
}

/**
 * Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z, wherever in the page the keyboard is: a click beside all controls takes it from them.
 * A field that has something of its own to take back does that first; a dialog is not disturbed.
 */
export function useUndoKeys(steps: Steps): void {
  const latest = useRef(steps);
  latest.current = steps;
  // At once: the pack before must not hear a key that is meant for this one.
  useLayoutEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('keydown', (event) => serve(event, latest.current), { signal });
    return () => listening.abort();
  }, []);
}

function serve(event: KeyboardEvent, steps: Steps): void {
  const { target } = event;
  const deed = deedOf(event, steps);
  if (!deed || event.defaultPrevented || document.querySelector('dialog[open]')) return;
  if (target instanceof Element && target.closest('input[type=text], textarea')) {
    unlessField(deed);
    return;
  }
  event.preventDefault();
  deed();
}

function deedOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent, { undo, redo }: Steps) {
  if (!ctrlKey && !metaKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'y') return redo;
  if (letter !== 'z') return undefined;
  return shiftKey ? redo : undo;
}

/** Does a deed once the key pressed has been served, unless what is written in a field has changed by it. */
function unlessField(deed: () => void): void {
  const served = new AbortController();
  document.addEventListener('input', () => served.abort(), { once: true, signal: served.signal });
  setTimeout(() => {
    if (served.signal.aborted) return;
    served.abort();
    deed();
  });
}
