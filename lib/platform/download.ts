/** Long enough for the browser to have read the blob; a blob never revoked stays in memory with the page. */
const KEPT_MS = 60_000;

/** Hands the reader a file; the extension needs no permission for it. */
export function downloadFile(document: Document, name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
