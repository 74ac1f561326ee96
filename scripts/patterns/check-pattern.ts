import { createHash } from 'node:crypto';
import process from 'node:process';
import { checkSync } from 'recheck';
import type { Pattern } from './collect-patterns.ts';

/** How a pattern's worst case grows with its input, as recheck judges it. */
export type Growth = 'linear' | 'polynomial' | 'exponential' | 'unknown';

const LONGEST_CHECK_MS = 10_000;

/** Judges one pattern; what recheck cannot settle in time is `unknown`. `/(a+)+$/` → `exponential`. */
export function checkPattern({ source, flags }: Omit<Pattern, 'file'>): Growth {
  // The others are a Java archive and native programs, which not every machine can run.
  process.env['RECHECK_BACKEND'] = 'pure';
  const verdict = checkSync(source, flags, { timeout: LONGEST_CHECK_MS });
  if (verdict.status === 'safe') return 'linear';
  if (verdict.status === 'unknown') return 'unknown';
  return verdict.complexity.type === 'exponential' ? 'exponential' : 'polynomial';
}

/** A short name by which a pattern judged linear is known again. */
export function patternKey({ source, flags }: Omit<Pattern, 'file'>): string {
  return createHash('sha256').update(`/${source}/${flags}`).digest('base64url').slice(0, 12);
}
