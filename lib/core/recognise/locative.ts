import { anyOf, WORD_END } from './boundary.ts';
import lexicon from './lexicon/locatives.json' with { type: 'json' };

const PLACE = new RegExp(`^\\s{1,2}(?:${anyOf(lexicon.places)})${WORD_END}`, 'u');
const VERB = new RegExp(`(?<![\\p{L}\\p{M}])(?:${anyOf(lexicon.verbs)})${WORD_END}`, 'u');
const NOT_BEFORE = new Set(lexicon.notBefore);
const LONGEST_PLACE = 24;
/** So many places or more are counted roughly: `triển khai trên 120 xã`. */
const MANY = 100;
/** Verbs whose object a place may be (`xây dựng trên 50 tuyến đường`): only a few of them tell where. */
const MAKING = new RegExp(`(?:${anyOf(lexicon.makers)})$`, 'u');
const FEW = 10;

/**
 * Whether `trên` before a number says where, not more than; `words` stand before it, the nearest first.
 * `"thực hiện trên 4 xã"` → true; `"kết nạp trên 300 đảng viên"` → false.
 */
export function isLocative(
  lower: string,
  { start, end }: { start: number; end: number },
  words: readonly string[],
): boolean {
  if (NOT_BEFORE.has(words[0] ?? '')) return false;
  if (!PLACE.test(lower.slice(end, end + LONGEST_PLACE))) return false;
  const before = words.toReversed().join(' ');
  const least = MAKING.test(before) ? FEW : MANY;
  const spelledOrFew = !(Number(lower.slice(start, end)) >= least);
  return spelledOrFew && VERB.test(before);
}
