import { useEffect, useState } from 'preact/hooks';
import { fingerprint } from '../../lib/core/collection/reprints.ts';
import type { RelatedArticle } from '../../lib/core/related-article.ts';
import { request, requestPage } from '../../lib/platform/messages.ts';

/** What is kept of the article being read under other addresses; none while that is not known. */
export function useRelated(
  tabId: number | undefined,
  article: { url: string; canonicalUrl?: string | undefined } | undefined,
): readonly RelatedArticle[] {
  const [related, setRelated] = useState<readonly RelatedArticle[]>([]);
  const { url, canonicalUrl } = article ?? {};
  useEffect(() => {
    setRelated([]);
    if (tabId === undefined || url === undefined) return undefined;
    let isLeft = false;
    const ask = async () => {
      const text = await requestPage(tabId, 'articleText', {});
      const traits = { url, canonicalUrl, fingerprint: [...fingerprint(text)] };
      const found = await request('relatedArticles', traits);
      if (!isLeft) setRelated(found);
    };
    // A word beside the article, that is missed by nobody where it cannot be had.
    ask().catch(() => undefined);
    return () => void (isLeft = true);
  }, [tabId, url, canonicalUrl]);
  return related;
}
