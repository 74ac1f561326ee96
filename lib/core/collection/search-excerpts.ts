import { foldText } from '../text.ts';
import type { Excerpt } from './excerpt.ts';

/** What the reader looks for; each part narrows, an empty part takes all. */
export interface Filter {
  /** Words in any order, diacritics and case ignored; an excerpt must have them all. */
  query: string;
  /** An excerpt must bear them all. */
  tags: readonly string[];
  /** `''`, a type (`figure`, `programme`, `selection`) or a type with a kind (`figure/percentage`). */
  kind: string;
}

export const EVERYTHING: Filter = { query: '', tags: [], kind: '' };

/** Whether a filter narrows at all. */
export function isNarrowed({ query, tags, kind }: Filter): boolean {
  return foldText(query) !== '' || tags.length > 0 || kind !== '';
}

/**
 * Picks the excerpts that fit, in the order given.
 * Query `dang vien ha` → those with `đảng viên` and `Hạ` anywhere in sentence, title, tags, note or subject.
 */
export function searchExcerpts(excerpts: readonly Excerpt[], filter: Filter): Excerpt[] {
  const words = foldText(filter.query).split(' ').filter(Boolean);
  return excerpts.filter(
    (excerpt) =>
      hasKind(excerpt, filter.kind) &&
      filter.tags.every((tag) => excerpt.annotation.tags.includes(tag)) &&
      words.every((word) => excerpt.folded.includes(word)),
  );
}

function hasKind(excerpt: Excerpt, kind: string): boolean {
  return kind === '' || kind === typeOf(excerpt) || kind === kindOf(excerpt);
}

function typeOf({ annotation: { mention } }: Excerpt): string {
  return mention?.type ?? 'selection';
}

/** `figure/percentage`, `programme/resolution`; `selection` for text the reader picked by hand. */
export function kindOf(excerpt: Excerpt): string {
  const { mention } = excerpt.annotation;
  return mention ? `${mention.type}/${mention.kind}` : 'selection';
}

export interface Facet {
  value: string;
  count: number;
}

/** Counts the values excerpts bear, most frequent first, then by name. */
export function countFacet(
  excerpts: readonly Excerpt[],
  valuesOf: (excerpt: Excerpt) => readonly string[],
): Facet[] {
  const counts = new Map<string, number>();
  for (const excerpt of excerpts) {
    for (const value of valuesOf(excerpt)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const { compare } = new Intl.Collator('vi');
  return Array.from(counts, ([value, count]) => ({ value, count })).sort(
    (a, b) => b.count - a.count || compare(a.value, b.value),
  );
}
