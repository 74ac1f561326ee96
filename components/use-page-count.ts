import { useEffect } from 'preact/hooks';

/**
 * How many pages of `size` a list has, and keeps to them the one shown: a deed may have taken the last away.
 * `total` is absent until it is known; pages count from 0.
 */
export function usePageCount(
  total: number | undefined,
  size: number,
  at: number,
  onPage: (page: number) => void,
): number {
  const pages = Math.ceil((total ?? 0) / size);
  useEffect(() => {
    if (total !== undefined && at > 0 && at >= pages) onPage(Math.max(0, pages - 1));
  }, [total, at, pages, onPage]);
  return pages;
}
