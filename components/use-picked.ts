import { useState } from 'preact/hooks';
import type { Selection } from '../lib/core/collection/library-desk.ts';
import type { SearchRequest } from '../lib/core/collection/search-index.ts';

/** Which excerpts are picked. */
export interface Picked {
  has: (id: string) => boolean;
  count: number;
  selection: Selection;
  pick: (ids: readonly string[], isPicked: boolean) => void;
  /** Picks all that is found, however much that is, or nothing. */
  pickAll: (isPicked: boolean) => void;
}

/** The ids that are picked, or where all that is found is, those that are not. */
interface Marks {
  search: string;
  isAll: boolean;
  ids: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** Picked excerpts; they stay picked while the reader turns pages, and no longer than the search they were found by. */
export function usePicked(request: SearchRequest, total: number): Picked {
  const search = JSON.stringify([request.text, request.chosen]);
  const [marks, setMarks] = useState<Marks>({ search, isAll: false, ids: NONE });
  const { isAll, ids } = marks.search === search ? marks : { isAll: false, ids: NONE };
  return {
    has: (id) => ids.has(id) !== isAll,
    count: isAll ? Math.max(0, total - ids.size) : ids.size,
    selection: isAll ? { found: request, but: [...ids] } : [...ids],
    pick: (some, isPicked) => {
      const next = new Set(ids);
      for (const id of some) {
        if (isPicked === isAll) next.delete(id);
        else next.add(id);
      }
      setMarks({ search, isAll, ids: next });
    },
    pickAll: (isPicked) => setMarks({ search, isAll: isPicked, ids: NONE }),
  };
}
