import * as z from 'zod';
import { canonicalJson } from '../canonical-json.ts';
import { Pack, PackTemplate } from '../pack/pack.ts';
import { ProgrammeEntry } from './programme-entry.ts';
import { SeriesJudgement } from './series-judgement.ts';

/** What people make of the collection beside its excerpts and articles; stored, backed up and exchanged with them. */
export const Companion = z.discriminatedUnion('type', [
  ProgrammeEntry,
  SeriesJudgement,
  Pack,
  PackTemplate,
]);
export type Companion = z.infer<typeof Companion>;

export type CompanionOf<Type extends Companion['type']> = Extract<Companion, { type: Type }>;

/** A record as its maker gives it; who and when is written by the store. */
export type CompanionDraft<Type extends Companion['type'] = Companion['type']> =
  CompanionOf<Type> extends infer Each
    ? Each extends Companion
      ? Omit<Each, 'modified' | 'editor'>
      : never
    : never;

/**
 * Chooses between two records under one id, the same one whichever comes first: the later, the deletion of it included.
 * One record of all is shown; joining is commutative, associative and idempotent.
 */
export function joinCompanions(one: Companion, other: Companion): Companion {
  if (one.modified !== other.modified) return one.modified > other.modified ? one : other;
  return canonicalJson(one) >= canonicalJson(other) ? one : other;
}
