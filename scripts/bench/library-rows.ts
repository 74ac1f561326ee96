import { inExtensionPage, type RemoteBench } from './extension-page.ts';
import type { AddRow } from './row.ts';
import type { Comparison } from './side-by-side.ts';

const WRITTEN = 10_000;
const COLLECTED = 100_000;

/** A collection of the size that years of work leave behind, in an extension page of a real Chromium. */
export function libraryRows(add: AddRow): Promise<void> {
  return inExtensionPage(async (bench) => {
    const compare = (what: string, limit: number, { ratio, first, second }: Comparison) => {
      const note = `${first.toFixed(1)} ms over ${second.toFixed(1)} ms`;
      add({ what, value: ratio, unit: '×', limit, note });
    };
    const write = `writing ${WRITTEN} excerpts over raw IndexedDB puts`;
    compare(write, 2, await bench.timeWriting(WRITTEN));
    await bench.fill(COLLECTED);
    const of = `of ${COLLECTED} excerpts`;
    compare(`first 50 rows ${of} over a raw read of 50`, 3, await bench.timeFirstRows());
    compare(`one search ${of} over includes on the same strings`, 2, await bench.timeSearch());
    compare(`counts of all facets ${of} over one indexed count`, 5, await bench.timeFacets());
    compare(`CSV ${of} over a raw cursor read`, 1.5, await bench.timeCsv());
    compare(`.xlsx ${of} over a bare zip of its cells as XML`, 2, await bench.timeWorkbook());
    for (const format of ['csv', 'xlsx'] as const) await addExport(add, bench, format, of);
  });
}

/** What making a file of all takes of the page and of its memory. */
async function addExport(
  add: AddRow,
  bench: RemoteBench,
  format: 'csv' | 'xlsx',
  of: string,
): Promise<void> {
  // What was measured before leaves garbage, and one of the exports its collection.
  const frames = [await bench.longestFrame(format), await bench.longestFrame(format)];
  add({
    what: `.${format} ${of}: longest blocked frame`,
    value: Math.min(...frames),
    unit: 'ms',
    limit: 50,
    note: 'tasks of 50 ms and less are 0',
  });
  add({
    what: `.${format} ${of}: memory above rest`,
    value: await bench.memoryAboveRest(format),
    unit: 'MB',
    limit: 50,
    note: 'in the browser, after collecting garbage',
  });
}
