import type { OwnStyle } from '../lib/core/cite/citation-style.ts';

/** What the choice of a citation style asks of storage and files; a failure rejects with an error that has a `messageKey`. */
export interface CitationStyleActions {
  /** The reader's own styles, oldest first. */
  load: () => Promise<OwnStyle[]>;
  /** Keeps the style of a `.csl` file; gives all there are then, it the last. A file that is none is refused with the reason. */
  add: (file: File) => Promise<OwnStyle[]>;
  /** Gives all there are then. */
  remove: (id: string) => Promise<OwnStyle[]>;
}
