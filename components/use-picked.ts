import { useState } from 'preact/hooks';

/** Which excerpts are picked. */
export interface Picked {
  ids: ReadonlySet<string>;
  pick: (ids: readonly string[], isPicked: boolean) => void;
  clear: () => void;
}

/** Picked excerpts; they stay picked while the reader turns pages, and no longer than the search they were found by. */
export function usePicked(search: string): Picked {
  const [picked, setPicked] = useState<{ search: string; ids: ReadonlySet<string> }>({
    search,
    ids: new Set(),
  });
  const ids = picked.search === search ? picked.ids : NONE;
  return {
    ids,
    pick: (some, isPicked) => {
      const next = new Set(ids);
      for (const id of some) {
        if (isPicked) next.add(id);
        else next.delete(id);
      }
      setPicked({ search, ids: next });
    },
    clear: () => setPicked({ search, ids: NONE }),
  };
}

const NONE: ReadonlySet<string> = new Set();
