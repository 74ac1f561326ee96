import type { ProgrammeEntry } from '../collection/programme-entry.ts';
import type { SeriesJudgement } from '../collection/series-judgement.ts';
import type { Words } from '../words.ts';
import type { Column } from './columns.ts';
import type { Collection } from './json-ld.ts';
import type { RowOrder } from './order-rows.ts';
import type { Layout } from './profile.ts';
import type { Row } from './row.ts';
import type { Deflate } from './zip-stream.ts';

/** What is to go out. Rows come in batches, so that no format has to hold them all. */
export interface ExportSource {
  batches(): AsyncIterable<readonly Row[]>;
  /** The same excerpts as records, whole. */
  collection(): Promise<Collection>;
  /** What people said of the documents cited. */
  entries(): Promise<readonly ProgrammeEntry[]>;
  /** What people said of the series that figures make. */
  judgements(): Promise<readonly SeriesJudgement[]>;
}

/** How it is to look. */
export interface ExportOptions {
  columns: readonly Column[];
  order: RowOrder;
  layout: Layout;
}

/** The clock and the interface's words, as the caller has them; and what packs, where that is not this thread. */
export interface ExportWorld {
  now: Date;
  words: Words;
  pack?: Deflate;
}

/** Writes a file in pieces, from first to last byte. */
export type WriteExport = (
  source: ExportSource,
  options: ExportOptions,
  world: ExportWorld,
) => AsyncGenerator<string | Uint8Array<ArrayBuffer>>;
