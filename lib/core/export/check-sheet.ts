import type { Words } from '../words.ts';
import { isExactNumber } from './exact-number.ts';
import type { ExcerptCheck } from './excerpt-checks.ts';
import type { CheckedFigures, GatheredRows } from './gather-rows.ts';
import { batched, numberCell, roundTo, sheetColumns, type Cells } from './sheet-cells.ts';
import type { Cell, Sheet } from './sheet-writer.ts';

/** What parts the figures of one check. */
const SEPARATOR = '; ';

/** Stated, part and whole stand in C, D and E; the formulas of F, G and H count with them and with nothing else. */
export function checkSheet(gathered: GatheredRows, words: Words): Sheet {
  const columns = sheetColumns(words, [
    ['column_exact', 18],
    ['sheet_check_rule', 18],
    ['sheet_check_stated', 14],
    ['sheet_check_part', 12],
    ['sheet_check_whole', 12],
    ['sheet_check_computed', 14],
    ['sheet_check_difference', 14],
    ['sheet_check_verdict', 24],
    ['column_sentence', 60],
    ['column_title', 40],
    ['sheet_series_ids', 39],
  ]);
  // Gathered only once the rows have passed.
  const rows = function* () {
    let row = 1;
    for (const item of gathered.checks) yield checkCells(item, ++row, words);
  };
  return { name: words('sheet_checks'), columns, batches: batched(rows()) };
}

function checkCells(
  { check, exact, quote, title, ids }: CheckedFigures,
  row: number,
  words: Words,
): Cells {
  const { ratio, stated, computed } = check;
  const share = shareOf(check);
  return [
    exact.join(SEPARATOR),
    words(`rule_check_${check.rule.replaceAll('-', '_')}` as Parameters<Words>[0]) || check.rule,
    numberCell(stated),
    numberCell(ratio?.part),
    numberCell(ratio?.whole),
    share === undefined ? numberCell(computed) : shareFormula(row, share),
    differenceFormula(check, row),
    verdictCell(check, row, words),
    quote,
    title,
    ids.join(SEPARATOR),
  ];
}

/** The percentage that part and whole make, where both can stand as numbers in the sheet. */
function shareOf({ ratio }: ExcerptCheck): number | undefined {
  if (!ratio || ![ratio.part, ratio.whole].every(isExactNumber)) return undefined;
  const share = (Number(ratio.part) / Number(ratio.whole)) * 100;
  return Number.isFinite(share) ? share : undefined;
}

function shareFormula(row: number, share: number): Cell {
  return { type: 'formula', formula: `ROUND(D${row}/E${row}*100,4)`, value: roundTo(share, 4) };
}

/** Text where a number is expected makes a formula fail, so there is none where a number is not exact. */
function isCountable({ stated, computed }: ExcerptCheck): boolean {
  return [stated, computed].every((value) => /^-?\d+(\.\d+)?$/.test(value) && isExactNumber(value));
}

function differenceFormula(check: ExcerptCheck, row: number): Cell {
  if (!isCountable(check)) return undefined;
  const { stated, computed } = check;
  const exactly = shareOf(check) ?? Number(computed);
  return {
    type: 'formula',
    formula: `ROUND(C${row}-F${row},4)`,
    value: roundTo(Number(stated) - roundTo(exactly, 4), 4),
  };
}

function verdictCell(check: ExcerptCheck, row: number, words: Words): Cell {
  const { stated, verdict } = check;
  const said = words(`sheet_verdict_${verdict}`);
  if (shareOf(check) === undefined || !isCountable(check)) return said;
  const places = stated.split('.')[1]?.length ?? 0;
  const [exact, rounded, cut, wrong] = (['exact', 'rounded', 'truncated', 'mismatch'] as const).map(
    (each) => `"${words(`sheet_verdict_${each}`).replaceAll('"', '""')}"`,
  );
  const share = `D${row}/E${row}*100`;
  const formula =
    `IF(ROUND(${share}-C${row},9)=0,${exact},IF(ROUND(${share},${places})=C${row},${rounded},` +
    `IF(ROUNDDOWN(${share},${places})=C${row},${cut},${wrong})))`;
  return { type: 'formula', formula, value: said };
}
