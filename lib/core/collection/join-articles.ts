import type { StoredArticle } from '../annotation.ts';
import { canonicalJson } from '../canonical-json.ts';

/**
 * Chooses between two records of one article, the same one whichever comes first: the one a person edited later;
 * of two nobody edited, the one captured first.
 */
export function joinArticles(one: StoredArticle, other: StoredArticle): StoredArticle {
  const order =
    compare(other.modified ?? '', one.modified ?? '') ||
    compare(one.captured, other.captured) ||
    compare(canonicalJson(one), canonicalJson(other));
  return order <= 0 ? one : other;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
