import { webUrl } from '../collection/passage-link.ts';
import type { Words } from '../words.ts';
import type { Cell, SheetColumn } from './sheet-writer.ts';
import { formatDay, readMoment, serialDay } from './times.ts';

export type Cells = readonly Cell[];

/** Rows of the smaller sheets handed over at once. */
const BATCH = 500;

/** A number where it is one, else text. */
export function numberCell(value: string | undefined): Cell {
  return value && /^-?\d+(\.\d+)?$/.test(value) ? { type: 'number', decimal: value } : value;
}

/** The rows of one article share its times. */
const MOST_REMEMBERED = 1000;
const remembered = new Map<string, Cell>();

/** A day or time as a spreadsheet's date; what is no whole date is text as in reports: `2020-07` → `07/2020`. */
export function dateCell(value: string | undefined): Cell {
  if (!value) return undefined;
  const known = remembered.get(value);
  if (known !== undefined) return known;
  const moment = readMoment(value);
  const serial = moment && serialDay(moment);
  const cell: Cell = serial
    ? { type: 'date', serial, hasTime: moment.time !== undefined }
    : formatDay(value);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(value, cell);
  return cell;
}

/** An address of the web as a link, any other as text. */
export function linkCell(address: string): Cell {
  const url = webUrl(address);
  return url ? { type: 'link', text: address, address: url } : address;
}

export function countCell(count: number): Cell {
  return { type: 'number', decimal: String(count) };
}

export function sheetColumns(
  words: Words,
  list: readonly (readonly [header: Parameters<Words>[0], width: number])[],
): SheetColumn[] {
  return list.map(([header, width]) => ({ header: words(header), width }));
}

/** As an array's `map`, without the array. */
export function* mapEach<In, Out>(items: Iterable<In>, change: (item: In) => Out): Generator<Out> {
  for (const item of items) yield change(item);
}

export function* batched(rows: Iterable<Cells>): Generator<Cells[]> {
  let batch: Cells[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** A formula's result as the spreadsheet's `ROUND` gives it. */
export function roundTo(value: number, places: number): number {
  return Number(value.toFixed(places));
}
