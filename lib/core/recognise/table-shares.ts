import { formatDecimal, ZERO } from './decimal.ts';
import type { Draft } from './figure-draft.ts';
import { isProven } from './proven-shares.ts';

/** A row's figures by column. */
export interface TableRow {
  cells: ReadonlyMap<number, Draft>;
  isTotal: boolean;
}

/** Wider rows are no table that someone reads. */
const MOST_CELLS = 24;

/**
 * Fills in what the percentages of a table restate, where arithmetic proves it: of two cells of the row,
 * or of one and the total of its column. `Kết nạp 151 | Chỉ tiêu 240 | 62,92` → `151/240`.
 */
export function tieShares(rows: readonly TableRow[]): void {
  const total = rows.find(({ isTotal }) => isTotal)?.cells;
  for (const { cells, isTotal } of rows) {
    if (cells.size > MOST_CELLS) continue;
    for (const percentage of cells.values()) {
      if (percentage.figure.kind !== 'percentage') continue;
      const pair =
        pairOf(percentage, cells) ?? (isTotal ? undefined : partOf(percentage, cells, total));
      if (pair) percentage.figure.of = pair.map(valueOf).join('/');
    }
  }
}

function pairOf(percentage: Draft, cells: TableRow['cells']): [Draft, Draft] | undefined {
  const amounts = [...cells.values()].filter(isAmount);
  for (const part of amounts) {
    const whole = amounts.find((other) => other !== part && isShare(percentage, part, other));
    if (whole) return [part, whole];
  }
  return undefined;
}

function partOf(
  percentage: Draft,
  cells: TableRow['cells'],
  total: TableRow['cells'] | undefined,
): [Draft, Draft] | undefined {
  for (const [column, part] of cells) {
    const whole = total?.get(column);
    if (whole && isAmount(part) && isShare(percentage, part, whole)) return [part, whole];
  }
  return undefined;
}

function isAmount({ quantity: { kind, values } }: Draft): boolean {
  return (kind === 'count' || kind === 'money' || kind === 'measure') && values.length === 1;
}

function isShare({ quantity: { values } }: Draft, part: Draft, whole: Draft): boolean {
  const [stated] = values;
  if (!stated || part.quantity.unit !== whole.quantity.unit) return false;
  return isProven(stated, [part.quantity.values[0], whole.quantity.values[0]]);
}

function valueOf({ quantity }: Draft): string {
  return formatDecimal(quantity.values[0] ?? ZERO);
}
