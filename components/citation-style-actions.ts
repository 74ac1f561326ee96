import type { OwnStyle } from '../lib/core/cite/citation-style.ts';

/** What the choice of a citation style asks of storage and files; a failure rejects with an error that has a `messageKey`. */
export interface CitationStyleActions {
  /**
   * Tells of the reader's own styles, oldest first, now and after every change, from whichever window. Gives a function
   * that stops it.
   */
  follow: (heard: (all: OwnStyle[]) => void, failed: (error: unknown) => void) => () => void;
  /** Keeps the style of a `.csl` file and gives it. A file that is none is refused with the reason. */
  add: (file: File) => Promise<OwnStyle>;
  remove: (id: string) => Promise<void>;
}
