/** A half-open span of the scan text. */
export interface Block {
  start: number;
  end: number;
}

/** Sorts spans and joins those that overlap: `[5, 9), [0, 3), [2, 6)` → `[0, 9)`. */
export function mergeBlocks(blocks: readonly Block[]): Block[] {
  const merged: Block[] = [];
  for (const { start, end } of blocks.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** Whether a span overlaps one of `merged`, which are sorted and apart. */
export function touches(merged: readonly Block[], { start, end }: Block): boolean {
  let low = 0;
  let high = merged.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((merged[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  return (merged[low]?.start ?? Infinity) < end;
}

/** Two lists in text order as one; of two that begin together the one of `first` comes first. */
export function inTextOrder<T extends { start: number }, U extends { start: number }>(
  first: readonly T[],
  second: readonly U[],
): (T | U)[] {
  const merged: (T | U)[] = [];
  let next = 0;
  for (const one of first) {
    for (let other = second[next]; other && other.start < one.start; other = second[next]) {
      merged.push(other);
      next++;
    }
    merged.push(one);
  }
  for (let other = second[next]; other; other = second[++next]) merged.push(other);
  return merged;
}
