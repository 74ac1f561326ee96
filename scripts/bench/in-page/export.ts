import { columnsOf } from '../../../lib/core/export/columns.ts';
import type { ExportOrder, ExportReport } from '../../../lib/core/export/export-messages.ts';
import type { FormatName } from '../../../lib/core/export/formats.ts';
import { standardChoice } from '../../../lib/core/export/profile.ts';
import { exportWriter } from '../../../lib/core/export/write-export.ts';
import type { Row } from '../../../lib/core/export/row.ts';
import { escapeXml } from '../../../lib/core/export/xml-text.ts';
import { zipStream } from '../../../lib/core/export/zip-stream.ts';
import { openDatabase, type Database } from '../../../lib/platform/database.ts';
import { exportRows } from '../../../lib/platform/export-rows.ts';
import { packingWorker } from '../../../lib/platform/packing-worker.ts';
import { localeWords } from '../../../lib/platform/locale-words.ts';
import { sideBySide, type Comparison } from '../side-by-side.ts';
import { openRaw, readRaw } from './raw-storage.ts';

/** The whole collection as CSV, and a bare cursor over its excerpts. */
export async function timeCsv(): Promise<Comparison> {
  const db = openDatabase();
  const raw = await openRaw();
  const ids = await idsOf(db);
  const ours = async () => drain(await pieces(db, ids, 'csv'));
  const result = await sideBySide(ours, () => readRaw(raw), { rounds: 3 });
  raw.close();
  db.close();
  return result;
}

/** The whole collection as a workbook, and the same rows' cells as the least XML in a bare streamed archive. */
export async function timeWorkbook(): Promise<Comparison> {
  const db = openDatabase();
  const ids = await idsOf(db);
  const ours = async () => drain(await pieces(db, ids, 'xlsx'));
  const bare = async () => drain(zipStream([{ path: 'sheet.xml', text: bareSheet(db, ids) }]));
  const result = await sideBySide(ours, bare, { rounds: 2 });
  db.close();
  return result;
}

/** The longest task, in ms, that kept the page from drawing while the worker made a file of all; 0 for none over 50. */
export async function longestFrame(format: FormatName): Promise<number> {
  const db = openDatabase();
  const ids = await idsOf(db);
  db.close();
  const worker = new Worker('/export-worker.js');
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
  const send = (order: ExportOrder) => worker.postMessage(order);
  const done = new Promise<ExportReport>((resolve) =>
    worker.addEventListener('message', ({ data: report }: MessageEvent<ExportReport>) => {
      if (report.type !== 'progress') resolve(report);
    }),
  );
  const tasks = watchTasks();
  const choice = standardChoice(format);
  send({ type: 'start', choice, now: new Date(), locale: 'vi', total: ids.length, extent: 'some' });
  for (let at = 0; at < ids.length; at += PART) {
    send({ type: 'ids', ids: ids.slice(at, at + PART) });
    await new Promise((resolve) => setTimeout(resolve));
  }
  send({ type: 'end' });
  const report = await done;
  worker.terminate();
  if (report.type !== 'done') throw new Error('the export failed');
  return tasks();
}

/** Excerpts told to the worker at once, as the library page does. */
const PART = 1000;

/** Watches for tasks that take the page's thread up for more than 50 ms; call it for the longest, 0 for none. */
function watchTasks(): () => number {
  let longest = 0;
  const hear = (entries: PerformanceEntryList) => {
    for (const { duration } of entries) longest = Math.max(longest, duration);
  };
  const observer = new PerformanceObserver((list) => hear(list.getEntries()));
  observer.observe({ type: 'longtask' });
  return () => {
    hear(observer.takeRecords());
    observer.disconnect();
    return longest;
  };
}

/** The ids of all excerpts, in the order they were made. */
export async function idsOf(db: Database): Promise<string[]> {
  return (await db.annotations.toCollection().primaryKeys()).toSorted();
}

/** Writes excerpts as a file in pieces. */
export async function pieces(db: Database, ids: readonly string[], format: FormatName) {
  const [write, words] = await Promise.all([exportWriter(format), localeWords('vi')]);
  const { columns, order, layout } = standardChoice(format);
  const source = exportRows(db, ids, new Date(), () => undefined);
  const world = { now: new Date(), words, pack: packingWorker() };
  return write(source, { columns: columnsOf(columns), order, layout }, world);
}

/** The rows of a workbook's first sheet as a spreadsheet needs them at the least: a text a cell, and nothing else. */
async function* bareSheet(db: Database, ids: readonly string[]): AsyncGenerator<string> {
  const words = await localeWords('vi');
  const columns = columnsOf(standardChoice('xlsx').columns);
  const cell = (value?: string) =>
    value ? `<c t="inlineStr"><is><t>${escapeXml(value)}</t></is></c>` : '<c/>';
  yield '<worksheet><sheetData>';
  for await (const rows of exportRows(db, ids, new Date(), () => undefined).batches()) {
    const cells = (row: Row) => columns.map(({ value }) => cell(value(row, words))).join('');
    yield rows.map((row) => `<row>${cells(row)}</row>`).join('');
  }
  yield '</sheetData></worksheet>';
}

async function drain(parts: AsyncIterable<string | Uint8Array>): Promise<number> {
  let length = 0;
  for await (const part of parts) length += part.length;
  return length;
}
