import type { Outgoing, OutgoingCount } from '../lib/core/collection/library-desk.ts';
import type { RowOrder } from '../lib/core/export/order-rows.ts';
import type { ExportChoice, ExportProfile } from '../lib/core/export/profile.ts';
import type { Row } from '../lib/core/export/row.ts';
import type { CitationStyleActions } from './citation-style-actions.ts';

/** What the export dialog asks of storage and files; a failure rejects with an error that has a `messageKey`. */
export interface ExportActions {
  /** How many excerpts could go out. */
  count: (of: Omit<Outgoing, 'isApproved'>) => Promise<OutgoingCount>;
  /** The first that go out with their articles, cited in the style of that id, for the preview. */
  rows: (
    outgoing: Outgoing,
    order: RowOrder,
    count: number,
    citationStyle: string | undefined,
  ) => Promise<Row[]>;
  /**
   * Makes the file and hands it to the reader; gives how many excerpts are in it. `heard` is told how many are done.
   * Rejects with the signal's reason when cancelled; no file is left then.
   */
  run: (
    task: { outgoing: Outgoing; total: number; choice: ExportChoice },
    signal: AbortSignal,
    heard: (done: number) => void,
  ) => Promise<number>;
  loadProfiles: () => Promise<ExportProfile[]>;
  /** Each gives all profiles there are then; the one saved is the last, in the place of the one named by `id`. */
  saveProfile: (name: string, choice: ExportChoice, id?: string) => Promise<ExportProfile[]>;
  removeProfile: (id: string) => Promise<ExportProfile[]>;
  styles: CitationStyleActions;
}
