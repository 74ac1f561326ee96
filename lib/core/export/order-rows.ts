import type { Annotation, Mention } from '../annotation.ts';
import type { Source } from '../collection/excerpt.ts';
import { foldText } from '../text.ts';
import type { Words } from '../words.ts';
import type { Row } from './row.ts';

/** How rows follow each other: as in their articles, under a heading of their own, or as they were clipped. */
export const ROW_ORDERS = ['document', 'tag', 'subject', 'organisation', 'clipped'] as const;
export type RowOrder = (typeof ROW_ORDERS)[number];

/** What excerpts are sorted by. */
export interface Ordered {
  annotation: Annotation;
  article: Pick<Source, 'publishedTime'> | undefined;
}

/** Enough of a text to tell it from others; ten thousand characters of a hostile title are not sorted by. */
const COMPARED = 300;

/** After every letter: what has no tag, subject or organisation comes last. */
const LAST = '\u{FFFF}';

/**
 * The text rows are sorted by, character by character. Under each order excerpts of one article keep their places in it,
 * and articles follow each other by the day they appeared.
 */
export function orderKey({ annotation, article }: Ordered, order: RowOrder): string {
  if (order === 'clipped') return `${annotation.created} ${annotation.id}`;
  const heading = order === 'document' ? '' : headingOf(annotation, order)?.slice(0, COMPARED);
  const place = annotation.target.selector[1].start + (annotation.mention?.start ?? 0);
  return [
    order === 'document' ? '' : heading ? foldText(heading) : LAST,
    // `chỉ bộ` and `chi bộ` fold alike, and are headings of their own.
    heading,
    article?.publishedTime?.slice(0, 10) ?? LAST,
    annotation.articleId.slice(0, 16),
    String(place).padStart(8, '0'),
    annotation.id,
  ].join('\u{1}');
}

/** Sorts excerpts for an export; `clipped` puts the newest first, as the library does. */
export function orderExcerpts<Item extends Ordered>(
  excerpts: readonly Item[],
  order: RowOrder,
): Item[] {
  const keyed = excerpts.map((excerpt) => ({ excerpt, key: orderKey(excerpt, order) }));
  const direction = order === 'clipped' ? -1 : 1;
  keyed.sort((a, b) => compareText(a.key, b.key) * direction);
  return keyed.map(({ excerpt }) => excerpt);
}

/** By code unit: the keys are folded, and a collator takes a second for 100,000 of them. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The heading a row stands under in a report; excerpts without one share a heading that says so. */
export function rowHeading({ annotation, article }: Row, order: RowOrder, words: Words): string {
  if (order === 'document' || order === 'clipped') {
    return article?.title || annotation.target.source || words('export_no_title');
  }
  return headingOf(annotation, order) || words(`export_no_${order}`);
}

function headingOf(
  { tags, mention }: Annotation,
  order: 'tag' | 'subject' | 'organisation',
): string | undefined {
  if (order === 'tag') return tags[0];
  return mention && wordsOf(mention)[order];
}

function wordsOf(mention: Mention): {
  subject?: string | undefined;
  organisation?: string | undefined;
} {
  if (mention.type === 'figure') return { subject: mention.subject, organisation: mention.scope };
  return {
    subject: mention.title ?? mention.number ?? mention.exact,
    organisation: mention.issuer,
  };
}
