import type { Words } from '../words.ts';
import { isExactNumber } from './exact-number.ts';
import type { GatheredRows } from './gather-rows.ts';
import type { Series } from './group-series.ts';
import { batched, numberCell, roundTo, sheetColumns, type Cells } from './sheet-cells.ts';
import type { Cell, Sheet } from './sheet-writer.ts';

/** A row a point, each with its change since the one before. */
export function seriesSheet(gathered: GatheredRows, words: Words): Sheet {
  const columns = sheetColumns(words, [
    ['column_subject', 26],
    ['column_scope', 30],
    ['column_unit', 12],
    ['column_period', 12],
    ['column_value', 16],
    ['sheet_series_change', 16],
    ['column_title', 40],
    ['column_id', 39],
  ]);
  // Sorted only once the rows have passed.
  const rows = function* () {
    let row = 1;
    for (const series of gathered.series()) {
      for (const at of series.points.keys()) yield seriesCells(gathered, series, at, ++row);
    }
  };
  return { name: words('sheet_series'), columns, batches: batched(rows()) };
}

function seriesCells(
  gathered: GatheredRows,
  { subject, organisation, unit, points }: Series,
  at: number,
  row: number,
): Cells {
  const [before, point] = [points[at - 1], points[at]];
  if (!point) return [];
  return [
    subject,
    organisation,
    unit || undefined,
    point.period,
    numberCell(point.value),
    before && changeFormula(before.value, point.value, row),
    gathered.articles.get(point.articleId)?.article.title,
    point.id,
  ];
}

function changeFormula(before: string, now: string, row: number): Cell {
  if (!isExactNumber(before) || !isExactNumber(now)) return undefined;
  return {
    type: 'formula',
    formula: `ROUND(E${row}-E${row - 1},10)`,
    value: roundTo(Number(now) - Number(before), 10),
  };
}
