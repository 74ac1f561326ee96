import type { ImportSummary } from './compare-import.ts';

/** What the page sends the import worker: a file to read; then, once it has been read, what to do with it. */
export type ImportOrder =
  | { type: 'read'; file: Blob }
  | { type: 'merge' }
  | { type: 'replace' }
  /** Puts back what the file took the place of. */
  | { type: 'restore' };

/** How far the reading of a file is; `total` is there where it can be told. */
export interface ImportProgress {
  stage: 'reading' | 'judging' | 'comparing';
  done: number;
  total: number | undefined;
}

/** What the worker answers: how far it is, then the outcome of the last order, or why there is none. */
export type ImportReport =
  | ({ type: 'progress' } & ImportProgress)
  | { type: 'read'; summary: ImportSummary }
  /** The excerpts that were not here, or after a replacement all there are. */
  | { type: 'written'; ids: string[] }
  | { type: 'failed'; messageKey: string };
