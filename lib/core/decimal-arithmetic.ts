import type { Decimal } from './recognise/decimal.ts';

export function multiplyDecimals(one: Decimal, other: Decimal): Decimal {
  return { c: one.c * other.c, e: one.e + other.e };
}

/** The same number with nothing to be taken off its coefficient: 1800 → 18·10². */
export function reduceDecimal({ c, e }: Decimal): Decimal {
  if (c === 0n) return { c, e: 0 };
  let [digits, power] = [c, e];
  while (digits % 10n === 0n) {
    digits /= 10n;
    power++;
  }
  return { c: digits, e: power };
}

/** `one` ÷ `other` where it comes out even, within as many decimals as a factor between units needs; else `undefined`. */
export function divideExactly(one: Decimal, other: Decimal): Decimal | undefined {
  const [dividend, divisor] = [reduceDecimal(one), reduceDecimal(other)];
  if (divisor.c === 0n) return undefined;
  const raised = dividend.c * 10n ** DECIMALS;
  if (raised % divisor.c !== 0n) return undefined;
  return reduceDecimal({ c: raised / divisor.c, e: dividend.e - divisor.e - Number(DECIMALS) });
}

const DECIMALS = 12n;
