import type { Annotation, Colour, Figure, Programme, Review } from '../annotation.ts';
import type { Deed } from './revision.ts';
import { tidyTags } from './tags.ts';

/** What a person changes of an excerpt; a field that is not named stays. */
export interface Edit {
  tags?: readonly string[] | undefined;
  note?: string | undefined;
  /** `undefined`, where it is named, takes the colour away. */
  colour?: Colour | undefined;
  review?: Review | undefined;
}

/** What a reviewer decides; who sends an excerpt back says why. */
export type Decision =
  | { state: 'draft' | 'checked' | 'approved'; reason?: string }
  | { state: 'returned'; reason: string };

/** The record of what a reviewer decides. */
export function reviewOf({ state, reason = '' }: Decision, { now, by }: Deed): Review {
  return {
    state,
    ...(by && { by }),
    at: now.toISOString(),
    ...(reason.trim() && { reason: reason.trim() }),
  };
}

/** Makes the content that an edit gives; the argument itself where nothing changes. */
export function applyEdit(before: Annotation, edit: Edit): Annotation {
  const { colour, review, tags, note } = { ...before, ...edit };
  const { colour: _, review: __, ...rest } = before;
  const after = {
    ...rest,
    tags: edit.tags ? tidyTags(tags ?? []) : before.tags,
    note: note ?? before.note,
    ...(colour && { colour }),
    ...(review && { review }),
  };
  return isUnchanged(before, after) ? before : after;
}

function isUnchanged(before: Annotation, after: Annotation): boolean {
  const fields = ['tags', 'note', 'colour', 'review'] as const;
  return fields.every((field) => JSON.stringify(before[field]) === JSON.stringify(after[field]));
}

/** Fields of a mention that a person can fill in where the article does not give them, or gave them elsewhere. */
const FILLABLE = {
  figure: ['subject', 'property', 'unit', 'of', 'per', 'period', 'scope', 'baseline'],
  programme: ['number', 'issuer', 'date', 'term', 'title', 'alias'],
} as const satisfies {
  figure: readonly (keyof Figure)[];
  programme: readonly (keyof Programme)[];
};

export type Completion = Partial<
  Record<(typeof FILLABLE)['figure'][number] | (typeof FILLABLE)['programme'][number], string>
>;

/**
 * Fills in fields of the mention, and names them as a person's; an empty text takes a field away. What was approved is
 * then something else: the excerpt is a draft again. Fields that the mention's type does not have are passed over.
 */
export function completeMention(before: Annotation, completion: Completion): Annotation {
  const { mention, completed = [], review: _, ...rest } = before;
  if (!mention) return before;
  const fillable: readonly string[] = FILLABLE[mention.type];
  const given = Object.entries(completion)
    .filter(([field]) => fillable.includes(field))
    .map(([field, text]) => [field, text.normalize('NFC').trim()] as const)
    .filter(([field, text]) => text !== ((mention as Record<string, unknown>)[field] ?? ''));
  if (given.length === 0) return before;
  const filled = Object.fromEntries(given.map(([field, text]) => [field, text || undefined]));
  const after = Object.entries({ ...mention, ...filled }).filter(
    ([, value]) => value !== undefined,
  );
  return {
    ...rest,
    mention: Object.fromEntries(after) as typeof mention,
    completed: [...new Set([...completed, ...given.map(([field]) => field)])],
  };
}
