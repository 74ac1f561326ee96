import type { Annotation, StoredArticle } from '../annotation.ts';
import { verifyExcerpt, type Verdict } from '../collection/verify-excerpt.ts';

/** One excerpt as it goes out, compared with its article's stored text. */
export interface Row {
  annotation: Annotation;
  article: StoredArticle | undefined;
  verdict: Verdict;
  /** The article cited in the style chosen, where that is another than the Vietnamese one. */
  citation?: string | undefined;
}

/** Joins an excerpt with its article and compares the two. */
export function makeRow(annotation: Annotation, article: StoredArticle | undefined): Row {
  return { annotation, article, verdict: verifyExcerpt(annotation, article) };
}

/** The sentence an excerpt quotes. */
export function quoteOf({ target }: Annotation): string {
  return target.selector[0].exact;
}
