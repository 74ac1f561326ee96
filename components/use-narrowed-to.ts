import { useEffect } from 'preact/hooks';
import type { LibraryDesk } from '../lib/core/collection/library-desk.ts';
import type { Chosen } from '../lib/core/collection/search-index.ts';
import { idInPlace } from './programme-words.ts';

/** Narrows the library to the excerpts that cite the entry of the register its address names, once. */
export function useNarrowedTo(
  desk: Pick<LibraryDesk, 'programmes'>,
  place: string | undefined,
  narrow: (part: { chosen: Chosen }) => void,
): void {
  useEffect(() => {
    if (place === undefined) return;
    // Without its answer the library is shown whole.
    desk.programmes('open', idInPlace(place)).then(
      (opened) => opened && narrow({ chosen: opened.narrow }),
      () => undefined,
    );
  }, [desk, place]);
}
