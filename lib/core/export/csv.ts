import type { Words } from '../words.ts';
import type { Column, Row } from './columns.ts';

/** Without it Excel reads the file in the machine's own code page and spoils every accent. */
const BYTE_ORDER_MARK = '\u{FEFF}';

/** What spreadsheets may take for a formula at a cell's start; full-width forms are folded by East Asian versions. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * Writes rows as CSV (RFC 4180: commas, CRLF, quotes doubled) in UTF-8 with a byte order mark, a line at a time.
 * Text that could run as a formula is made harmless by a leading apostrophe; a negative number stays a number.
 */
export function* csvLines(
  rows: Iterable<Row>,
  columns: readonly Column[],
  words: Words,
): Generator<string> {
  yield BYTE_ORDER_MARK + line(columns.map(({ header }) => textCell(words(header))));
  for (const row of rows) {
    yield line(columns.map((column) => cell(column, column.value(row, words) ?? '')));
  }
}

function line(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}

function cell({ type }: Column, value: string): string {
  return type === 'number' && NUMBER.test(value) ? value : textCell(value);
}

function textCell(value: string): string {
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
