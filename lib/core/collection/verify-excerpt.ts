import type { Annotation, StoredArticle } from '../annotation.ts';
import { matchQuote } from '../selector.ts';

/** Whether an excerpt still says what its stored article says, or why not. */
export type Verdict =
  'verified' | 'no_article' | 'quote_changed' | 'quote_missing' | 'mention_moved';

/**
 * Compares an excerpt with the stored text of its article: the quote must stand there to the letter and the digit,
 * and the mention at its place in the quote.
 */
export function verifyExcerpt(annotation: Annotation, article: StoredArticle | undefined): Verdict {
  const { selector } = annotation.target;
  const { mention } = annotation;
  const [{ exact }, { start, end }] = selector;
  if (!article) return 'no_article';
  if (mention && exact.slice(mention.start, mention.end) !== mention.exact) return 'mention_moved';
  if (exact !== '' && article.text.slice(start, end) === exact) return 'verified';
  const { state } = matchQuote(article.text, selector);
  if (state === 'changed') return 'quote_changed';
  return state === 'orphan' ? 'quote_missing' : 'verified';
}
