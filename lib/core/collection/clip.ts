import * as z from 'zod';
import { Annotation, Article } from '../annotation.ts';

/** An annotation as the page sends it: which stored article it belongs to, and whose it is, is settled where it is stored. */
export const Draft = Annotation.omit({
  articleId: true,
  author: true,
  editor: true,
  review: true,
  revision: true,
  parents: true,
});
export type Draft = z.infer<typeof Draft>;

/** An article and the excerpts clipped from it in one go. */
export const Clip = z.object({ article: Article, annotations: z.array(Draft) });
export type Clip = z.infer<typeof Clip>;

/**
 * Tells whether two annotations of one page mark the same thing: the same mention of the same sentence.
 * In one text the position tells twin sentences apart; between two versions of a page their surroundings do.
 */
export function isSameExcerpt(one: Annotation, other: Annotation): boolean {
  const [quote, position] = one.target.selector;
  const [otherQuote, otherPosition] = other.target.selector;
  if (quote.exact !== otherQuote.exact || !isSameMention(one, other)) return false;
  return one.articleId === other.articleId
    ? position.start === otherPosition.start
    : quote.prefix === otherQuote.prefix && quote.suffix === otherQuote.suffix;
}

function isSameMention({ mention: one }: Annotation, { mention: other }: Annotation): boolean {
  return one?.type === other?.type && one?.start === other?.start && one?.end === other?.end;
}
