/** Long enough for the browser to have read the blob; a blob never revoked stays in memory with the page. */
const KEPT_MS = 60_000;

/** Hands the reader a file made of `pieces`; the extension needs no permission for it. */
export function download(
  document: Document,
  name: string,
  pieces: Iterable<string>,
  mediaType: string,
): void {
  const url = URL.createObjectURL(new Blob([...batches(pieces)], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

/** Pieces are a line each; a Blob of 100,000 tiny parts is many times slower to make than one of a few hundred. */
function* batches(pieces: Iterable<string>, size = 1000): Generator<string> {
  let batch: string[] = [];
  for (const piece of pieces) {
    batch.push(piece);
    if (batch.length < size) continue;
    yield batch.join('');
    batch = [];
  }
  yield batch.join('');
}
