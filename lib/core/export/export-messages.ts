import type { PackContent } from '../pack/pack-content.ts';
import type { ExportChoice } from './profile.ts';

/** An excerpt's id and the text it is sorted by (see `orderKey`). */
export type OrderedId = readonly [id: string, key: string];

/** What the page sends the export worker: a pack whole; or the task, then ids in parts, then that there are no more. */
export type ExportOrder =
  | { type: 'pack'; content: PackContent; format: string; now: Date; locale: string }
  | {
      type: 'start';
      choice: ExportChoice;
      now: Date;
      locale: string;
      total: number;
      isAll: boolean;
    }
  | { type: 'ids'; ids: readonly OrderedId[] }
  | { type: 'end' };

/** What the worker answers: how far it is, then the file, whole, or why there is none. */
export type ExportReport =
  | { type: 'progress'; done: number }
  | { type: 'done'; file: Blob; written: number }
  | { type: 'failed'; messageKey: string };
