import type { Article, StoredArticle } from '../annotation.ts';
import { sourceKey } from '../source-key.ts';

/** SHA-256 of some bytes; `crypto.subtle` gives it wherever the page is a secure one, as extension pages are. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>;

/**
 * Makes the record an article is stored as. Its id is the SHA-256 (hex) of its source key and text, so that one text
 * of one page is stored once, however often and through whichever of its addresses it is clipped.
 */
export async function storedArticle(
  article: Article,
  captured: string,
  digest: Digest,
): Promise<StoredArticle> {
  const key = sourceKey(article.url);
  const bytes = new TextEncoder().encode(`${key}\n${article.text}`);
  const hash = new Uint8Array(await digest(bytes));
  const id = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { ...article, id, sourceKey: key, captured };
}
