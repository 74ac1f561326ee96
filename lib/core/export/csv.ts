import type { Words } from '../words.ts';
import type { Column } from './columns.ts';
import type { WriteExport } from './export-source.ts';
import type { Row } from './row.ts';
import { legalText } from './xml-text.ts';

/** Without it Excel reads the file in the machine's own code page and spoils every accent. */
const BYTE_ORDER_MARK = '\u{FEFF}';

/** What spreadsheets may take for a formula at a cell's start; full-width forms are folded by East Asian versions. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** What most cells have none of: they go as they are. */
const SPECIAL = /^[=+\-@\t＝＋－＠]|[",\r\n\0-\x08\x0B\x0C\x0E-\x1F]/; // oxlint-disable-line no-control-regex -- they are what is looked for

const LINE_END = '\r\n';
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * Writes rows as a CSV file (RFC 4180: commas, CRLF, quotes doubled) in UTF-8 with a byte order mark.
 * Text that could run as a formula is made harmless by a leading apostrophe; a negative number stays a number.
 * Text that looks like a number or a day (`4.318`, `5/7`) goes as it is, though Excel changes it on opening: whatever
 * would hinder that (`="4.318"`, a sign before it) runs as a formula or is part of the text for every other reader.
 * Control characters are replaced, as in XML: at a NUL some readers end the cell, others refuse the file.
 */
export const writeCsv: WriteExport = async function* (source, { columns }, { words }) {
  yield csvHeader(columns, words);
  for await (const rows of source.batches()) yield csvRows(rows, columns, words);
};

/** Writes a table of texts, the header first, as a whole CSV file with its byte order mark. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((cells) => line(cells.map(textCell))).join('');
}

/** The byte order mark and the line of column names. */
export function csvHeader(columns: readonly Column[], words: Words): string {
  return BYTE_ORDER_MARK + line(columns.map(({ header }) => textCell(words(header))));
}

/** A line a row. */
export function csvRows(rows: readonly Row[], columns: readonly Column[], words: Words): string {
  let lines = '';
  for (const row of rows) {
    let separator = '';
    for (const column of columns) {
      const value = column.value(row, words);
      lines += separator;
      if (value) lines += cell(column, value);
      separator = ',';
    }
    lines += LINE_END;
  }
  return lines;
}

function line(cells: readonly string[]): string {
  return cells.join(',') + LINE_END;
}

function cell({ type }: Column, value: string): string {
  return type === 'number' && NUMBER.test(value) ? value : textCell(value);
}

function textCell(value: string): string {
  if (!SPECIAL.test(value)) return value;
  const legal = legalText(value);
  const harmless = FORMULA.test(legal) ? `'${legal}` : legal;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
