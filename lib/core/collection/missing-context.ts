import type { Mention } from '../annotation.ts';
import type { Completion } from './edit.ts';

/** What a figure needs to be understood outside its article, and the field that says it. */
export const CONTEXT_FIELDS = {
  period: 'period',
  denominator: 'of',
  organisation: 'scope',
} as const satisfies Record<string, keyof Completion>;
export type Context = keyof typeof CONTEXT_FIELDS;

/**
 * What a figure leaves open: when it holds, whose it is and, of a percentage, what it is a share of. Nothing is missing
 * of how long something takes, nor of a change's own percentage, which is no share.
 * `31,3 %` of 2020 with no organisation → `['denominator', 'organisation']`.
 */
export function missingContext(mention: Mention | undefined): Context[] {
  if (mention?.type !== 'figure' || mention.kind === 'duration') return [];
  const isShare = mention.kind === 'percentage' && !mention.change;
  const missing: Context[] = [];
  if (!mention.period) missing.push('period');
  if (isShare && !mention.of && !mention.per) missing.push('denominator');
  if (!mention.scope) missing.push('organisation');
  return missing;
}
