import { citedBatches } from '../core/export/cited-rows.ts';
import { columnsOf } from '../core/export/columns.ts';
import type { ExportOrder, ExportReport } from '../core/export/export-messages.ts';
import type { ExportSource } from '../core/export/export-source.ts';
import { formatOf } from '../core/export/formats.ts';
import { exportWriter } from '../core/export/write-export.ts';
import { countItems } from '../core/pack/pack-content.ts';
import { PACK_FORMATS } from '../core/pack/pack-formats.ts';
import { citingWorker } from './citing-worker.ts';
import { openDatabase } from './database.ts';
import { exportRows, orderIds } from './export-rows.ts';
import { fileOf } from './file-parts.ts';
import { localeWords } from './locale-words.ts';
import { readCollection } from './merge-collection.ts';
import { packingWorker } from './packing-worker.ts';

/** Items of a pack told of at once. */
const PACK_BATCH = 10;

type Task = Extract<ExportOrder, { type: 'start' }>;
type PackTask = Extract<ExportOrder, { type: 'pack' }>;

/** The worker's own side of the channel. */
interface Port {
  postMessage(report: ExportReport): void;
  addEventListener(type: 'message', heard: (event: MessageEvent<ExportOrder>) => void): void;
}

/** Makes the one file a worker is started for. */
export function serveExport(port: Port): void {
  const ids: string[] = [];
  let task: Task | undefined;
  const progress = (done: number) => port.postMessage({ type: 'progress', done });
  const hear = ({ data: order }: MessageEvent<ExportOrder>) => {
    if (order.type === 'pack') void answer(port, makePack(order, progress));
    else if (order.type === 'start') {
      task = order;
      order.ids?.addEventListener('message', hear);
      order.ids?.start();
    } else if (order.type === 'ids') for (const id of order.ids) ids.push(id);
    else if (task) void answer(port, makeFile(task, ids, progress));
  };
  port.addEventListener('message', hear);
}

async function answer(port: Port, made: Promise<ExportReport>): Promise<void> {
  try {
    port.postMessage(await made);
  } catch (error) {
    const { messageKey } = error as { messageKey?: string };
    port.postMessage({ type: 'failed', messageKey: messageKey ?? 'error_export' });
  }
}

async function makeFile(
  { choice, style, now, locale, extent }: Task,
  given: readonly string[],
  progress: (done: number) => void,
): Promise<ExportReport> {
  const db = openDatabase();
  const ids = await orderIds(db, given, choice.order);
  const [words, write] = await Promise.all([localeWords(locale), exportWriter(choice.format)]);
  let done = 0;
  let written = 0;
  const rows = exportRows(db, ids, now, (count) => progress((done += count)));
  const batches = () =>
    style ? citedBatches(rows.batches(), citingWorker()(style)) : rows.batches();
  const source: ExportSource = {
    ...rows,
    async *batches() {
      for await (const batch of batches()) {
        written += batch.length;
        yield batch;
      }
    },
    collection: async () => {
      const named = extent === 'everything' ? undefined : ids;
      const collection = await readCollection(db, now, named, extent !== 'some');
      written = collection.annotations.length;
      return collection;
    },
  };
  const options = {
    columns: columnsOf(choice.columns),
    order: choice.order,
    layout: choice.layout,
  };
  const pieces = write(source, options, { now, words, pack: packingWorker() });
  const file = await fileOf(pieces, formatOf(choice.format).mediaType);
  return { type: 'done', file, written };
}

async function makePack(
  { content, format, now, locale }: PackTask,
  progress: (done: number) => void,
): Promise<ExportReport> {
  const known = PACK_FORMATS[format];
  if (!known) throw new Error(`no format ${format}`);
  const [words, write] = await Promise.all([localeWords(locale), known.writer()]);
  const total = countItems(content);
  let done = 0;
  const onItem = () => {
    done += 1;
    if (done % PACK_BATCH === 0 || done === total) progress(done);
  };
  const file = await fileOf(write(content, { now, words }, onItem), known.mediaType);
  return { type: 'done', file, written: total };
}
