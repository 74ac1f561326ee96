import type { PackContent } from '../lib/core/pack/pack-content.ts';
import type { Pack, PackFrame, PackTemplate } from '../lib/core/pack/pack.ts';
import type { PackMaterial } from '../lib/core/pack/resolve-pack.ts';
import type { CitationStyleActions } from './citation-style-actions.ts';

/** All packs and templates, those changed last first. */
export interface PackShelf {
  packs: readonly Pack[];
  templates: readonly PackTemplate[];
}

/** What the packs' views ask of storage and files; a failure rejects with an error that has a `messageKey`. */
export interface PackActions {
  newId: () => string;
  now: () => Date;
  /** Tells of the packs now and after every change, from whichever window. Gives a function that stops it. */
  follow: (heard: (shelf: PackShelf) => void, failed: (error: unknown) => void) => () => void;
  /**
   * Stores a pack that was last stored at `base` (its `modified` then) and gives it as stored; under another id where
   * somebody changed it meanwhile.
   */
  save: (pack: Pack, base: string | undefined) => Promise<Pack>;
  /** Keeps a pack whose saving the page will not live to see. */
  putAside: (pack: Pack, base: string | undefined) => void;
  /** Deletes a pack or template so that it can be brought back. */
  drop: (id: string) => Promise<void>;
  bringBack: (id: string) => Promise<void>;
  keepTemplate: (frame: PackFrame) => Promise<PackTemplate>;
  /** Stores a template from a file; a file that is none is refused with the reason. */
  importTemplate: (file: File) => Promise<PackTemplate>;
  /** Hands the reader a template as a file. */
  shareTemplate: (frame: PackFrame) => void;
  /** What of the collection a pack names, its articles cited in the pack's style. */
  material: (pack: Pick<Pack, 'sections' | 'citationStyle'>) => Promise<PackMaterial>;
  styles: CitationStyleActions;
  /** The pack as one page of HTML, to look at; nothing where no such format is built in. */
  preview: (content: PackContent) => Promise<string | undefined>;
  /** Opens the browser's printing, which saves as PDF too; nothing happens where there is no `preview`. */
  print: (content: PackContent) => Promise<void>;
  /**
   * Makes a file of a format of `PACK_FORMATS` and hands it to the reader; gives how many items are in it. `heard` is
   * told how many are done. Rejects with the signal's reason when cancelled; no file is left then.
   */
  write: (
    task: { content: PackContent; format: string },
    signal: AbortSignal,
    heard: (done: number) => void,
  ) => Promise<number>;
}
