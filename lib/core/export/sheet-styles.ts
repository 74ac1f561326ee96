/** Indexes into the cell formats of `STYLES`. */
export const STYLE = {
  header: 1,
  text: 2,
  date: 3,
  time: 4,
  link: 5,
  empty: 6,
  number: 7,
} as const;

/** A number keeps as many decimals as its text has, up to this. */
const MOST_DECIMALS = 10;

/** Number formats of the workbook's own start here. */
const FIRST_FORMAT = 164;

/** The locale makes LibreOffice write `1.837,5`; Excel follows the machine's own. */
const VIETNAMESE = '[$-42A]';

/** The cell format for a decimal: `"1837"` → `#,##0`, `"31.3"` → `#,##0.0`. */
export function numberStyle(decimal: string): number {
  const point = decimal.indexOf('.');
  const decimals = point < 0 ? 0 : decimal.length - point - 1;
  return STYLE.number + Math.min(decimals, MOST_DECIMALS);
}

const formats = [
  'dd/mm/yyyy',
  'dd/mm/yyyy hh:mm',
  ...Array.from(
    { length: MOST_DECIMALS + 1 },
    (_, decimals) => `${VIETNAMESE}#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`,
  ),
];

/** 49 is `@`: what is typed over such a cell stays text as well. */
const TEXT_FORMAT = 49;
const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
const TOP = '<alignment vertical="top"/>';
const CENTRED = '<alignment horizontal="center" vertical="top"/>';

const cellFormats = [
  // Of the cells no file speaks of.
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  cellFormat(0, 1, 2, '<alignment vertical="center" wrapText="1"/>'),
  cellFormat(TEXT_FORMAT, 0, 0, WRAPPED),
  cellFormat(FIRST_FORMAT, 0, 0, CENTRED),
  cellFormat(FIRST_FORMAT + 1, 0, 0, CENTRED),
  cellFormat(TEXT_FORMAT, 2, 0, TOP),
  cellFormat(0, 0, 0, TOP),
  ...formats.slice(2).map((_, at) => cellFormat(FIRST_FORMAT + 2 + at, 0, 0, TOP)),
];

const FONT = '<name val="Times New Roman"/><family val="1"/>';

/** `xl/styles.xml`: the few ways a cell of ours looks. */
export const STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  `<numFmts count="${formats.length}">${formats
    .map((code, at) => `<numFmt numFmtId="${FIRST_FORMAT + at}" formatCode="${code}"/>`)
    .join('')}</numFmts>` +
  `<fonts count="3"><font><sz val="12"/>${FONT}</font>` +
  `<font><b/><sz val="12"/>${FONT}</font>` +
  `<font><u/><sz val="12"/><color rgb="FF0B5CAD"/>${FONT}</font></fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFDCEDF9"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  `<border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${cellFormats.length}">${cellFormats.join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

function cellFormat(format: number, font: number, fill: number, alignment: string): string {
  const applied = `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"`;
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="1" xfId="0" ${applied}>${alignment}</xf>`;
}

/** Lines between cells, which spreadsheets show on the screen but do not print. */
function edge(side: string): string {
  return `<${side} style="thin"><color rgb="FFD5DAE2"/></${side}>`;
}
