import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { columnsOf } from '../../lib/core/export/columns.ts';
import type { ExportSource } from '../../lib/core/export/export-source.ts';
import type { FormatName } from '../../lib/core/export/formats.ts';
import { standardChoice } from '../../lib/core/export/profile.ts';
import { makeRow } from '../../lib/core/export/row.ts';
import { exportWriter } from '../../lib/core/export/write-export.ts';
import { generateCollection } from '../../tests/generated-collection.ts';
import { words } from '../../tests/sample-collection.ts';

const PER_BATCH = 500;
/** The most megabytes in use, garbage aside, while so many rows are written, over what was in use before. */
export async function measureExportMemory(rows: number): Promise<number> {
  let most = 0;
  for (const format of ['csv', 'xlsx'] as const) {
    const rest = usedMegabytes();
    const look = () => (most = Math.max(most, usedMegabytes() - rest));
    let length = 0;
    for await (const piece of await write(format, rows, look)) length += piece.length;
    if (length === 0) throw new Error(`nothing was written as ${format}`);
  }
  return most;
}

async function write(format: FormatName, rows: number, look: () => void) {
  const { columns, order, layout } = standardChoice(format);
  const options = { columns: columnsOf(columns), order, layout };
  return (await exportWriter(format))(source(rows, look), options, { now: new Date(), words });
}

/** Rows made as they are asked for, so that what holds them is the writer; `look` is called between batches. */
function source(rows: number, look: () => void): ExportSource {
  return {
    async *batches() {
      for (let batch = 0; batch < rows / PER_BATCH; batch++) {
        const size = { articles: 5, excerptsPerArticle: PER_BATCH / 5, seed: batch + 1 };
        const { articles, annotations } = await generateCollection(size);
        const byId = new Map(articles.map((article) => [article.id, article]));
        look();
        yield annotations.map((annotation) => makeRow(annotation, byId.get(annotation.articleId)));
      }
    },
    collection: () => Promise.reject(new Error('only rows are asked for')),
    entries: () => Promise.resolve([]),
    judgements: () => Promise.resolve([]),
  };
}

function usedMegabytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1e6;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
