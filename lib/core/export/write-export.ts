import { writeCslJson } from './csl-json.ts';
import { writeCsv } from './csv.ts';
import type { WriteExport } from './export-source.ts';
import type { FormatName } from './formats.ts';
import { writeHtml } from './html.ts';
import { jsonLdPieces } from './json-ld.ts';
import { writeMarkdown } from './markdown.ts';
import { writeRis } from './ris.ts';
import { writeWorkbook } from './workbook.ts';

const writeJson: WriteExport = async function* (source, _, { now }) {
  yield* jsonLdPieces(await source.collection(), now);
};

/** What writes each format. The word processor's library is read only when it is asked for. */
const WRITERS: Record<FormatName, () => WriteExport | Promise<WriteExport>> = {
  xlsx: () => writeWorkbook(),
  docx: async () => (await import('./clip-report.ts')).writeDocx,
  csv: () => writeCsv,
  html: () => writeHtml,
  markdown: () => writeMarkdown,
  ris: () => writeRis,
  csl: () => writeCslJson,
  json: () => writeJson,
};

/** Gives what writes a format. */
export async function exportWriter(format: FormatName): Promise<WriteExport> {
  return WRITERS[format]();
}
