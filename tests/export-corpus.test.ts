import { existsSync } from 'node:fs';
import * as xlsx from '@e965/xlsx';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../lib/core/export/columns.ts';
import { standardChoice } from '../lib/core/export/profile.ts';
import { clipAll } from './clipped-corpus.ts';
import { exportBytes } from './export-sample.ts';
import { words } from './sample-collection.ts';

/** Whole articles: our own, and the real ones where they are present. */
const FOLDERS = ['corpus/', '../../shared/corpus/'].map(
  (folder) => new URL(folder, import.meta.url),
);

describe.each(FOLDERS)('every mention of the articles in %s', (folder) => {
  it.skipIf(!existsSync(folder))(
    'goes out to Excel and Word as the article has it',
    async () => {
      const sample = await clipAll(folder);
      const book = xlsx.read(await exportBytes('xlsx', sample));
      const rows = xlsx.utils.sheet_to_json<Record<string, unknown>>(
        book.Sheets['Trích đoạn'] ?? {},
      );
      expect(rows).toHaveLength(sample.annotations.length);
      for (const [at, row] of rows.entries()) {
        const { mention } = sample.annotations[at] ?? {};
        expect(row[words('column_exact')]).toBe(mention?.exact);
        expect(row[words('column_verified')]).toBe(words('verdict_verified'));
        if (mention?.type !== 'figure') continue;
        const [first] =
          typeof mention.value === 'string' ? mention.value.split('/') : mention.value;
        expect(row[words('column_value')]).toBe(Number(first));
      }
      const columns = columnsOf(standardChoice('docx').columns);
      const word = Buffer.from(await exportBytes('docx', sample, { columns }));
      const { value: text } = await mammoth.extractRawText({ buffer: word });
      for (const { target } of sample.annotations) {
        for (const line of target.selector[0].exact.split('\n')) expect(text).toContain(line);
      }
    },
    120_000,
  );
});
