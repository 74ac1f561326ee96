import { isExactNumber } from './exact-number.ts';
import type { SheetLinks } from './sheet-links.ts';
import { numberStyle, STYLE } from './sheet-styles.ts';
import type { Cell, Sheet } from './sheet-writer.ts';
import { escapeXml } from './xml-text.ts';

/** What Excel allows; a file beyond it is "repaired", that is, parts of it are thrown away. */
const LONGEST_TEXT = 32_767;
const LONGEST_ADDRESS = 2_079;
const MOST_LINKS = 65_530;

/** Points. Excel allows no row to be taller. */
const LINE_HEIGHT = 15.75;
const MOST_HEIGHT = 409.5;
/** What is longer fills the tallest row whatever the width. */
const LONGEST_MEASURED = 3_000;

/** What most texts have none of: they are written as they are. */
const SPECIAL = /[&<>"'_\0-\x1F\uD800-\uDFFF\uFFFE\uFFFF]/; // oxlint-disable-line no-control-regex -- they are what is looked for

const CUT = '… [✂]';

/** Characters handed over at once: those of a whole batch take megabytes before they are packed. */
const PIECE = 1 << 16;

/** What was learnt while a sheet was written. */
export interface SheetTally {
  rows: number;
  links: SheetLinks;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Where a column is and how wide. */
interface GridColumn {
  letters: string;
  /** Characters. */
  width: number;
}

/** Writes a worksheet's XML in pieces, some rows each; counts its rows and gathers its links on the way. */
export async function* sheetXml(sheet: Sheet, tally: SheetTally): AsyncGenerator<string> {
  const { columns } = sheet;
  const grid = columns.map(({ width }, at) => ({ letters: columnLetters(at), width }));
  yield opening(sheet);
  const headers = columns.map(({ header }) => header);
  yield rowXml(headers, 1, grid, tally, STYLE.header);
  let row = 1;
  for await (const batch of sheet.batches) {
    let xml = '';
    for (const cells of batch) {
      row++;
      xml += rowXml(cells, row, grid, tally, STYLE.text);
      if (xml.length < PIECE) continue;
      yield xml;
      xml = '';
    }
    yield xml;
  }
  tally.rows = row;
  yield closing(`A1:${grid.at(-1)?.letters ?? 'A'}${row}`, tally);
}

/** `0` → `A`, `26` → `AA`. */
export function columnLetters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnLetters(Math.floor(at / 26) - 1) + last;
}

function opening({ columns }: Sheet): string {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/><cols>${widths.join('')}</cols><sheetData>`
  );
}

function closing(range: string, { links }: SheetTally): string {
  const anchors = links.cells.map((cell, at) => `<hyperlink ref="${cell}" r:id="rId${at + 1}"/>`);
  return (
    `</sheetData><autoFilter ref="${range}"/>` +
    (anchors.length > 0 ? `<hyperlinks>${anchors.join('')}</hyperlinks>` : '') +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
    '<headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>' +
    `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
  );
}

function rowXml(
  cells: readonly Cell[],
  row: number,
  grid: readonly GridColumn[],
  tally: SheetTally,
  textStyle: number,
): string {
  let xml = '';
  let lines = 1;
  let at = 0;
  for (const { letters, width } of grid) {
    const cell = cells[at++];
    const place = letters + row;
    if (cell === undefined || cell === '') {
      xml += `<c r="${place}" s="${STYLE.empty}"/>`;
      continue;
    }
    xml += cellXml(cell, place, tally, textStyle);
    if (typeof cell === 'string') lines = Math.max(lines, linesOf(cell, width));
  }
  // Programs that trust a file's heights, LibreOffice among them, would print wrapped lines over the next row.
  const height = Math.min(lines * LINE_HEIGHT, MOST_HEIGHT);
  return `<row r="${row}" ht="${height}">${xml}</row>`;
}

/** About how many lines a text takes in a column so many characters wide. */
function linesOf(text: string, width: number): number {
  if (text.length <= width && !text.includes('\n')) return 1;
  const parts = text.slice(0, LONGEST_MEASURED).split('\n');
  return parts.reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / width)), 0);
}

function cellXml(
  cell: Exclude<Cell, undefined>,
  place: string,
  tally: SheetTally,
  textStyle: number,
): string {
  if (typeof cell === 'string') return textXml(cell, place, textStyle);
  switch (cell.type) {
    case 'number':
      // Digits a number cannot hold stay as they are written.
      return isExactNumber(cell.decimal)
        ? `<c r="${place}" s="${numberStyle(cell.decimal)}"><v>${Number(cell.decimal)}</v></c>`
        : textXml(cell.decimal, place, textStyle);
    case 'date': {
      const style = cell.hasTime ? STYLE.time : STYLE.date;
      return `<c r="${place}" s="${style}"><v>${cell.serial}</v></c>`;
    }
    case 'link':
      return linkXml(cell, place, tally);
    case 'formula':
      return formulaXml(cell, place);
  }
}

function linkXml(
  { text, address }: Extract<Cell, { type: 'link' }>,
  place: string,
  { links }: SheetTally,
): string {
  const isLink = links.cells.length < MOST_LINKS && address.length <= LONGEST_ADDRESS;
  if (isLink) links.add(place, address);
  return textXml(text, place, isLink ? STYLE.link : STYLE.text);
}

function formulaXml({ formula, value }: Extract<Cell, { type: 'formula' }>, place: string): string {
  const content = `<f>${escapeXml(formula)}</f><v>${escapeXml(String(value))}</v>`;
  if (typeof value === 'string') return `<c r="${place}" t="str" s="${STYLE.text}">${content}</c>`;
  return `<c r="${place}" s="${numberStyle(String(value))}">${content}</c>`;
}

/** An inline string: nothing in it is ever evaluated. */
function textXml(text: string, place: string, style: number): string {
  const shown = text.length > LONGEST_TEXT ? cutText(text) : text;
  const isSpecial = SPECIAL.test(shown);
  const hasSpace = shown.trim() !== shown || (isSpecial && shown.includes('\n'));
  const space = hasSpace ? ' xml:space="preserve"' : '';
  const content = isSpecial ? escapeSpreadsheetText(shown) : shown;
  return `<c r="${place}" t="inlineStr" s="${style}"><is><t${space}>${content}</t></is></c>`;
}

/** As much of a text as a cell holds, without half an emoji at its end. */
function cutText(text: string): string {
  return text.slice(0, LONGEST_TEXT - CUT.length).replace(/[\uD800-\uDBFF]$/, '') + CUT;
}

/** Excel reads `_x0041_` in a string as `A`; its own way out is to write the underline so. Carriage returns would be lost. */
function escapeSpreadsheetText(text: string): string {
  const escaped = escapeXml(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
  return escaped.includes('_x') ? escaped.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_') : escaped;
}
