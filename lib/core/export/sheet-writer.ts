import type { Deflate } from './zip-stream.ts';

/** A day with or without a time, as spreadsheets count it (see `serialDay`). */
interface DateCell {
  type: 'date';
  serial: number;
  hasTime: boolean;
}

/** Text that opens an address when pressed. */
interface LinkCell {
  type: 'link';
  text: string;
  address: string;
}

/** A formula of ours with the result it has now; never made of a page's text. */
interface FormulaCell {
  type: 'formula';
  formula: string;
  value: string | number;
}

/** A number is an exact decimal, so that its digits choose its format. */
interface NumberCell {
  type: 'number';
  decimal: string;
}

/** A string is text, whatever it looks like. */
export type Cell = undefined | string | NumberCell | DateCell | LinkCell | FormulaCell;

export interface SheetColumn {
  header: string;
  /** Characters. */
  width: number;
}

export interface Sheet {
  name: string;
  columns: readonly SheetColumn[];
  /** Rows below the header, in batches. */
  batches: AsyncIterable<readonly (readonly Cell[])[]> | Iterable<readonly (readonly Cell[])[]>;
}

export interface WorkbookProperties {
  title: string;
  created: Date;
}

/**
 * Writes a workbook in pieces. Sheets are asked for one after the other, each when the one before it is written:
 * a later sheet may be made of what the rows of an earlier one told.
 */
export type SheetWriter = (
  sheets: AsyncIterable<Sheet> | Iterable<Sheet>,
  properties: WorkbookProperties,
  pack?: Deflate,
) => AsyncGenerator<Uint8Array<ArrayBuffer>>;
