/** A copy of a page to read and cut at will, with the way back to the page itself. */
export interface PageSnapshot {
  document: Document;
  /** The live text node a text node of the copy was made from. */
  liveOf(node: Text): Text | undefined;
}

const SHOW_TEXT = 4;

/**
 * Copies a page. The copy's forms lose `name` and `id`, because a field named `parentNode` or `childNodes`
 * would otherwise answer in the place of the form's own property. Undefined above `most` text nodes.
 */
export function takeSnapshot(live: Document, most: number): PageSnapshot | undefined {
  const nodes: Text[] = [];
  const here = live.createTreeWalker(live, SHOW_TEXT);
  while (here.nextNode()) {
    if (nodes.length === most) return undefined;
    nodes.push(here.currentNode as Text);
  }
  const document = live.cloneNode(true) as Document;
  const source = new Map<Text, Text>();
  const there = document.createTreeWalker(document, SHOW_TEXT);
  for (const node of nodes) source.set(there.nextNode() as Text, node);
  for (const field of document.querySelectorAll('form [name], form [id]')) {
    if (/^(?:input|select|textarea|button|output|fieldset|object|img)$/i.test(field.tagName)) {
      field.removeAttribute('name');
      field.removeAttribute('id');
    }
  }
  return { document, liveOf: (node) => source.get(node) };
}
