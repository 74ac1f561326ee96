/** A browser that never says that printing has ended must not keep the page for ever. */
const LONGEST_MS = 10 * 60_000;

/**
 * Prints a page of HTML from a frame of its own, in which nothing runs and from which nothing is reached; the browser's
 * dialog saves it as PDF too. Resolves when the dialog has been opened.
 * @param prepare does what is left to do on the page once it is laid out
 */
export async function printPage(
  document: Document,
  html: string,
  prepare: (page: Document) => void,
): Promise<void> {
  const frame = document.createElement('iframe');
  // The page around it asks the frame to print: that needs one origin, and leave to open the dialog.
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.style.cssText = 'position: fixed; inset: 0; z-index: -1; visibility: hidden; border: 0;';
  frame.ariaHidden = 'true';
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  if (frame.contentDocument) prepare(frame.contentDocument);
  const inside = frame.contentWindow;
  const remove = () => frame.remove();
  inside?.addEventListener('afterprint', remove, { once: true });
  setTimeout(remove, LONGEST_MS);
  inside?.print();
}
