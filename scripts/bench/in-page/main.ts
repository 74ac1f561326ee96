/** What the bench asks of an extension page; bundled, and run there through the DevTools protocol. */
import './without-eval.ts';
import { longestFrame, timeCsv, timeWorkbook } from './export.ts';
import { memoryAboveRest } from './export-memory.ts';
import { fill, timeFacets, timeFirstRows, timeSearch, timeWriting } from './library.ts';
import { timePainting } from './paint-page.ts';
import { timeReading } from './read-page.ts';

const bench = {
  timeReading,
  timePainting,
  timeWriting,
  fill,
  timeFirstRows,
  timeSearch,
  timeFacets,
  timeCsv,
  timeWorkbook,
  longestFrame,
  memoryAboveRest,
};

export type Bench = typeof bench;

Object.assign(globalThis, { bench });
