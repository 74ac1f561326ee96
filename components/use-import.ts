import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportSummary } from '../lib/core/collection/compare-import.ts';
import type { ImportProgress } from '../lib/core/collection/import-messages.ts';

/** A file that has been read and not yet written down; a failure rejects with an error that has a `messageKey`. */
export interface OpenedFile {
  summary: ImportSummary;
  /** Gives the ids of the excerpts added. */
  merge: () => Promise<readonly string[]>;
  /**
   * Makes a backup, then puts the file in the place of everything; gives how many excerpts there are, and the way
   * back. Without it this is not offered.
   */
  replace?: () => Promise<{ count: number; undo: () => Promise<unknown> }>;
  /** Lets go of the file. */
  close: () => void;
}

/** Reads a file and tells how far it is. Rejects with the signal's reason when cancelled. */
export type OpenFile = (
  file: File,
  signal: AbortSignal,
  heard: (progress: ImportProgress) => void,
) => Promise<OpenedFile>;

/** A file on its way in: being read, or read and waiting for what the reader says. */
export type Importing =
  { progress: ImportProgress | undefined; cancel: () => void } | { opened: OpenedFile };

/** Work that ends sooner needs no sign that it goes on; one would only flicker. */
const PATIENCE_MS = 400;

/** Takes in one file at a time; `failed` hears why one could not be read. */
export function useImport(openFile: OpenFile, failed: (error: unknown) => void) {
  const [importing, setImporting] = useState<Importing>();
  const running = useRef<AbortController>(undefined);
  const last = useRef<OpenedFile>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const offer = async (file: File) => {
    running.current?.abort();
    last.current?.close();
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    const show = (progress?: ImportProgress) =>
      signal.aborted || setImporting({ progress, cancel: () => controller.abort() });
    let isPatient = true;
    const patience = setTimeout(() => {
      isPatient = false;
      show();
    }, PATIENCE_MS);
    try {
      const opened = await openFile(file, signal, (progress) => isPatient || show(progress));
      last.current = opened;
      setImporting({ opened });
    } catch (error) {
      if (running.current === controller) setImporting(undefined);
      if (!signal.aborted) failed(error);
    } finally {
      clearTimeout(patience);
    }
  };
  return { importing, offer: (file: File) => void offer(file), end: () => setImporting(undefined) };
}
