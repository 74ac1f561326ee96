import type { Words } from '../words.ts';
import type { FigureRow } from './pack-content.ts';

/** A column of a table of figures; the number of the source comes after them. */
export interface FigureColumn {
  header: string;
  /** @param at index of the row */
  value: (row: FigureRow, at: number) => string;
  isNumber?: boolean;
  /** Of the table's width, beside the others' shares. */
  share: number;
}

/** Of a table's width, beside the columns' shares: what the number of the source takes. */
export const SOURCE_SHARE = 1.8;

/** The columns of a table of figures: the row's number, what the figure is of, then the value; those nothing stands in are left out. */
export function figureColumns(rows: readonly FigureRow[], words: Words): FigureColumn[] {
  const columns: FigureColumn[] = [
    { header: words('pack_column_row'), value: (_, at) => String(at + 1), share: 1.2 },
    { header: words('pack_column_measured'), value: measured, share: 3 },
    { header: words('fact_scope'), value: ({ organisation }) => organisation, share: 2.6 },
    { header: words('fact_period'), value: ({ period }) => period, share: 1.8 },
    { header: words('fact_value'), value: ({ written }) => written, isNumber: true, share: 2.8 },
    { header: words('pack_column_exact'), value: ({ exact }) => exact, share: 2.4 },
  ];
  return columns.filter(({ value }) => rows.some((row, at) => value(row, at) !== ''));
}

function measured({ subject, property }: FigureRow): string {
  return [subject, property].filter(Boolean).join(', ');
}
