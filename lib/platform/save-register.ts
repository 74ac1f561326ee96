import { fileName, formatOf } from '../core/export/formats.ts';
import { downloadFile } from './download.ts';

/** Hands the reader the register of documents as a CSV file: `van-ban-trich-bao-2026-11-22.csv`. */
export function saveRegister(document: Document, text: string, now: Date): void {
  const csv = formatOf('csv');
  const file = new Blob([text], { type: csv.mediaType });
  downloadFile(document, `van-ban-${fileName(csv, now)}`, file);
}
