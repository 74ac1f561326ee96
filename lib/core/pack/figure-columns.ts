import type { Words } from '../words.ts';
import type { FigureRow } from './pack-content.ts';

/** A column of a table of figures; the number of the source comes after them. */
export interface FigureColumn {
  header: string;
  value: (row: FigureRow) => string;
  isNumber?: boolean;
  /** Of the table's width, beside the others' shares. */
  share: number;
}

/** The columns of a table of figures: what the figure is of, then the value; those nothing stands in are left out. */
export function figureColumns(rows: readonly FigureRow[], words: Words): FigureColumn[] {
  const columns: FigureColumn[] = [
    { header: words('fact_subject'), value: ({ subject }) => subject, share: 3 },
    { header: words('fact_scope'), value: ({ organisation }) => organisation, share: 3 },
    { header: words('fact_period'), value: ({ period }) => period, share: 2 },
    { header: words('fact_value'), value: ({ written }) => written, isNumber: true, share: 2 },
    { header: words('pack_column_exact'), value: ({ exact }) => exact, share: 2 },
  ];
  return columns.filter(({ value }) => rows.some((row) => value(row) !== ''));
}
