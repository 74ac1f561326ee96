/** An exact decimal number: `c` · 10^`e`. */
export interface Decimal {
  c: bigint;
  e: number;
  /** What `formatDecimal` writes, where that is known already. */
  written?: string;
}

/** Whole numbers that most texts are full of, each made once: a `bigint` costs more to make and to write than to read. */
const SMALL: Decimal[] = [];
const MOST_SMALL = 10_000;

/** A number of `c`, a safe integer and not negative, times 10^`e`. */
export function decimalOf(c: number, e = 0): Decimal {
  if (e !== 0 || c >= MOST_SMALL) return { c: BigInt(c), e };
  return (SMALL[c] ??= { c: BigInt(c), e: 0, written: String(c) });
}

export const ZERO: Decimal = { c: 0n, e: 0 };

/** Reads plain digits, with or without a point: `"31.3"` → 313·10⁻¹. */
export function parseDecimal(digits: string): Decimal {
  const point = digits.indexOf('.');
  if (point === -1) return { c: BigInt(digits), e: 0 };
  const fraction = digits.slice(point + 1);
  return { c: BigInt(digits.slice(0, point) + fraction), e: -fraction.length };
}

/** Writes a decimal without needless zeros: 313·10⁻¹ → `"31.3"`, 434·10⁵ → `"43400000"`. */
export function formatDecimal({ c, e, written }: Decimal): string {
  if (written !== undefined) return written;
  if (e === 0) return c.toString();
  if (c < 0n) return `-${formatDecimal({ c: -c, e })}`;
  if (e >= 0) return (c * 10n ** BigInt(e)).toString();
  const digits = c.toString().padStart(1 - e, '0');
  const fraction = digits.endsWith('0') ? digits.slice(e).replace(/0+$/, '') : digits.slice(e);
  return digits.slice(0, e) + (fraction ? `.${fraction}` : '');
}

export function scaleDecimal({ c, e }: Decimal, power: number): Decimal {
  return { c, e: e + power };
}

export function negateDecimal({ c, e }: Decimal): Decimal {
  return { c: -c, e };
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const e = Math.min(a.e, b.e);
  return { c: raise(a, e) + raise(b, e), e };
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const e = Math.min(a.e, b.e);
  const one = raise(a, e);
  const other = raise(b, e);
  if (one === other) return 0;
  return one > other ? 1 : -1;
}

/** `part` / `whole` in per cent, cut off or rounded half up at `places` decimals; `exact` says nothing was lost. */
export function percentOf(
  part: Decimal,
  whole: Decimal,
  places: number,
): { rounded: Decimal; truncated: Decimal; exact: boolean } {
  const e = Math.min(part.e, whole.e);
  const dividend = raise(part, e) * 10n ** BigInt(places + 2);
  const divisor = raise(whole, e);
  const quotient = dividend / divisor;
  const rest = dividend % divisor;
  return {
    rounded: { c: rest * 2n >= divisor ? quotient + 1n : quotient, e: -places },
    truncated: { c: quotient, e: -places },
    exact: rest === 0n,
  };
}

function raise({ c, e }: Decimal, to: number): bigint {
  return e === to ? c : c * 10n ** BigInt(e - to);
}
