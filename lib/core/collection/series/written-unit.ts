import type { Figure } from '../../annotation.ts';
import { baseUnit } from '../../base-unit.ts';
import { divideExactly } from '../../decimal-arithmetic.ts';
import { compareDecimals, formatDecimal, type Decimal } from '../../recognise/decimal.ts';

/** The unit a figure is written in. */
export interface WrittenUnit {
  /** Equal for units that can be brought to one another: `m2` for ha and km², `VND`. */
  dimension: string;
  /** UCUM code, currency or `''` of what is counted, as the figure's record has it. */
  unit: string;
  /** The power of ten its magnitude words come to: 9 of `tỷ đồng`. */
  magnitude: number;
  /** How many of the dimension's base unit it is. */
  scale: Decimal;
}

const MAGNITUDES: readonly (readonly [RegExp, number])[] = [
  [/(?<![\p{L}\p{M}])(?:nghìn|ngàn)(?![\p{L}\p{M}])/iu, 3],
  [/(?<![\p{L}\p{M}])vạn(?![\p{L}\p{M}])/iu, 4],
  [/(?<![\p{L}\p{M}])(?:triệu|tr)(?![\p{L}\p{M}])/iu, 6],
  [/(?<![\p{L}\p{M}])(?:tỷ|tỉ)(?![\p{L}\p{M}])/iu, 9],
];

/** The unit as the article writes it: `62.299 triệu đồng` → a million VND, `2,5 km2` → a million m². */
export function writtenUnit({ kind, unit, exact }: Figure): WrittenUnit {
  const code = unit ?? (kind === 'percentage' || kind === 'ratio' ? '%' : '');
  const base = baseUnit(code);
  const magnitude = MAGNITUDES.reduce(
    (sum, [word, power]) => sum + (word.test(exact) ? power : 0),
    0,
  );
  return {
    dimension: base?.unit ?? code,
    unit: code,
    magnitude,
    scale: base?.scale ?? { c: 1n, e: 0 },
  };
}

/** Equal for one unit: `VND 9` of `tỷ đồng`. */
export function unitKey({ unit, magnitude }: WrittenUnit): string {
  return `${unit} ${magnitude}`;
}

/** How many base units one of the unit is, magnitude words included. */
export function wholeScale({ scale, magnitude }: WrittenUnit): Decimal {
  return { c: scale.c, e: scale.e + magnitude };
}

/** How a value written in one unit was brought to another. */
export interface Conversion {
  from: WrittenUnit;
  to: WrittenUnit;
  /** A whole or exact decimal number, which the value was multiplied or divided by. */
  factor: string;
  isDivided: boolean;
}

/** The step from one unit to another; none between equal units, nor where no exact factor leads there. */
export function conversion(from: WrittenUnit, to: WrittenUnit): Conversion | undefined {
  const [one, other] = [wholeScale(from), wholeScale(to)];
  const order = compareDecimals(one, other);
  if (unitKey(from) === unitKey(to)) return undefined;
  const isDivided = order < 0;
  const factor = isDivided ? divideExactly(other, one) : divideExactly(one, other);
  return factor && { from, to, factor: formatDecimal(factor), isDivided };
}

/** The unit most figures are written in; of equally many the smallest. One that not all come out even in gives way to the smallest. */
export function commonUnit(units: readonly WrittenUnit[]): WrittenUnit | undefined {
  const counts = new Map<string, { unit: WrittenUnit; count: number }>();
  for (const unit of units) {
    const known = counts.get(unitKey(unit));
    if (known) known.count++;
    else counts.set(unitKey(unit), { unit, count: 1 });
  }
  const bySize = [...counts.values()].sort(
    (a, b) =>
      compareDecimals(wholeScale(a.unit), wholeScale(b.unit)) ||
      (unitKey(a.unit) < unitKey(b.unit) ? -1 : 1),
  );
  const smallest = bySize[0]?.unit;
  const most = bySize.reduce(
    (best, each) => (each.count > best.count ? each : best),
    bySize[0] ?? NONE,
  );
  const isEven = bySize.every(
    ({ unit }) => divideExactly(wholeScale(unit), wholeScale(most.unit)) !== undefined,
  );
  return isEven ? most.unit : smallest;
}

const NONE = {
  unit: { dimension: '', unit: '', magnitude: 0, scale: { c: 1n, e: 0 } },
  count: 0,
};
