/** Bytes gathered before they are handed to the browser, which keeps large blobs out of the page's memory. */
const LARGEST_PART = 4 * 1024 * 1024;

/** Gathers a file's pieces into one blob; until the last piece is there, there is no file. */
export async function fileOf(
  pieces: AsyncIterable<string | Uint8Array<ArrayBuffer>>,
  mediaType: string,
): Promise<Blob> {
  const parts: Blob[] = [];
  let pending: (string | Uint8Array<ArrayBuffer>)[] = [];
  let size = 0;
  for await (const piece of pieces) {
    pending.push(piece);
    size += piece.length;
    if (size < LARGEST_PART) continue;
    parts.push(new Blob(pending));
    pending = [];
    size = 0;
  }
  return new Blob([...parts, ...pending], { type: mediaType });
}
