import papa from 'papaparse';

/** A row of a CSV file below its header. */
export interface CsvRow {
  /** The number a spreadsheet shows beside it: the header is row 1, empty rows count. */
  row: number;
  /** As many as the header has; those missing at the end are empty. */
  cells: string[];
  /** Why what it says cannot be relied on: a quote that does not close, or more cells than the header names. */
  damage?: 'quotes' | 'cells';
}

/** A table read from a CSV file. */
export interface CsvTable {
  /** The first row that is not empty. */
  header: string[];
  /** Those that are not empty. */
  rows: CsvRow[];
}

/** What separates cells: a spreadsheet set to Vietnam writes semicolons, one that copies writes tabs. */
const DELIMITERS = [',', ';', '\t'];
const FIRST_LINE = /^\s*([^\r\n]*)/;
const QUOTED = /"[^"]*"/g;
/** The first line by which Excel names the separator. */
const NAMED_DELIMITER = /^sep=([,;\t])\r?\n/i;
/** The sign `writeCsv` puts before what could run as a formula. */
const HARMLESS = /^'(?=[=+\-@\t\r\n＝＋－＠])/;

/**
 * Reads a CSV file as spreadsheets write it (RFC 4180; commas, semicolons or tabs; any line ends, a byte order mark).
 * Cells come composed (NFC), trimmed, without the apostrophe that kept them from running as formulas. Never throws:
 * a row that cannot be relied on says why. `"Số hiệu;Ngày\n05-CT/TW;15/5/2016"` → header of two, one row.
 */
export function readCsv(text: string): CsvTable {
  const plain = text.replace(/^\u{FEFF}/u, '');
  const [named = '', delimiter] = NAMED_DELIMITER.exec(plain) ?? [];
  const body = plain.slice(named.length);
  const { data, errors } = papa.parse(body, { delimiter: delimiter ?? delimiterOf(body) });
  const torn = new Set(errors.flatMap(({ type, row }) => (type === 'Quotes' ? row : [])));
  const skipped = named ? 1 : 0;
  const rows = data
    .map((cells, at) => ({ at, row: at + 1 + skipped, cells: cells.map(cleanCell) }))
    .filter(({ cells }) => cells.some(Boolean));
  const [first, ...rest] = rows;
  const header = withoutEmptyEnd(first?.cells ?? []);
  return { header, rows: rest.map((each) => fitted(each, header.length, torn.has(each.at))) };
}

/** The one that the header's names are separated by: the cells below may hold any of them. */
function delimiterOf(text: string): string {
  const line = (FIRST_LINE.exec(text)?.[1] ?? '').replace(QUOTED, '');
  const counts = DELIMITERS.map((each) => line.split(each).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** A cell without what only kept it from harm: `"'=1+1 "` → `"=1+1"`. */
export function cleanCell(cell: string): string {
  return cell.replace(HARMLESS, '').normalize('NFC').trim();
}

function fitted({ row, cells }: CsvRow, width: number, isTorn: boolean): CsvRow {
  const surplus = cells.slice(width).some(Boolean);
  const damage = isTorn ? 'quotes' : surplus ? 'cells' : undefined;
  const fitting = Array.from({ length: width }, (_, at) => cells[at] ?? '');
  return { row, cells: fitting, ...(damage && { damage }) };
}

function withoutEmptyEnd(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex(Boolean) + 1);
}

/**
 * Decodes a CSV file's bytes: UTF-8, the UTF-16 of Excel's "Unicode text", else the code page of Vietnamese Windows,
 * which plain "CSV" is saved in.
 */
export function decodeCsv(bytes: Uint8Array<ArrayBuffer>): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes);
  }
}
