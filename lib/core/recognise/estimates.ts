import { anyOf, textBefore } from './boundary.ts';
import lexicon from './lexicon/cues.json' with { type: 'json' };

/** How far before its value a verb of estimating is looked for. */
const REACH = 72;
/** What every verb of estimating holds: most values have neither before them. */
const SIGNS = ['ước ', 'tính '];
const WORDS = String.raw`(?!(?:${anyOf(lexicon.notEstimated)}) )\p{Ll}{1,10} `;
const ESTIMATED = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?<!(?:${anyOf(lexicon.notEstimatingAfter)}) )(?:${anyOf(lexicon.estimating)}) (?:${WORDS}){1,8}$`,
  'u',
);

/** Whether the words before a value estimate it: `"Ước thiệt hại ban đầu "` → true, `"điều ước quốc tế có "` → false. */
export function isEstimatedAt(lower: string, start: number): boolean {
  const before = textBefore(lower, start, REACH);
  return SIGNS.some((sign) => before.includes(sign)) && ESTIMATED.test(before);
}
