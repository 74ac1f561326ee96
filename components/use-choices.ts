import { useEffect, useState } from 'preact/hooks';
import { USUAL_CHOICES, type LibraryChoices } from '../lib/core/collection/library-choices.ts';
import type { LibraryDesk } from '../lib/core/collection/library-desk.ts';
import type { Deeds } from './use-library-actions.ts';

/** How the reader has the library shown; each choice is kept at once, and those of another tab are taken over. */
export function useChoices(
  desk: LibraryDesk,
  attempt: Deeds['attempt'],
): [LibraryChoices, (change: Partial<LibraryChoices>) => void] {
  const [choices, setChoices] = useState(USUAL_CHOICES);
  useEffect(() => {
    let isGone = false;
    const read = () => {
      // The usual will do where the choices cannot be read.
      desk.choices().then(
        (stored) => !isGone && setChoices(stored),
        () => undefined,
      );
    };
    read();
    // Whoever comes from another tab may have chosen otherwise there.
    addEventListener('focus', read);
    return () => {
      isGone = true;
      removeEventListener('focus', read);
    };
  }, [desk]);
  const choose = (change: Partial<LibraryChoices>) => {
    setChoices({ ...choices, ...change });
    // Only what is changed: the rest may have been chosen otherwise in another tab.
    void attempt(desk.choose(change));
  };
  return [choices, choose];
}
