import type * as xlsx from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Annotation, Mention } from '../lib/core/annotation.ts';
import { FORMAT_NAMES } from '../lib/core/export/formats.ts';
import { exportBytes, exportText } from './export-sample.ts';
import { HOSTILE, hostileCollection, printable } from './hostile-collection.ts';
import { readBook } from './read-workbook.ts';
import { nextId } from './sample-collection.ts';

/** Documents, and figures of two years, whose every field a page or a person can fill says a text. */
async function hostileMentions(text: string) {
  const { annotations, articles } = await hostileCollection(text);
  const [sample] = annotations;
  if (sample?.mention?.type !== 'figure') throw new Error('the sample begins with a figure');
  const { mention: figure } = sample;
  const { start, end, exact } = figure;
  const document: Mention = {
    type: 'programme',
    kind: 'scheme',
    number: text,
    issuer: text,
    term: text,
    title: text,
    alias: text,
    entity: text,
    rule: 'named',
    start,
    end,
    exact,
  };
  const mentions: Mention[] = [
    document,
    { ...figure, subject: text, scope: text, period: '2024' },
    { ...figure, subject: text, scope: text, period: '2025', value: '31' },
    { ...figure, subject: `đảng viên ${text}`, scope: `xã Mẫu ${text}`, period: '2024' },
    { ...figure, subject: `đảng viên ${text}`, scope: `xã Mẫu ${text}`, period: '2025' },
  ];
  return {
    annotations: mentions.map((mention): Annotation => ({ ...sample, id: nextId(), mention })),
    articles,
  };
}

const cellsOf = (sheet: xlsx.WorkSheet = {}) =>
  Object.entries(sheet).flatMap(([place, cell]) =>
    place.startsWith('!') ? [] : [cell as xlsx.CellObject],
  );
const plain = (text: unknown) => String(text).normalize('NFC').replace(/\s+/g, ' ').trim();

describe('the sheets of documents and series', () => {
  it.each(Object.entries(HOSTILE))('hold hostile words as text: %s', async (_, text) => {
    const { Sheets } = readBook(await exportBytes('xlsx', await hostileMentions(text)));
    const documents = cellsOf(Sheets['Văn bản']);
    expect(documents.map(({ v }) => plain(v))).toContain(plain(printable(text)));
    expect(documents.filter(({ f }) => f !== undefined)).toEqual([]);
    const series = cellsOf(Sheets['Chuỗi số liệu']);
    expect(series.some(({ v }) => plain(v).startsWith('đảng viên'))).toBe(true);
    const formulas = series.flatMap(({ f }) => f ?? []);
    expect(formulas.filter((f) => !/^ROUND\(F\d+-F\d+,10\)$/.test(f))).toEqual([]);
  });
});

/** What Vietnamese UTF-8 looks like when it has been read as Windows-1252 somewhere. */
const MOJIBAKE = /Ã[\u{80}-\u{BF}]|á»|áº|Ä‘|Æ°|�/u;

describe('every format', () => {
  const texts = FORMAT_NAMES.filter((name) => name !== 'xlsx' && name !== 'docx');

  it.each(texts)('%s keeps every accent', async (format) => {
    const sample = await hostileCollection('Đảng ủy xã Nghĩa Lộ “đổi mới”, ẵ ợ ỷ – 5 m²');
    const text = await exportText(format, sample);
    expect(text).not.toMatch(MOJIBAKE);
    expect(text).toMatch(/Đảng ủy xã Nghĩa Lộ “đổi mới”, ẵ ợ ỷ – 5 m²/);
  });

  it.each(texts)('%s is well formed whatever the page wrote', async (format) => {
    for (const text of Object.values(HOSTILE)) {
      const written = await exportText(format, await hostileMentions(text));
      expect(written.length).toBeGreaterThan(100);
      if (format === 'json' || format === 'csl')
        expect(() => void JSON.parse(written)).not.toThrow();
    }
  });
});
