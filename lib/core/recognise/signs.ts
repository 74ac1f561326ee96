import { spacesStart, wordBefore } from './boundary.ts';
import { negateDecimal } from './decimal.ts';
import lexicon from './lexicon/cues.json' with { type: 'json' };
import type { Quantity } from './quantity.ts';

const MINUS = 'âm';
/** Words behind which `âm` is a sound: `cách âm 30% diện tích`. */
const SOUNDS = new Set(lexicon.soundsBefore);

/** Gives a share or a temperature the minus in words before it, which begins at `from` or later: `âm 12,5%` → −12.5. */
export function withMinus(lower: string, quantity: Quantity, from: number): Quantity {
  const { kind, unit, start } = quantity;
  if (kind !== 'percentage' && unit !== 'Cel') return quantity;
  const end = spacesStart(lower, start);
  const minus = end - MINUS.length;
  if (end === start || minus < from || wordBefore(lower, start) !== MINUS) return quantity;
  return SOUNDS.has(wordBefore(lower, minus)) ? quantity : negated(quantity, minus);
}

/** The quantity below nought, its sign at `start`; a range goes on from the lower to the upper. */
export function negated(quantity: Quantity, start: number): Quantity {
  return { ...quantity, start, values: quantity.values.map(negateDecimal).toReversed() };
}
