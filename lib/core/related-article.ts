import * as z from 'zod';

/** What an article is compared with others by. */
export const ArticleTraits = z.object({
  url: z.string(),
  canonicalUrl: z.string().optional(),
  fingerprint: z.array(z.int().nonnegative()).max(1000),
});
export type ArticleTraits = z.infer<typeof ArticleTraits>;

/** An article of the collection that is the one being read. */
export interface RelatedArticle {
  id: string;
  title: string;
  siteName?: string | undefined;
  url: string;
  /** How many excerpts of it are kept. */
  excerpts: number;
  /** One page under another address, or another page with the same text. */
  relation: 'same-page' | 'reprint';
}
