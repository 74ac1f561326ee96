import { browser } from '#imports';
import type { CitationStyle } from '../core/cite/citation-style.ts';
import { exchangeFileName } from '../core/export/exchange-file.ts';
import type { ExportOrder, ExportReport, Extent } from '../core/export/export-messages.ts';
import { fileName, formatOf } from '../core/export/formats.ts';
import type { ExportChoice } from '../core/export/profile.ts';
import type { PackContent } from '../core/pack/pack-content.ts';
import { PACK_FORMATS, packFileName } from '../core/pack/pack-formats.ts';
import { downloadFile } from './download.ts';
import { localised } from './localised.ts';
import { unlessAborted } from './unless-aborted.ts';

/** What is to be exported. */
export interface ExportTask {
  /** How many excerpts that is. */
  total: number;
  /** Sends their ids through a port to whoever makes the file. */
  sendIds: (to: MessagePort) => Promise<void>;
  choice: ExportChoice;
  /** What the choice's `citationStyle` names, if it is on this machine. */
  style: CitationStyle | undefined;
  /** How much of the collection that is. */
  extent: Extent;
  now: Date;
}

/** A reading pack to be written, in a format of `PACK_FORMATS`. */
interface PackExportTask {
  content: PackContent;
  format: string;
  now: Date;
}

/** An export that failed; there is no file. */
export class ExportError extends Error {
  override name = 'ExportError';
  readonly messageKey: string;

  constructor(messageKey: string) {
    super(`export: ${messageKey}`);
    this.messageKey = messageKey;
  }
}

/**
 * Makes a file in a worker of its own, so that this page stays free, and hands it to the reader when it is whole.
 * Gives how many excerpts are in it. Rejects with `ExportError`, or with the signal's reason when it is cancelled;
 * nothing is saved then.
 */
export async function runExport(
  task: ExportTask,
  signal: AbortSignal,
  heard: (done: number) => void,
): Promise<number> {
  const { file, written } = await makeInWorker((worker) => sendTask(worker, task), signal, heard);
  const { format } = task.choice;
  const name =
    format === 'json' ? exchangeFileName(task.now) : fileName(formatOf(format), task.now);
  downloadFile(document, name, file);
  return written;
}

/** Makes a reading pack's file and hands it to the reader, as `runExport` does; gives how many items are in it. */
export async function runPackExport(
  { content, format, now }: PackExportTask,
  signal: AbortSignal,
  heard: (done: number) => void,
): Promise<number> {
  const order: ExportOrder = {
    type: 'pack',
    content,
    format,
    now,
    locale: localised('locale_code'),
  };
  const send = (worker: Worker) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
    worker.postMessage(order);
    return Promise.resolve();
  };
  const { file, written } = await makeInWorker(send, signal, heard);
  const known = PACK_FORMATS[format];
  if (known) downloadFile(document, packFileName(content, known), file);
  return written;
}

async function makeInWorker(
  send: (worker: Worker) => Promise<void>,
  signal: AbortSignal,
  heard: (done: number) => void,
): Promise<Extract<ExportReport, { type: 'done' }>> {
  signal.throwIfAborted();
  const worker = new Worker(browser.runtime.getURL('/export-worker.js'));
  try {
    const answer = answerOf(worker, heard);
    await unlessAborted(signal, send(worker));
    return await unlessAborted(signal, answer);
  } finally {
    worker.terminate();
  }
}

function answerOf(
  worker: Worker,
  heard: (done: number) => void,
): Promise<Extract<ExportReport, { type: 'done' }>> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data: report }: MessageEvent<ExportReport>) => {
      if (report.type === 'progress') heard(report.done);
      else if (report.type === 'done') resolve(report);
      else reject(new ExportError(report.messageKey));
    });
    worker.addEventListener('error', () => reject(new ExportError('error_export')));
  });
}

async function sendTask(worker: Worker, { sendIds, ...task }: ExportTask): Promise<void> {
  const { port1: to, port2: ids } = new MessageChannel();
  const locale = localised('locale_code');
  const order: ExportOrder = { type: 'start', ...task, locale, ids };
  worker.postMessage(order, [ids]);
  await sendIds(to);
}
