import type { Figure } from '../../annotation.ts';
import { multiplyDecimals, reduceDecimal } from '../../decimal-arithmetic.ts';
import {
  addDecimals,
  compareDecimals,
  formatDecimal,
  parseDecimal,
  type Decimal,
} from '../../recognise/decimal.ts';

/** One end of what a statement allows; an open one is itself left out. */
interface Edge {
  at: Decimal;
  isOpen: boolean;
}

/** The values a statement allows: `hơn 1.800` those above 1800, `1,8 nghìn` those that are rounded or cut to it. */
export interface Bounds {
  low: Edge | undefined;
  high: Edge | undefined;
}

const NUMERAL = /\d[\d.,]*/g;
const ONE: Decimal = { c: 1n, e: 0 };

/** A figure's value, and how it is written. */
interface Said extends Pick<Figure, 'kind' | 'value' | 'comparator' | 'change'> {
  written: string;
}

/** The bounds of a value in its base unit, `scale` of which its own unit is. A ratio has none. */
export function boundsOf(figure: Said, scale: Decimal): Bounds | undefined {
  const { value, kind } = figure;
  const written = figure.written.match(NUMERAL) ?? [];
  const isCounted = kind === 'count';
  if (typeof value !== 'string') {
    const [from, to] = value.map((each, at) => rounded(each, written[at], isCounted));
    return from && to && scaled({ low: from.low, high: to.high }, scale);
  }
  if (value.includes('/')) return undefined;
  const said = compared(figure.comparator, value) ?? rounded(value, written[0], isCounted);
  return scaled(figure.change === 'decrease-by' ? negative(said) : said, scale);
}

function compared(comparator: Figure['comparator'], value: string): Bounds | undefined {
  const at = parseDecimal(value);
  if (comparator === 'gt' || comparator === 'gte')
    return { low: { at, isOpen: comparator === 'gt' }, high: undefined };
  if (comparator === 'lt' || comparator === 'lte')
    return { low: undefined, high: { at, isOpen: comparator === 'lt' } };
  if (comparator !== 'approx') return undefined;
  // `khoảng 1.800` is as near as its last digit that is no zero.
  const step = { c: 1n, e: reduceDecimal(at).e };
  return around(at, step, step);
}

/** What rounds, or is cut, to the value as written; a whole number of things counted is meant to the last of them. */
function rounded(value: string, written: string | undefined, isCounted: boolean): Bounds {
  const at = parseDecimal(value);
  const power = lastPlace(at, written);
  if (power === undefined || (isCounted && power === 0)) return around(at);
  const step = { c: 1n, e: power };
  const half = { c: 5n, e: power - 1 };
  return {
    low: { at: subtract(at, half), isOpen: false },
    high: { at: addDecimals(at, step), isOpen: true },
  };
}

/** The power of ten that the last digit written stands for: −1 in `31,3`, 2 in `1,8 nghìn`; none where other digits stand there. */
function lastPlace(value: Decimal, written: string | undefined): number | undefined {
  const digits = written?.replace(/\D/g, '');
  if (!digits) return undefined;
  const [stated, read] = [reduceDecimal(parseDecimal(digits)), reduceDecimal(value)];
  return stated.c === read.c ? read.e - stated.e : undefined;
}

function around(at: Decimal, below: Decimal = { c: 0n, e: 0 }, above = below): Bounds {
  return {
    low: { at: subtract(at, below), isOpen: false },
    high: { at: addDecimals(at, above), isOpen: false },
  };
}

function subtract(one: Decimal, other: Decimal): Decimal {
  return addDecimals(one, { c: -other.c, e: other.e });
}

function negative({ low, high }: Bounds): Bounds {
  return { low: turned(high), high: turned(low) };
}

function turned(edge: Edge | undefined): Edge | undefined {
  return edge && { ...edge, at: { c: -edge.at.c, e: edge.at.e } };
}

function scaled({ low, high }: Bounds, scale: Decimal): Bounds {
  if (compareDecimals(scale, ONE) === 0) return { low, high };
  const by = (edge: Edge | undefined) => edge && { ...edge, at: multiplyDecimals(edge.at, scale) };
  return { low: by(low), high: by(high) };
}

/** Whether one value can make both statements true. */
export function canBothHold(one: Bounds, other: Bounds): boolean {
  return reaches(one.low, other.high) && reaches(other.low, one.high);
}

function reaches(low: Edge | undefined, high: Edge | undefined): boolean {
  if (!low || !high) return true;
  const order = compareDecimals(low.at, high.at);
  return order < 0 || (order === 0 && !low.isOpen && !high.isOpen);
}

/** The bounds in one plain text, equal for equal bounds: `[1750;1900)`. */
export function boundsText({ low, high }: Bounds): string {
  const from = low ? `${low.isOpen ? '(' : '['}${plain(low.at)}` : '(';
  const to = high ? `${plain(high.at)}${high.isOpen ? ')' : ']'}` : ')';
  return `${from};${to}`;
}

function plain(decimal: Decimal): string {
  return formatDecimal(reduceDecimal(decimal));
}

/** Narrower bounds first: the statement that says most. Unbounded ones are widest. */
export function comparePrecision(one: Bounds, other: Bounds): number {
  const [a, b] = [width(one), width(other)];
  if (!a || !b) return Number(!a) - Number(!b);
  return compareDecimals(a, b);
}

function width({ low, high }: Bounds): Decimal | undefined {
  return low && high && subtract(high.at, low.at);
}
