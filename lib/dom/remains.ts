const SHOW_ELEMENT_AND_TEXT = 5;
const TEXT_NODE = 3;

/** What remains of a page as parts of it are thought away; the page itself stays as it is. */
export class Remains {
  readonly #gone = new Set<Node>();
  /** What holds something that is gone. */
  readonly #touched = new Set<Node>();

  takeOut(node: Node): void {
    this.#gone.add(node);
    let at = node.parentNode;
    for (; at && !this.#touched.has(at); at = at.parentNode) this.#touched.add(at);
  }

  /** Does a node stand in something that was taken out? */
  lacks(node: Node): boolean {
    for (let at: Node | null = node; at; at = at.parentNode) if (this.#gone.has(at)) return true;
    return false;
  }

  textOf(element: Element): string {
    if (!this.#touched.has(element)) return element.textContent ?? '';
    let text = '';
    this.walk(element, (node) => {
      if (node.nodeType === TEXT_NODE) text += (node as Text).data;
    });
    return text;
  }

  /** The elements under an element that a selector matches, as far as they remain. */
  find(element: Element, selector: string): Element[] {
    const found = [...element.querySelectorAll(selector)];
    return this.#touched.has(element) ? found.filter((each) => !this.lacks(each)) : found;
  }

  childrenOf(element: Element): Element[] {
    return [...element.children].filter((child) => !this.#gone.has(child));
  }

  /** Visits the elements and the text that remain under a root, in document order. */
  walk(root: Element, visit: (node: Node) => void): void {
    const walker = root.ownerDocument.createTreeWalker(root, SHOW_ELEMENT_AND_TEXT);
    let node = walker.nextNode();
    while (node) {
      const isGone = this.#gone.has(node);
      if (!isGone) visit(node);
      node = isGone ? nextOutside(walker) : walker.nextNode();
    }
  }

  /** Copies a document as far as it remains. */
  copy(document: Document): Document {
    const copy = document.cloneNode(true) as Document;
    const here = document.createTreeWalker(document, SHOW_ELEMENT_AND_TEXT);
    const there = copy.createTreeWalker(copy, SHOW_ELEMENT_AND_TEXT);
    const gone: ChildNode[] = [];
    while (here.nextNode() && there.nextNode()) {
      if (this.#gone.has(here.currentNode)) gone.push(there.currentNode as ChildNode);
    }
    for (const node of gone) node.remove();
    return copy;
  }
}

/** The next node that does not lie in the walker's current one. */
export function nextOutside(walker: TreeWalker): Node | null {
  do {
    const next = walker.nextSibling();
    if (next) return next;
  } while (walker.parentNode());
  return null;
}
