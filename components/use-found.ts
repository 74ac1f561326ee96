import { useEffect, useRef, useState } from 'preact/hooks';
import type { FoundPage, LibraryDesk, PageRequest } from '../lib/core/collection/library-desk.ts';
import type { SearchRequest } from '../lib/core/collection/search-index.ts';
import { messageKeyOf } from './use-notice.ts';
import type { MessageKey } from './i18n.tsx';

interface Asked {
  request: SearchRequest;
  page: PageRequest;
}

/** What a search finds, and found again whenever the collection changes. */
export interface Found {
  page: FoundPage | undefined;
  /** The search that `page` answers; while a later one is under way it is not the one asked for. */
  request: SearchRequest | undefined;
  failure: MessageKey | undefined;
}

/** Asks the desk one question at a time, and after it the latest asked meanwhile: fast typing piles nothing up. */
export function useFound(desk: LibraryDesk, asked: Asked, version: number): Found {
  const [found, setFound] = useState<Found>({
    page: undefined,
    request: undefined,
    failure: undefined,
  });
  const wanted = useRef<Asked>(undefined);
  const isAsking = useRef(false);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => void (isGone.current = true);
  }, []);
  const key = JSON.stringify(asked);
  useEffect(() => {
    wanted.current = asked;
    const work = async () => {
      isAsking.current = true;
      for (let next = wanted.current; next && !isGone.current; next = wanted.current) {
        wanted.current = undefined;
        const { request, page } = next;
        await desk.find(request, page).then(
          (answer) => !isGone.current && setFound({ page: answer, request, failure: undefined }),
          (error: unknown) => setFound((was) => ({ ...was, failure: messageKeyOf(error) })),
        );
      }
      isAsking.current = false;
    };
    if (!isAsking.current) void work();
  }, [desk, key, version]);
  return found;
}
