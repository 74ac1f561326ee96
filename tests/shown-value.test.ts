import { SSF } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { columns } from '../lib/core/export/columns.ts';
import type { FormatName } from '../lib/core/export/formats.ts';
import { shownValue } from '../lib/core/export/shown-value.ts';
import { exportBytes, exportText, rowsOf } from './export-sample.ts';
import { header, readBook, rowsOf as cellsOf } from './read-workbook.ts';
import { collection, words } from './sample-collection.ts';

const DATES = [
  '2026-11-22T20:00:00Z',
  '2026-11-20T06:07:00+07:00',
  '2026-11-20',
  '2020-07',
  '1899-12-31',
];
/** What a figure is of, in time: a day, a month, a span of them. */
const PERIODS = ['2026-09-30', '2024-03', '2026/2030', '2026-01/2026-09'];
const NUMBERS = ['1837.5', '-31.3', '12345678901234567890', '0.25'];

/** The sample's first excerpt with another day or number, as a preview shows it. */
async function sampleOf(
  fields: { publishedTime?: string; value?: string; period?: string },
  format: FormatName,
) {
  const { annotations, articles } = await collection();
  const [annotation, article] = [annotations[0], articles[0]];
  if (!annotation || !article) throw new Error('no sample');
  if (fields.publishedTime) article.publishedTime = fields.publishedTime;
  const { value, period } = fields;
  Object.assign(annotation.mention ?? {}, value && { value }, period && { period });
  const sample = { annotations: [annotation], articles: [article] };
  const [row] = rowsOf(sample);
  const preview = (key: string) => {
    const column = columns.find((each) => each.key === key);
    const value = row && column?.value(row, words);
    return column && value && shownValue(column, value, format);
  };
  return { sample, preview };
}

describe('what the preview shows is what the file shows', () => {
  it.each(DATES)('a day in Excel: %s', async (publishedTime) => {
    const { sample, preview } = await sampleOf({ publishedTime }, 'xlsx');
    const [row] = cellsOf(readBook(await exportBytes('xlsx', sample)).Sheets['Trích đoạn']);
    const cell = row?.get(header('published'));
    expect(preview('published')).toBe(
      cell?.t === 'n' ? SSF.format(String(cell.z), cell.v) : cell?.v,
    );
  });

  it.each(PERIODS)('a time a figure is of, in Excel: %s', async (period) => {
    const { sample, preview } = await sampleOf({ period }, 'xlsx');
    const [row] = cellsOf(readBook(await exportBytes('xlsx', sample)).Sheets['Trích đoạn']);
    const cell = row?.get(header('period'));
    expect(preview('period')).toBe(cell?.t === 'n' ? SSF.format(String(cell.z), cell.v) : cell?.v);
    // No clerk writes a day as computers do.
    expect(preview('period')).not.toMatch(/\d{4}[-/]/);
  });

  it.each(NUMBERS)('a number in Excel: %s', async (value) => {
    const { sample, preview } = await sampleOf({ value }, 'xlsx');
    const [row] = cellsOf(readBook(await exportBytes('xlsx', sample)).Sheets['Trích đoạn']);
    const cell = row?.get(header('value'));
    const shown = cell?.t === 'n' ? Number(cell.v).toLocaleString('vi-VN') : cell?.v;
    expect(preview('value')).toBe(shown);
  });

  it.each(DATES)('a day in a report: %s', async (publishedTime) => {
    const { sample, preview } = await sampleOf({ publishedTime }, 'html');
    expect(await exportText('html', sample)).toContain(`<bdi>${preview('published')}</bdi>`);
  });

  it.each(PERIODS)('a time a figure is of, in a report: %s', async (period) => {
    const { sample, preview } = await sampleOf({ period }, 'html');
    expect(await exportText('html', sample)).toContain(`<bdi>${preview('period')}</bdi>`);
  });

  it.each([...DATES, ...NUMBERS])('a day or number in CSV: %s', async (text) => {
    const isDate = DATES.includes(text);
    const { sample, preview } = await sampleOf(
      isDate ? { publishedTime: text } : { value: text },
      'csv',
    );
    expect(preview(isDate ? 'published' : 'value')).toBe(text);
    expect(await exportText('csv', sample)).toContain(`,${text},`);
  });
});
