/** What the bench asks of an extension page; bundled, and run there through the DevTools protocol. */
import { timePainting } from './paint-page.ts';
import { timeReading } from './read-page.ts';

const bench = { timeReading, timePainting };

export type Bench = typeof bench;

Object.assign(globalThis, { bench });
