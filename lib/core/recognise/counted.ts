import { skipSpaces, wordAt } from './boundary.ts';
import { isNounAt } from './nouns.ts';
import { readUnit } from './unit.ts';

/** Whether a unit or a counted noun follows: `" chi bộ"` → true. */
export function isCounted(lower: string, end: number): boolean {
  if (readUnit(lower, end)) return true;
  const next = skipSpaces(lower, end);
  if (next === end) return false;
  return isNounAt(lower, next) || wordAt(lower, next) === 'số';
}
