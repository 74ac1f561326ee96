import type { CitationStyle } from '../cite/citation-style.ts';
import type { PackContent } from '../pack/pack-content.ts';
import type { ExportChoice } from './profile.ts';

/**
 * How much of the collection goes out, where the file can hold all of it: some excerpts; all that the library shows, with
 * what people made of them (entries, judgements, packs); or everything, with the trash and damaged records too.
 */
export type Extent = 'some' | 'shown' | 'everything';

/**
 * What the export worker is sent: a pack whole; or the task, then the excerpts' ids in the library's order, then that
 * there are no more. The ids come by `ids` where the task has it, which the library's own worker holds the other end of.
 */
export type ExportOrder =
  | { type: 'pack'; content: PackContent; format: string; now: Date; locale: string }
  | {
      type: 'start';
      choice: ExportChoice;
      /** What the choice's `citationStyle` names, if it is on this machine. */
      style?: CitationStyle | undefined;
      now: Date;
      locale: string;
      total: number;
      extent: Extent;
      ids?: MessagePort;
    }
  | { type: 'ids'; ids: readonly string[] }
  | { type: 'end' };

/** What the worker answers: how far it is, then the file, whole, or why there is none. */
export type ExportReport =
  | { type: 'progress'; done: number }
  | { type: 'done'; file: Blob; written: number }
  | { type: 'failed'; messageKey: string };
