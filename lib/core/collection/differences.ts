import type { Annotation } from '../annotation.ts';
import { canonicalJson } from '../canonical-json.ts';

/** What one state of an excerpt says otherwise than the one before it; both sides as plain values. */
export interface Difference {
  /** `tags`, `note`, `colour`, `state`, `reason`, `deleted`, or a field of the mention: `mention.period`. */
  field: string;
  before: string;
  after: string;
}

/**
 * Lists what changed from one state to the next, in a fixed order.
 * A tag added → `[{ field: 'tags', before: 'họp', after: 'họp; xã' }]`.
 */
export function differences(before: Annotation, after: Annotation): Difference[] {
  const [was, is] = [sayingsOf(before), sayingsOf(after)];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return fields.flatMap((field) => {
    const [one, other] = [was[field] ?? '', is[field] ?? ''];
    return one === other ? [] : [{ field, before: one, after: other }];
  });
}

/** Fields that say where a mention is or how it was found, not what it says. */
const SILENT = new Set(['start', 'end', 'rule', 'entity', 'flags', 'type']);

function sayingsOf({ tags, note, colour, review, deleted, mention }: Annotation) {
  const sayings: Record<string, string> = {
    tags: tags.join('; '),
    note,
    colour: colour ?? '',
    state: review?.state ?? 'draft',
    reason: review?.reason ?? '',
    deleted: deleted ? 'deleted' : '',
  };
  for (const [field, value] of Object.entries(mention ?? {})) {
    if (!SILENT.has(field)) {
      sayings[`mention.${field}`] = typeof value === 'string' ? value : canonicalJson(value);
    }
  }
  return sayings;
}
