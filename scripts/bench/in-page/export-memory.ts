import type { FormatName } from '../../../lib/core/export/formats.ts';
import { openDatabase } from '../../../lib/platform/database.ts';
import { fileOf } from '../../../lib/platform/file-parts.ts';
import { idsOf, pieces } from './export.ts';

/** Batches between two looks: collecting garbage takes longer than writing one. */
const BETWEEN = 10;

/** What `--enable-precise-memory-info` and `--expose-gc` add to Chromium. */
interface Measured {
  gc: () => void;
  performance: { memory: { usedJSHeapSize: number } };
}

/** The most megabytes in use, garbage aside, while a file of all is made on this page, over what was before. */
export async function memoryAboveRest(format: FormatName): Promise<number> {
  const db = openDatabase();
  const rest = usedMegabytes();
  let most = 0;
  let batches = 0;
  const look = () => {
    if (batches++ % BETWEEN === 0) most = Math.max(most, usedMegabytes() - rest);
  };
  const file = await fileOf(await pieces(db, await idsOf(db), format, look), 'text/plain');
  most = Math.max(most, usedMegabytes() - rest);
  db.close();
  if (file.size === 0) throw new Error(`nothing was written as ${format}`);
  return most;
}

function usedMegabytes(): number {
  const { gc, performance: told } = globalThis as unknown as Measured;
  gc();
  return told.memory.usedJSHeapSize / 1e6;
}
