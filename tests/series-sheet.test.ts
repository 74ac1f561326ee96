import { describe, expect, it } from 'vitest';
import { judgementId, type SeriesJudgement } from '../lib/core/collection/series-judgement.ts';
import { plainSpelling } from '../lib/core/collection/series/plain-spelling.ts';
import { clipFigures, type Clipped } from './clipped-figures.ts';
import { exportBytes } from './export-sample.ts';
import { header, readBook, rowsOf } from './read-workbook.ts';
import { words } from './sample-collection.ts';

describe('the sheet of series', () => {
  const texts = [
    ['Năm 2021, Đảng bộ huyện Mẫu Sơn có 1.764 đảng viên.', 'Bài một'],
    ['Năm 2021, Đảng bộ huyện Mẫu Sơn có 1.764 đảng viên.', 'Bài hai'],
    ['Năm 2022, Đảng bộ huyện Mẫu Sơn có 1.837 đảng viên.', 'Bài một'],
    ['Năm 2023, huyện Mẫu Sơn có 1.912 đảng viên.', 'Bài ba'],
  ] as const;

  async function sheetRows(judgements: readonly SeriesJudgement[]) {
    // One after the other: repeats are told in the order they were clipped.
    const clipped: Clipped[] = [];
    for (const [at, [text, title]] of texts.entries()) {
      clipped.push(await clipFigures({ text, title, url: `https://bao.example.vn/${at}` }));
    }
    const sample = {
      annotations: clipped.flatMap(({ annotations }) => annotations),
      articles: clipped.map(({ article }) => article),
      judgements,
    };
    const sheet = readBook(await exportBytes('xlsx', sample)).Sheets['Chuỗi số liệu'];
    return rowsOf(sheet).map((row) => [
      row.get(header('period'))?.v,
      row.get(header('value'))?.v,
      row.get(words('sheet_series_standing'))?.v,
      row.get(words('sheet_series_change'))?.v,
      row.get(header('title'))?.v,
    ]);
  }

  it('counts a repeat once, with every article that says it, and the change since the time before', async () => {
    expect(await sheetRows([])).toEqual([
      ['2021', 1764, '2 bài cùng nêu', undefined, 'Bài một; Bài hai'],
      ['2022', 1837, 'một bài nêu', 73, 'Bài một'],
    ]);
  });

  it('joins what people joined', async () => {
    const key = (organisation: string) =>
      JSON.stringify(['đảng viên', organisation, 'count', '', '', 'level'].map(plainSpelling));
    const of: [string, string] = [key('đảng bộ huyện mẫu sơn'), key('huyện mẫu sơn')];
    const judgement: SeriesJudgement = {
      type: 'series-judgement',
      id: judgementId(of),
      verdict: 'same',
      of,
      note: '',
      modified: '2026-01-01T00:00:00.000Z',
    };
    expect((await sheetRows([judgement])).map(([period]) => period)).toEqual([
      '2021',
      '2022',
      '2023',
    ]);
  });
});
