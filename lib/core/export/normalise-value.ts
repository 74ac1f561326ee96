import type { Figure } from '../annotation.ts';
import { baseUnit } from '../base-unit.ts';
import { multiplyDecimals } from '../decimal-arithmetic.ts';
import { formatDecimal, parseDecimal, percentOf } from '../recognise/decimal.ts';

/** A figure brought to the unit its kind is compared in. */
export interface Normalised {
  value: string;
  unit: string;
}

/**
 * Brings one number to its base unit, exactly; a ratio to per cent, rounded to two decimals.
 * `2,5 km` → `2500 m`; `51/54` → `94.44 %`. A range and what has no base unit give none.
 */
export function normaliseValue({ kind, value, unit }: Figure): Normalised | undefined {
  if (typeof value !== 'string') return undefined;
  if (kind === 'ratio') return shareOf(value);
  if (kind === 'percentage' && (unit ?? '%') === '%') return { value, unit: '%' };
  if (kind === 'money') return { value, unit: unit ?? 'VND' };
  const base = unit && baseUnit(unit);
  if (!base) return undefined;
  return {
    value: formatDecimal(multiplyDecimals(parseDecimal(value), base.scale)),
    unit: base.unit,
  };
}

function shareOf(ratio: string): Normalised | undefined {
  const [part, whole] = ratio.split('/').map(parseDecimal);
  if (!part || !whole || whole.c === 0n) return undefined;
  return { value: formatDecimal(percentOf(part, whole, 2).rounded), unit: '%' };
}
