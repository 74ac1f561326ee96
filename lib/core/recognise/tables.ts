import type { Figure } from '../annotation.ts';
import type { Block } from './blocks.ts';
import { scaleDecimal } from './decimal.ts';
import type { Draft } from './figure-draft.ts';
import { isNounAt } from './nouns.ts';
import { quantityValue, readQuantity, type Quantity } from './quantity.ts';
import type { ScanText } from './scan-text.ts';
import { negated } from './signs.ts';
import { tieShares, type TableRow } from './table-shares.ts';

/** A cell of a table, without the spaces around its words; spans are of the scan text. */
interface Cell {
  start: number;
  end: number;
  text: string;
}

/** What the head of a row or column says of the numbers under it. */
interface Label {
  words: string;
  /** The unit in brackets or behind a comma, as if a number stood before it: `Diện tích (ha)` → `1 ha`. */
  unit?: Quantity;
  /** The noun counted where brackets name no unit: `Dân số (người)` → `người`. */
  noun?: string;
  period?: string;
  /** Whether a row says what is counted, not whose it is. */
  isWhat?: boolean;
}

/** What the tables of a text give: a figure a cell, and the cells nothing else is to read. */
export interface TableFigures {
  drafts: Draft[];
  blocks: Block[];
}

const NUMBER = /^(?:[+–-]?\d[\d.,]*|\d[\d.,]*\s?\/\s?\d[\d.,]*)(?:\s?%)?$/;
const SIGN = /^[+–-]/;
const YEAR = /^(?:năm\s)?((?:19|20)\d{2})$/i;
/** Columns that number the rows. */
const ORDINALS = /^(?:stt|tt|số tt|số thứ tự|#)$/i;
const TOTAL = /^(?:tổng(?: cộng| số| cộng chung)?|cộng|chung)$/i;
const BRACKETED = /\s{0,3}[([]([^()[\]]{1,40})[)\]]\s{0,3}$/;
const AFTER_COMMA = /,\s*([^,]{1,20})$/;
/** What parts the cells of a row. */
const PARTS = /(\t| \| )/;
/** Heads of the rows that say what is counted, not whose it is. */
const WHAT_ROWS =
  /^(?:tiêu chí|chỉ tiêu|nội dung|cơ cấu|thành phần|đối tượng|loại(?: hình)?|lĩnh vực|ngành|khoản (?:thu|chi)|nguồn(?: vốn)?|hạng mục|độ tuổi|trình độ|nhóm)$/i;
/** Heads of columns that say only that there is an amount. */
const AMOUNT = /^(?:số lượng|số|tỷ lệ|tỉ lệ|tỷ trọng|kết quả|giá trị|số liệu)$/i;
const COUNT_WORDS = /^(?:số lượng|tổng số|số)\s+(?=\p{L})/iu;

/**
 * Reads the tables of a text, rows as lines and cells between tabs or bars: each number takes its subject, unit and
 * period from the head of its column and row. `Đơn vị⇥Diện tích (ha)⏎Xã An⇥1.204,5` → a measure of 1204.5 har, scope `Xã An`.
 */
export function readTables(scan: ScanText): TableFigures {
  const found: TableFigures = { drafts: [], blocks: [] };
  if (!isParted(scan.text)) return found;
  for (const rows of tablesOf(scan.text)) readTable(scan, rows, found);
  return found;
}

function isParted(text: string): boolean {
  // A bar is rare, a space is not: the search for three units would stop at each.
  return text.includes('\t') || (text.includes('|') && text.includes(' | '));
}

/** Runs of two lines or more with the same number of cells. */
function* tablesOf(text: string): Generator<Cell[][]> {
  let rows: Cell[][] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const cells = isParted(line) ? cellsOf(line, start) : [];
    if (rows.length > 0 && cells.length !== rows[0]?.length) {
      if (rows.length > 1) yield rows;
      rows = [];
    }
    if (cells.length > 1) rows.push(cells);
    start += line.length + 1;
  }
  if (rows.length > 1) yield rows;
}

function cellsOf(line: string, start: number): Cell[] {
  let at = start;
  return line.split(PARTS).flatMap((raw, index) => {
    const text = raw.trim();
    const from = at + raw.indexOf(text);
    at += raw.length;
    return index % 2 === 0 ? [{ start: from, end: from + text.length, text }] : [];
  });
}

function readTable(scan: ScanText, [head = [], ...rows]: Cell[][], found: TableFigures): void {
  // A first row of numbers is no head: without one, cells say nothing that prose rules do not.
  if (head.some(({ text }) => NUMBER.test(text) && !YEAR.test(text))) return;
  const columns = head.map(({ text }) => labelOf(text));
  for (const cell of head) if (/\d/.test(cell.text)) found.blocks.push(cell);
  const read = rows.map((row) => readRow(scan, row, { head, columns }, found.blocks));
  tieShares(read);
  for (const { cells } of read) found.drafts.push(...cells.values());
}

function readRow(
  scan: ScanText,
  row: readonly Cell[],
  { head, columns }: { head: readonly Cell[]; columns: readonly Label[] },
  blocks: Block[],
): TableRow {
  const named = row.findIndex(({ text }, at) => text && !NUMBER.test(text) && !isOrdinal(head[at]));
  const dated = row.findIndex(({ text }, at) => YEAR.test(text) && isYears(head[at]));
  const isWhat = WHAT_ROWS.test(head[named]?.text ?? '');
  const label = labelOfRow(row[dated], row[named]);
  const cells = new Map<number, Draft>();
  for (const [at, cell] of row.entries()) {
    if (!NUMBER.test(cell.text)) continue;
    blocks.push(cell);
    if (isOrdinal(head[at]) || at === dated) continue;
    const draft = cellDraft(scan, cell, columns[at], label && { ...label, isWhat });
    if (draft) cells.set(at, draft);
  }
  return { cells, isTotal: TOTAL.test(label?.words ?? '') };
}

/** What a row is of: the year that heads it, the words that do, or both. */
function labelOfRow(year: Cell | undefined, name: Cell | undefined): Label | undefined {
  const named = name && labelOf(name.text);
  return year ? { ...labelOf(year.text), ...named } : named;
}

/** Columns that date the rows. */
function isYears(head: Cell | undefined): boolean {
  return /^(?:năm|thời gian|giai đoạn)$/i.test(head?.text ?? '');
}

function isOrdinal(head: Cell | undefined): boolean {
  return ORDINALS.test(head?.text ?? '');
}

function labelOf(text: string): Label {
  const period = YEAR.exec(text)?.[1];
  if (period) return { words: '', period };
  const tail = BRACKETED.exec(text) ?? AFTER_COMMA.exec(text);
  if (!tail) return { words: text };
  const named = (tail[1] ?? '').replace(/^(?:đvt|đơn vị(?: tính)?)\s*:\s*/i, '');
  const unit = readQuantity(`1 ${named.toLowerCase()}`, 0);
  const words = text.slice(0, tail.index).trim();
  if (unit && !unit.bare && unit.end === named.length + 2) return { words, unit };
  return isNounAt(named.toLowerCase(), 0) ? { words, noun: named } : { words: text };
}

function cellDraft(
  scan: ScanText,
  { start, end, text }: Cell,
  column: Label | undefined,
  row: Label | undefined,
): Draft | undefined {
  const quantity = readSigned(scan.lower, start);
  if (!quantity || quantity.end !== end || !column) return undefined;
  // Where the column is a year, the row says what is counted; else the column does, and the row says whose.
  const counted = column.period ? row : column;
  const given = withUnit(quantity, counted?.unit ?? row?.unit);
  const name = column.period || !row || TOTAL.test(row.words) ? undefined : row.words;
  const period = column.period ?? row?.period;
  const figure: Figure = {
    type: 'figure',
    start,
    end,
    exact: text,
    kind: given.kind,
    value: quantityValue(given) as Figure['value'],
    ...(given.unit && given.kind !== 'percentage' && { unit: given.unit }),
    ...(given.per && { per: given.per }),
    ...what(counted, given.kind),
    ...(name && row?.isWhat && { property: name }),
    ...(period && { period }),
    ...(name && !row?.isWhat && { scope: name }),
    rule: 'table-cell',
  };
  return { figure, quantity: given, start, end, sentence: start };
}

/** Reads a number with the sign it may bear: `–1,4` → −1.4. */
function readSigned(lower: string, start: number): Quantity | undefined {
  const sign = lower.charAt(start);
  if (!SIGN.test(sign)) return readQuantity(lower, start);
  const quantity = readQuantity(lower, start + 1);
  return sign === '+' || !quantity ? quantity : negated(quantity, start);
}

function withUnit(cell: Quantity, unit: Quantity | undefined): Quantity {
  if (!unit || !cell.bare || cell.ratio) return cell;
  const { kind, per, magnitude } = unit;
  const values = cell.values.map((value) => scaleDecimal(value, magnitude));
  return { ...cell, kind, values, ...(unit.unit && { unit: unit.unit }), ...(per && { per }) };
}

/** A count has a subject; what is measured, paid or shared is a property. */
function what(label: Label | undefined, kind: Figure['kind']): Partial<Figure> {
  if (!label?.words) return {};
  if (label.noun) return { subject: label.noun, property: label.words };
  const isCount = kind === 'count' || kind === 'ratio';
  if (isCount && AMOUNT.test(label.words)) return {};
  return isCount ? { subject: label.words.replace(COUNT_WORDS, '') } : { property: label.words };
}
