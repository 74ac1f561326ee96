import type { Annotation, Mention, StoredArticle } from '../annotation.ts';
import { foldText } from '../text.ts';

/** An article without its text: all a list of excerpts needs to name its sources. */
export type Source = Omit<StoredArticle, 'text'>;

/** An annotation with its source, and the words it is found by. */
export interface Excerpt {
  annotation: Annotation;
  /** None where the article's record is damaged or was never there: the excerpt still names its address. */
  article: Source | undefined;
  /** What `searchExcerpts` looks through: folded, one line a field. */
  folded: string;
}

/** Joins an annotation with its source and folds what it is searched by: sentence, title, outlet, tags, note, subject. */
export function makeExcerpt(annotation: Annotation, article: Source | undefined): Excerpt {
  const fields = [
    annotation.target.selector[0].exact,
    article?.title,
    article?.siteName,
    article?.byline,
    article?.source,
    ...annotation.tags,
    annotation.note,
    ...mentionWords(annotation.mention),
  ];
  const folded = fields.flatMap((field) => (field ? [foldText(field)] : [])).join('\n');
  return { annotation, article, folded };
}

function mentionWords(mention: Mention | undefined): (string | undefined)[] {
  if (mention?.type === 'figure') return [mention.subject, mention.property, mention.scope];
  return [mention?.number, mention?.issuer, mention?.title, mention?.alias];
}

/** Orders excerpts newest first; of those clipped in one moment, the one clipped later first. */
export function newestFirst({ annotation: a }: Excerpt, { annotation: b }: Excerpt): number {
  if (a.created !== b.created) return a.created < b.created ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
