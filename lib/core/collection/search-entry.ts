import type { Annotation, Figure, Mention } from '../annotation.ts';
import type { Source } from './excerpt.ts';
import { facetsOf, type FacetName } from './facets.ts';
import { missingContext } from './missing-context.ts';
import { numberKeys } from './number-keys.ts';
import { looseWords } from './search-words.ts';
import type { ValueTable } from './value-table.ts';

/** What excerpts are found by beside their words: what they are counted by, and some more. */
export type ValueName =
  | FacetName
  | 'missing'
  | 'agreement'
  | 'unit'
  | 'title'
  | 'note'
  | 'author'
  | 'period'
  | 'host'
  | 'article';

/** What is kept in memory of one excerpt, so that a hundred thousand are searched between two key strokes. */
export interface SearchEntry {
  id: string;
  /** A line a field, each with a space before and behind. */
  words: string;
  /** ` 1837 43400000 `: what its numbers come to. */
  numbers: string;
  /** Ids in the value table. */
  values: readonly number[];
  created: string;
  modified: string;
  published: string;
  /** To sort by only; NaN where there is none. */
  amount: number;
  /** Where it stands in its article. */
  place: number;
  isTrashed: boolean;
}

/** Makes the entry of an excerpt. */
export function searchEntry(
  annotation: Annotation,
  article: Source | undefined,
  values: ValueTable<ValueName>,
): SearchEntry {
  const { id, created, modified, mention, deleted } = annotation;
  return {
    id,
    words: wordsOf(annotation, article),
    numbers: ` ${numbersOf(annotation).join(' ')} `,
    values: valuesOf(annotation, article).map(([name, value]) => values.idOf(name, value)),
    created,
    modified,
    published: article?.publishedTime ?? '',
    amount: mention?.type === 'figure' ? amountOf(mention.value) : Number.NaN,
    place: placeInArticle(annotation),
    isTrashed: deleted !== undefined,
  };
}

/** Where an excerpt's mention begins in its article, or the excerpt where it has none: a UTF-16 offset. */
export function placeInArticle({ target, mention }: Annotation): number {
  return target.selector[1].start + (mention?.start ?? 0);
}

function wordsOf(annotation: Annotation, article: Source | undefined): string {
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
  const lines = fields.flatMap((field) => (field ? [` ${looseWords(field)} `] : []));
  return [...new Set(lines)].join('\n');
}

function mentionWords(mention: Mention | undefined): (string | undefined)[] {
  if (mention?.type === 'figure') return [mention.subject, mention.property, mention.scope];
  return [mention?.number, mention?.issuer, mention?.title, mention?.alias];
}

function numbersOf({ target, mention }: Annotation): string[] {
  const stated = numberKeys(target.selector[0].exact);
  if (mention?.type !== 'figure') return stated;
  return [...stated, ...decimalsOf(mention.value).flatMap(numberKeys)];
}

function decimalsOf(value: Figure['value']): string[] {
  return typeof value === 'string' ? value.split('/') : [...value];
}

/** A ratio by its first part, a range by its lower end. */
function amountOf(value: Figure['value']): number {
  return Number(decimalsOf(value)[0]);
}

function valuesOf(
  annotation: Annotation,
  article: Source | undefined,
): (readonly [ValueName, string])[] {
  const { mention, note, author, articleId, target } = annotation;
  const figure = mention?.type === 'figure' ? mention : undefined;
  const unit = figure?.unit ?? (figure?.kind === 'percentage' ? '%' : undefined);
  const more: [ValueName, string | undefined][] = [
    ['unit', unit],
    ['period', figure?.period],
    ['title', article?.title],
    ['note', note],
    ['author', author],
    ['host', hostOf(target.source)],
    ['article', articleId],
  ];
  return [
    ...facetsOf(annotation, article),
    ...missingContext(mention).map((context) => ['missing', context] as const),
    ...more.flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
  ];
}

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined;
}
