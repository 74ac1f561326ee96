import type { Annotation, Programme } from '../annotation.ts';
import type { Source } from './excerpt.ts';

/** What excerpts are counted by. */
export type FacetName =
  'tag' | 'kind' | 'subject' | 'organisation' | 'programme' | 'outlet' | 'year' | 'state' | 'check';

/** Facets that storage keeps counts of, in the order they are shown. */
export const COUNTED_FACETS = [
  'state',
  'tag',
  'kind',
  'subject',
  'organisation',
  'programme',
  'outlet',
  'year',
  'check',
] as const satisfies readonly FacetName[];

/**
 * The values an excerpt is counted under. A figure of 2020 from Báo Gia Lai → `kind` `figure/count`,
 * `outlet` `Báo Gia Lai`, `year` `2020`, `state` `draft`, …
 */
export function facetsOf(
  annotation: Annotation,
  article: Pick<Source, 'siteName' | 'publishedTime'> | undefined,
): readonly (readonly [FacetName, string])[] {
  const { mention, tags, target, review, checks = [] } = annotation;
  return [
    ...each('tag', tags),
    ['kind', mention ? `${mention.type}/${mention.kind}` : 'selection'],
    ...each('subject', mention?.type === 'figure' && mention.subject),
    ...each('organisation', mention?.type === 'figure' && mention.scope),
    ...each('programme', mention?.type === 'programme' && programmeValue(mention)),
    ...each('outlet', article?.siteName || hostOf(target.source)),
    ...each('year', article?.publishedTime?.match(/^\d{4}/)?.[0]),
    ['state', review?.state ?? 'draft'],
    ...each('check', [...new Set(checks.map(({ verdict }) => verdict))]),
  ];
}

function each(
  facet: FacetName,
  values: readonly string[] | string | false | undefined,
): (readonly [FacetName, string])[] {
  const list = typeof values === 'string' ? [values] : values || [];
  return list.filter(Boolean).map((value) => [facet, value]);
}

/** What a document or programme is counted under: its number, else its title, else what the article calls it. */
export function programmeValue({ number, title, alias, exact }: Programme): string {
  return number ?? title ?? alias ?? exact;
}

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : undefined;
}
