import { useMemo, useState } from 'preact/hooks';
import type { Excerpt } from '../lib/core/collection/excerpt.ts';

/** Which excerpts are picked; of those picked, only the ones still found count, in the order they are found. */
export function usePicked(found: readonly Excerpt[]) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const pickedIds = useMemo(
    () => found.map(({ annotation }) => annotation.id).filter((id) => picked.has(id)),
    [found, picked],
  );
  const pick = (ids: readonly string[], isPicked: boolean) => {
    const next = new Set(picked);
    for (const id of ids) {
      if (isPicked) next.add(id);
      else next.delete(id);
    }
    setPicked(next);
  };
  return { picked, pickedIds, pick };
}
