import { useEffect, useState } from 'preact/hooks';
import type { ArticlePage, LibraryDesk } from '../lib/core/collection/library-desk.ts';

/** A page of the articles found by some words, and found again whenever the collection changes. */
export function useArticles(
  desk: LibraryDesk,
  text: string,
  { at, size }: { at: number; size: number },
  version: number,
): ArticlePage | undefined {
  const [page, setPage] = useState<ArticlePage>();
  useEffect(() => {
    let isLate = false;
    desk.listArticles(text, at * size, size).then(
      (found) => !isLate && setPage(found),
      () => undefined,
    );
    return () => void (isLate = true);
  }, [desk, text, at, size, version]);
  return page;
}
