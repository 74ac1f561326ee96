import * as xlsx from '@e965/xlsx';
import { words } from './sample-collection.ts';

/** A column's header in the Vietnamese interface. */
export const header = (key: string) => words(`column_${key}` as Parameters<typeof words>[0]);

/** A workbook as another program reads it. */
export const readBook = (bytes: Uint8Array) =>
  xlsx.read(bytes, { cellFormula: true, cellNF: true, cellText: false, sheetStubs: false });

/** A sheet's cells below the header, by column header. */
export function rowsOf(sheet: xlsx.WorkSheet | undefined): Map<string, xlsx.CellObject>[] {
  const range = xlsx.utils.decode_range(sheet?.['!ref'] ?? 'A1');
  const at = (r: number, c: number) =>
    sheet?.[xlsx.utils.encode_cell({ r, c })] as xlsx.CellObject | undefined;
  return Array.from({ length: range.e.r }, (_, row) => {
    const cells = new Map<string, xlsx.CellObject>();
    for (let c = 0; c <= range.e.c; c++) {
      const [name, cell] = [at(0, c), at(row + 1, c)];
      if (name && cell) cells.set(String(name.v), cell);
    }
    return cells;
  });
}
