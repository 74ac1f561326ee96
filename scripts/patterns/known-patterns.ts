import { readFileSync, writeFileSync } from 'node:fs';
import { hasBoundedRepeats } from './bounded-repeats.ts';
import { patternKey } from './check-pattern.ts';
import type { Pattern } from './collect-patterns.ts';

/** Why a pattern that recheck does not call linear may stay. */
export interface Excuse {
  file: string;
  /** How its source begins. */
  pattern: string;
  /** What is bounded: the text it is given, or each repeat in it. */
  bound: 'input' | 'repeats';
  why: string;
}

const LINEAR = new URL('../../tests/patterns/linear.json', import.meta.url);
const BOUNDED = new URL('../../tests/patterns/bounded.json', import.meta.url);

/** The keys, by file, of the patterns that recheck called linear before: judging them all takes minutes. */
export function readLinear(): Record<string, string[]> {
  return JSON.parse(readFileSync(LINEAR, 'utf8')) as Record<string, string[]>;
}

/** Remembers patterns that recheck called linear, and forgets those that are gone. */
export function writeLinear(patterns: readonly Pattern[]): void {
  const byFile = Object.groupBy(patterns, ({ file }) => file);
  const keys = Object.entries(byFile).map(([file, own = []]) => [
    file,
    own.map(patternKey).toSorted(),
  ]);
  const sorted = Object.fromEntries(keys.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
  writeFileSync(LINEAR, `${JSON.stringify(sorted, null, 2)}\n`);
}

/** The patterns that may stay though recheck does not call them linear. */
export function readExcuses(): Excuse[] {
  return JSON.parse(readFileSync(BOUNDED, 'utf8')) as Excuse[];
}

/** The excuse a pattern has, if any; one for its repeats only where they are bounded. */
export function excuseOf(
  excuses: readonly Excuse[],
  { file, source }: Pattern,
): Excuse | undefined {
  return excuses.find(
    (excuse) =>
      excuse.file === file &&
      source.startsWith(excuse.pattern) &&
      (excuse.bound === 'input' || hasBoundedRepeats(source)),
  );
}
