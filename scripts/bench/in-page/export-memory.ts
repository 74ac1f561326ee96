import type { FormatName } from '../../../lib/core/export/formats.ts';
import { openDatabase } from '../../../lib/platform/database.ts';
import { fileOf } from '../../../lib/platform/file-parts.ts';
import { idsOf, pieces } from './export.ts';

/** Pieces of the file between two looks: collecting garbage takes longer than making one. */
const BETWEEN = 20;

/** What `--enable-precise-memory-info` and `--expose-gc` add to Chromium. */
interface Measured {
  gc: (how: { type: 'major'; flavor: 'last-resort' }) => void;
  performance: { memory: { usedJSHeapSize: number } };
}

/** The most megabytes in use, garbage aside, while a file of all is made on this page, over what was before. */
export async function memoryAboveRest(format: FormatName): Promise<number> {
  const db = openDatabase();
  const rest = usedMegabytes();
  let most = 0;
  let passed = 0;
  const watched = async function* () {
    for await (const piece of await pieces(db, await idsOf(db), format)) {
      if (passed++ % BETWEEN === 0) most = Math.max(most, usedMegabytes() - rest);
      yield piece;
    }
  };
  const file = await fileOf(watched(), 'text/plain');
  most = Math.max(most, usedMegabytes() - rest);
  db.close();
  if (file.size === 0) throw new Error(`nothing was written as ${format}`);
  return most;
}

/** A single collection leaves what streams and promises held a moment ago; this one goes on until nothing more is freed. */
function usedMegabytes(): number {
  const { gc, performance: told } = globalThis as unknown as Measured;
  gc({ type: 'major', flavor: 'last-resort' });
  return told.memory.usedJSHeapSize / 1e6;
}
