import type { SeriesJudgement } from '../collection/series-judgement.ts';
import {
  conversionWords,
  pointPeriod,
  readingWords,
  standingWords,
  unitOf,
} from '../collection/series/series-words.ts';
import type { Series, SeriesPoint, SeriesValue } from '../collection/series/series.ts';
import type { Words } from '../words.ts';
import { isExactNumber } from './exact-number.ts';
import type { GatheredRows } from './gather-rows.ts';
import {
  batched,
  countCell,
  numberCell,
  roundTo,
  sheetColumns,
  type Cells,
} from './sheet-cells.ts';
import type { Cell, Sheet } from './sheet-writer.ts';

/** The column of the value, which the formulas of change name. */
const VALUE = 'F';

/** A row a value of each time, with its change since the time before and all that say it. */
export function seriesSheet(
  gathered: GatheredRows,
  judgements: readonly SeriesJudgement[],
  words: Words,
): Sheet {
  const columns = sheetColumns(words, [
    ['column_subject', 26],
    ['column_scope', 30],
    ['column_unit', 12],
    ['column_period', 18],
    ['sheet_series_written', 18],
    ['column_value', 16],
    ['sheet_series_upper', 16],
    ['sheet_series_conversion', 26],
    ['sheet_series_change', 16],
    ['sheet_series_standing', 18],
    ['sheet_series_sources', 10],
    ['column_title', 40],
    ['sheet_series_ids', 39],
  ]);
  // Grouped only once the rows have passed.
  const rows = function* () {
    let row = 1;
    for (const series of gathered.series(judgements)) {
      for (const [at, point] of series.points.entries()) {
        const before = series.points[at - 1];
        for (const value of point.values) {
          row++;
          const change = before && changeFormula(before, point, row);
          yield [
            ...saidCells(series, point, value, words),
            change,
            ...sourceCells(gathered, value, words),
          ];
        }
      }
    }
  };
  return { name: words('sheet_series'), columns, batches: batched(rows()) };
}

function saidCells(series: Series, point: SeriesPoint, said: SeriesValue, words: Words): Cells {
  const { value, conversion } = said;
  const [low, high] = typeof value === 'string' ? [value] : value;
  const reading = readingWords(words, series);
  return [
    [series.subject, reading && `(${reading})`].filter(Boolean).join(' '),
    series.organisation,
    unitOf(words, series) || undefined,
    pointPeriod(words, point),
    said.written,
    numberCell(low),
    numberCell(high),
    conversion && conversionWords(words, conversion),
  ];
}

function sourceCells(gathered: GatheredRows, said: SeriesValue, words: Words): Cells {
  const titles = said.sources.flatMap(
    ({ articleId }) => gathered.articles.get(articleId)?.article.title ?? [],
  );
  return [
    standingWords(words, said),
    countCell(said.articles),
    [...new Set(titles)].join('; '),
    said.sources.map(({ id }) => id).join('; '),
  ];
}

/** The change since the time before; none where a time has several values, or one that is no plain number. */
function changeFormula(before: SeriesPoint, now: SeriesPoint, row: number): Cell {
  const [was, is] = [plainValue(before), plainValue(now)];
  if (was === undefined || is === undefined) return undefined;
  return {
    type: 'formula',
    formula: `ROUND(${VALUE}${row}-${VALUE}${row - 1},10)`,
    value: roundTo(Number(is) - Number(was), 10),
  };
}

function plainValue({ values }: SeriesPoint): string | undefined {
  const [only, ...others] = values;
  if (!only || others.length > 0 || only.comparator || typeof only.value !== 'string')
    return undefined;
  return !only.value.includes('/') && isExactNumber(only.value) ? only.value : undefined;
}
