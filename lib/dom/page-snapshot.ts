/** A copy of a page to read and cut at will, with the way back to the page itself. */
export interface PageSnapshot {
  document: Document;
  /** The live text node a text node of the copy was made from. */
  liveOf(node: Text): Text | undefined;
}

const SHOW_TEXT = 4;
const FIELDS = 'form [name], form [id]';
const FIELD_TAG = /^(?:input|select|textarea|button|output|fieldset|object|img)$/i;

/** Copies a page; the copy's forms are as `freeForms` leaves them. */
export function takeSnapshot(live: Document): PageSnapshot {
  const document = live.cloneNode(true) as Document;
  const source = new Map<Text, Text>();
  const here = live.createTreeWalker(live, SHOW_TEXT);
  const there = document.createTreeWalker(document, SHOW_TEXT);
  while (here.nextNode() && there.nextNode()) {
    source.set(there.currentNode as Text, here.currentNode as Text);
  }
  freeForms(document);
  return { document, liveOf: (node) => source.get(node) };
}

/**
 * Takes `name` and `id` off the fields of a copied page's forms, because a field named `parentNode` or `childNodes`
 * answers in the place of the form's own property.
 */
export function freeForms(copy: Document): void {
  for (const field of copy.querySelectorAll(FIELDS)) {
    if (!FIELD_TAG.test(field.tagName)) continue;
    field.removeAttribute('name');
    field.removeAttribute('id');
  }
}

/** Has a page forms whose fields stand before what is read of every element, so that only a copy can be read? */
export function needsSnapshot(live: Document): boolean {
  const hides = (name: string | null) => name !== null && name in live.body;
  return [...live.querySelectorAll(FIELDS)].some(
    (field) =>
      FIELD_TAG.test(field.tagName) &&
      (hides(field.getAttribute('name')) || hides(field.getAttribute('id'))),
  );
}
