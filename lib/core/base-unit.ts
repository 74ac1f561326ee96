import { scaleDecimal, type Decimal } from './recognise/decimal.ts';

/** Unit → base unit, factor and power of ten. What differs from province to province (`sào`, `mẫu`) is left as it is. */
const BASE: Record<string, readonly [unit: string, factor: number, power: number]> = {
  mm: ['m', 1, -3],
  cm: ['m', 1, -2],
  dm: ['m', 1, -1],
  m: ['m', 1, 0],
  km: ['m', 1, 3],
  cm2: ['m2', 1, -4],
  m2: ['m2', 1, 0],
  har: ['m2', 1, 4],
  km2: ['m2', 1, 6],
  mL: ['L', 1, -3],
  L: ['L', 1, 0],
  m3: ['L', 1, 3],
  mg: ['kg', 1, -6],
  g: ['kg', 1, -3],
  kg: ['kg', 1, 0],
  '10.kg': ['kg', 1, 1],
  dt: ['kg', 1, 2],
  t: ['kg', 1, 3],
  W: ['W', 1, 0],
  kW: ['W', 1, 3],
  MW: ['W', 1, 6],
  GW: ['W', 1, 9],
  'kW.h': ['kW.h', 1, 0],
  'MW.h': ['kW.h', 1, 3],
  'GW.h': ['kW.h', 1, 6],
  second: ['second', 1, 0],
  minute: ['second', 60, 0],
  hour: ['second', 36, 2],
  day: ['day', 1, 0],
  week: ['day', 7, 0],
  month: ['month', 1, 0],
  quarter: ['month', 3, 0],
  year: ['month', 12, 0],
  decade: ['month', 12, 1],
  century: ['month', 12, 2],
  '‰': ['%', 1, -1],
};

/** A unit's dimension by the unit it is counted in, and how many of those it is. */
export interface BaseUnit {
  unit: string;
  scale: Decimal;
}

/** The unit that quantities of a unit's dimension are compared in: `km` → 1.000 `m`; none for a unit of its own kind. */
export function baseUnit(unit: string): BaseUnit | undefined {
  const base = Object.hasOwn(BASE, unit) ? BASE[unit] : undefined;
  if (!base) return undefined;
  const [name, factor, power] = base;
  return { unit: name, scale: scaleDecimal({ c: BigInt(factor), e: 0 }, power) };
}
