import { useState } from 'preact/hooks';

/** The ids picked, in the order they were picked. */
export interface Picking {
  picked: readonly string[];
  isPicked: (id: string) => boolean;
  pick: (ids: readonly string[], isPicked: boolean) => void;
}

/** Ids that are picked one by one or many at a time, and stay picked whatever is looked at meanwhile. */
export function usePicking(first: () => Iterable<string> = () => []): Picking {
  const [picked, setPicked] = useState<ReadonlySet<string>>(() => new Set(first()));
  return {
    picked: [...picked],
    isPicked: (id) => picked.has(id),
    pick: (ids, isPicked) =>
      setPicked((was) => {
        const others = [...was].filter((id) => !ids.includes(id));
        return new Set(isPicked ? [...was, ...ids] : others);
      }),
  };
}
