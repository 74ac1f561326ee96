import { formatDecimal } from '../format-value.ts';
import type { Column } from './columns.ts';
import { isExactNumber } from './exact-number.ts';
import { formatOf, type FormatName } from './formats.ts';
import { formatDay, formatMoment } from './times.ts';

/**
 * A column's value as a reader sees it in a file of the format. `"1837.5"` → `"1.837,5"` in Excel and in reports, as it
 * is in CSV.
 */
export function shownValue({ type }: Column, value: string, format: FormatName): string {
  if (format === 'csv') return value;
  if (formatOf(format).isReport) return reportValue({ type }, value);
  if (type === 'date') return formatMoment(value);
  return type === 'number' && isExactNumber(value) ? formatDecimal(value) : value;
}

/** A column's value as reports write it. `"2026-11-20"` → `"20/11/2026"`. */
export function reportValue({ type }: Pick<Column, 'type'>, value: string): string {
  if (type === 'number') return formatDecimal(value);
  return type === 'date' ? formatDay(value) : value;
}
