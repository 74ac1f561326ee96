import type { Annotation, StoredArticle } from '../annotation.ts';

import type { Agreement } from './agreement.ts';

/** An article without its text: all a list of excerpts needs to name its sources. */
export type Source = Omit<StoredArticle, 'text'>;

/** An annotation with its source. */
export interface Excerpt {
  annotation: Annotation;
  /** None where the article's record is damaged or was never there: the excerpt still names its address. */
  article: Source | undefined;
  /** What other people read of the same figure, where anybody did. */
  agreement?: Agreement | undefined;
}
