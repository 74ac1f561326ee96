import { browser } from '#imports';
import type { ImportSummary } from '../core/collection/compare-import.ts';
import type {
  ImportOrder,
  ImportProgress,
  ImportReport,
} from '../core/collection/import-messages.ts';
import { unlessAborted } from './unless-aborted.ts';

/** A file that has been read and not yet written down; each deed rejects with `ImportFailure`, nothing is then changed. */
export interface OpenedImport {
  summary: ImportSummary;
  /** Gives the ids of the excerpts added. */
  merge: () => Promise<string[]>;
  /** Gives the ids of the excerpts there are then. */
  replace: () => Promise<string[]>;
  /** Puts back what `replace` took away. */
  restore: () => Promise<string[]>;
  /** Lets go of the file; what has been written stays. */
  close: () => void;
}

/** Why a file could not be read or written down, as the worker said it. */
export class ImportFailure extends Error {
  override name = 'ImportFailure';
  readonly messageKey: string;

  constructor(messageKey: string) {
    super(`import: ${messageKey}`);
    this.messageKey = messageKey;
  }
}

/**
 * Reads a file in a worker of its own, so that this page stays free however large it is, and tells how far it is.
 * Rejects with `ImportFailure`, or with the signal's reason when it is cancelled.
 */
export async function openImport(
  file: Blob,
  signal: AbortSignal,
  heard: (progress: ImportProgress) => void,
): Promise<OpenedImport> {
  signal.throwIfAborted();
  const worker = new Worker(browser.runtime.getURL('/import-worker.js'));
  const close = () => worker.terminate();
  try {
    const report = await unlessAborted(signal, order(worker, { type: 'read', file }, heard));
    if (report.type !== 'read') throw new ImportFailure('error_unexpected');
    const write = async (type: 'merge' | 'replace' | 'restore') => {
      const answer = await order(worker, { type });
      return answer.type === 'written' ? answer.ids : [];
    };
    return {
      summary: report.summary,
      merge: () => write('merge').finally(close),
      replace: () => write('replace'),
      restore: () => write('restore').finally(close),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

type Outcome = Exclude<ImportReport, { type: 'progress' | 'failed' }>;

/** Sends one order and waits for its outcome. */
function order(
  worker: Worker,
  message: ImportOrder,
  heard: (progress: ImportProgress) => void = () => undefined,
): Promise<Outcome> {
  const done = new AbortController();
  const { signal } = done;
  return new Promise<Outcome>((resolve, reject) => {
    const hear = ({ data: report }: MessageEvent<ImportReport>) => {
      if (report.type === 'progress') heard(report);
      else if (report.type === 'failed') reject(new ImportFailure(report.messageKey));
      else resolve(report);
    };
    worker.addEventListener('message', hear, { signal });
    const fail = () => reject(new ImportFailure('error_import_failed'));
    worker.addEventListener('error', fail, { signal });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
    worker.postMessage(message);
  }).finally(() => done.abort());
}
