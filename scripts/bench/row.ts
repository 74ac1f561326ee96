/** One line of the budget table: what was measured, as a ratio or a number, beside the most it may be. */
export interface Row {
  what: string;
  /** `undefined` where it could not be measured; `note` says why. */
  value: number | undefined;
  /** `×`, `kB`, `ms`, `MB`, or empty for a count. */
  unit: string;
  /** The most the value may be, or with `isFloor` the least. */
  limit: number;
  isFloor?: boolean;
  /** What the value was made from, in absolute terms. */
  note?: string;
}

/** Takes a row as soon as it is measured. */
export type AddRow = (row: Row) => void;

export type Verdict = 'pass' | 'over' | 'not measured';

/** Whether a row keeps its limit: `{ value: 1.2, limit: 1.3 }` → `'pass'`. */
export function verdictOf({ value, limit, isFloor }: Row): Verdict {
  if (value === undefined || Number.isNaN(value)) return 'not measured';
  return (isFloor ? value >= limit : value <= limit) ? 'pass' : 'over';
}

/** A row for people: `'pass  worst input …   3.10 ×  (≤ 20 ×)  …'`. */
export function formatRow(row: Row): string {
  const { what, value, unit, limit, isFloor, note } = row;
  const number = (of: number) => `${Number(of.toPrecision(3))} ${unit}`.trim();
  const measured = value === undefined ? '–' : number(value);
  const bound = `(${isFloor ? '≥' : '≤'} ${number(limit)})`;
  const mark = { pass: 'pass', over: 'OVER', 'not measured': '–   ' }[verdictOf(row)];
  return `${mark}  ${what.padEnd(62)} ${measured.padStart(9)}  ${bound.padEnd(11)} ${note ?? ''}`;
}
