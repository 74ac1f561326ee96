import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import type { ExportChoice, ExportProfile } from '../lib/core/export/profile.ts';
import type { Row } from '../lib/core/export/row.ts';

/** What the export dialog asks of storage and files; a failure rejects with an error that has a `messageKey`. */
export interface ExportActions {
  /** The excerpts named with their articles, for the preview. */
  rows: (ids: readonly string[]) => Promise<Row[]>;
  /**
   * Makes the file and hands it to the reader; gives how many excerpts are in it. `heard` is told how many are done.
   * Rejects with the signal's reason when cancelled; no file is left then.
   */
  run: (
    task: { excerpts: readonly Excerpt[]; choice: ExportChoice },
    signal: AbortSignal,
    heard: (done: number) => void,
  ) => Promise<number>;
  loadProfiles: () => Promise<ExportProfile[]>;
  /** Each gives all profiles there are then. */
  saveProfile: (name: string, choice: ExportChoice) => Promise<ExportProfile[]>;
  removeProfile: (id: string) => Promise<ExportProfile[]>;
}
