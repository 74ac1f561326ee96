import type { Mention, Programme } from './annotation.ts';

/** What the mentions of one programme may each tell a part of. */
const SHARED = ['number', 'issuer', 'date', 'term', 'title', 'alias'] as const;

/**
 * Completes a programme's mention with what the article's other mentions of it say; a figure stays as it is.
 * `"Đề án này"` after `"Đề án 14"` → the mention `Đề án` with number `14`.
 */
export function completeMention(mention: Mention, mentions: readonly Mention[]): Mention {
  if (mention.type === 'figure') return mention;
  const known: Partial<Programme> = {};
  for (const other of mentions) {
    if (other.type !== 'programme' || other.entity !== mention.entity) continue;
    for (const field of SHARED) known[field] ??= other[field];
  }
  const missing = SHARED.filter((field) => mention[field] === undefined && known[field]);
  return { ...mention, ...Object.fromEntries(missing.map((field) => [field, known[field]])) };
}
