import type { Annotation, StoredArticle } from '../annotation.ts';

/** An article without its text: all a list of excerpts needs to name its sources. */
export type Source = Omit<StoredArticle, 'text'>;

/** An annotation with its source. */
export interface Excerpt {
  annotation: Annotation;
  /** None where the article's record is damaged or was never there: the excerpt still names its address. */
  article: Source | undefined;
}

/** Orders excerpts newest first; of those clipped in one moment, the one clipped later first. */
export function newestFirst({ annotation: a }: Excerpt, { annotation: b }: Excerpt): number {
  if (a.created !== b.created) return a.created < b.created ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
