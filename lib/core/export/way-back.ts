import { FORMAT_NAMES, formatOf } from './formats.ts';

/** What of a file can come back: all of it, what people edited in it, or nothing. */
export type WayBack = 'whole' | 'edits' | 'none';

/** What Excel calls a table of plain text, separated by tabs. */
const TABLE = /\.(csv|txt)$/i;

/**
 * What can come back of a file, by its name: `"trich-bao-2026-11-22.docx"` → `"none"`. A name that tells nothing is
 * read as the library's own file, which says of itself what it is.
 */
export function wayBackOf(name: string): WayBack {
  if (TABLE.test(name)) return 'edits';
  const lower = name.toLowerCase();
  const known = FORMAT_NAMES.map(formatOf).find(({ extension }) => lower.endsWith(`.${extension}`));
  return known?.wayBack ?? 'whole';
}
