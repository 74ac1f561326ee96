import { browser } from '#imports';
import type { ExportOrder, ExportReport } from '../core/export/export-messages.ts';
import { standardChoice } from '../core/export/profile.ts';
import { BackupError } from './backup-folder.ts';
import { localised } from './localised.ts';

/**
 * Makes the file of the whole collection in the export worker, so that the page stays free.
 * @throws BackupError; there is no file then
 */
export async function makeBackup(now: Date): Promise<Blob> {
  const worker = new Worker(browser.runtime.getURL('/export-worker.js'));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has none
  const send = (order: ExportOrder) => worker.postMessage(order);
  try {
    const made = new Promise<Blob>((resolve, reject) => {
      const fail = () => reject(new BackupError('error_backup_failed'));
      worker.addEventListener('error', fail);
      worker.addEventListener('message', ({ data: report }: MessageEvent<ExportReport>) => {
        if (report.type === 'done') resolve(report.file);
        else if (report.type === 'failed') fail();
      });
    });
    const choice = standardChoice('json');
    const locale = localised('locale_code');
    send({ type: 'start', choice, now, locale, total: 0, extent: 'everything' });
    send({ type: 'end' });
    return await made;
  } finally {
    worker.terminate();
  }
}
