import { gzipSync } from 'node:zlib';

/** Bytes, gzipped, that the script put into a page may have. */
export const LARGEST_CONTENT_SCRIPT = 40_000;

/** Bytes of a file as a store or a disk would compress it at best. */
export function gzippedSize(content: Buffer): number {
  return gzipSync(content, { level: 9 }).length;
}
