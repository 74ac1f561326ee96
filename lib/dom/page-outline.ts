import { nextOutside, Remains } from './remains.ts';

/** An element of a page and how much text remains in it, in characters without white space. */
export interface Part {
  readonly element: Element;
  /** Where its parent stands in the outline; -1 for the root. */
  readonly parent: number;
  /** Where the first part stands that is not in it. */
  end: number;
  isGone: boolean;
  readonly isLink: boolean;
  /** All text right in the element, and of that what is long enough to be prose. */
  ownText: number;
  ownProse: number;
  /** All text in it, also that of its descendants; so all that follows. */
  text: number;
  linked: number;
  /** Text outside links in runs long enough to be prose. */
  prose: number;
  links: number;
  /** Links long enough to be headlines. */
  headlines: number;
}

const SHOW_ELEMENT_AND_TEXT = 5;
const ELEMENT_NODE = 1;
/** A text node shorter than this is a label, a caption or a number; headlines seldom reach it outside links. */
export const PROSE = 60;
export const HEADLINE = 20;

/** The elements under a root in document order, and which of them are thought away. */
export class PageOutline {
  readonly parts: readonly Part[];
  readonly remains: Remains;

  constructor(parts: readonly Part[], remains: Remains) {
    this.parts = parts;
    this.remains = remains;
  }

  takeOut(at: number): void {
    const taken = this.parts[at];
    if (!taken) return;
    this.remains.takeOut(taken.element);
    for (let index = at; index < taken.end; index++) {
      const part = this.parts[index];
      if (part) part.isGone = true;
    }
  }

  /** Visits what remains below the root; what is taken out at a visit is not gone into. */
  visit(seen: (part: Part, at: number) => void): void {
    for (let at = 1; at < this.parts.length; at++) {
      const part = this.parts[at];
      if (part && !part.isGone) seen(part, at);
      if (part?.isGone) at = part.end - 1;
    }
  }

  /** Weighs again what remains, each part after all those in it. */
  weigh(): void {
    for (const part of this.parts) {
      part.text = part.ownText;
      part.prose = part.ownProse;
      part.linked = part.links = part.headlines = 0;
    }
    for (let at = this.parts.length - 1; at > 0; at--) {
      const part = this.parts[at];
      const parent = part && this.parts[part.parent];
      if (!parent || part.isGone) continue;
      if (part.isLink) becomeLink(part);
      parent.text += part.text;
      parent.linked += part.linked;
      parent.prose += part.prose;
      parent.links += part.links;
      parent.headlines += part.headlines;
    }
  }
}

function becomeLink(part: Part): void {
  part.linked = part.text;
  part.prose = 0;
  part.links = 1;
  part.headlines = part.text >= HEADLINE ? 1 : 0;
}

/**
 * Outlines what lies under a root in one walk, with elements of some tags (their `localName`) gone from the start.
 * Undefined above `most` text nodes.
 */
export function outlinePage(
  root: Element,
  gone: ReadonlySet<string>,
  most: number,
): PageOutline | undefined {
  const remains = new Remains();
  const first = newPart(root, -1);
  const parts = [first];
  let place = { at: 0, part: first };
  let texts = 0;
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_ELEMENT_AND_TEXT);
  let node = walker.nextNode();
  while (node) {
    const parent = node.parentNode;
    while (place.part.element !== parent && place.at > 0) {
      place.part.end = parts.length;
      const at = place.part.parent;
      place = { at, part: parts[at] ?? first };
    }
    const isElement = node.nodeType === ELEMENT_NODE;
    if (isElement && gone.has((node as Element).localName)) {
      remains.takeOut(node);
      node = nextOutside(walker);
      continue;
    }
    if (isElement) {
      const part = newPart(node as Element, place.at);
      place = { at: parts.length, part };
      parts.push(part);
    } else {
      if (++texts > most) return undefined;
      const length = (node as Text).data.trim().length;
      place.part.ownText += length;
      if (length >= PROSE) place.part.ownProse += length;
    }
    node = walker.nextNode();
  }
  // What the walk ended in ends with it.
  for (const part of parts) part.end ||= parts.length;
  return new PageOutline(parts, remains);
}

function newPart(element: Element, parent: number): Part {
  return {
    element,
    parent,
    end: 0,
    isGone: false,
    isLink: element.tagName === 'A' && element.hasAttribute('href'),
    ownText: 0,
    ownProse: 0,
    text: 0,
    linked: 0,
    prose: 0,
    links: 0,
    headlines: 0,
  };
}
