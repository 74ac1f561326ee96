import type { CsvEdit } from './plan-csv-edits.ts';

/** Enough to see what a file would do; the counts say how many more rows there are. */
const SHOWN = 200;

/** What a CSV file would do to the collection: counts, and the first rows that would do something or are refused. */
export interface CsvPreview {
  changed: number;
  same: number;
  refused: number;
  rows: CsvEdit[];
}

/** What of a plan is shown: little enough to be handed to the page however large the file is. */
export function previewCsv(edits: readonly CsvEdit[]): CsvPreview {
  const of = (wanted: CsvEdit['status']) => edits.filter(({ status }) => status === wanted);
  const [changed, same, refused] = [of('changed'), of('same'), of('refused')];
  return {
    changed: changed.length,
    same: same.length,
    refused: refused.length,
    // What is refused is what a reader must see.
    rows: [...refused, ...changed].slice(0, SHOWN),
  };
}
