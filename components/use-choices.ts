import { useEffect, useState } from 'preact/hooks';
import { USUAL_CHOICES, type LibraryChoices } from '../lib/core/collection/library-choices.ts';
import type { LibraryDesk } from '../lib/core/collection/library-desk.ts';
import type { Deeds } from './use-library-actions.ts';

/** How the reader has the library shown; each choice is kept at once. */
export function useChoices(
  desk: LibraryDesk,
  attempt: Deeds['attempt'],
): [LibraryChoices, (change: Partial<LibraryChoices>) => void] {
  const [choices, setChoices] = useState(USUAL_CHOICES);
  useEffect(() => {
    let isGone = false;
    // The usual will do where the choices cannot be read.
    desk.choices().then(
      (stored) => !isGone && setChoices(stored),
      () => undefined,
    );
    return () => void (isGone = true);
  }, [desk]);
  const choose = (change: Partial<LibraryChoices>) => {
    const next = { ...choices, ...change };
    setChoices(next);
    void attempt(desk.choose(next));
  };
  return [choices, choose];
}
