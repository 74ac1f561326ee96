/**
 * Finds the elements that one of many selectors matches, each once. One simple selector at a time, because browsers
 * answer a lone tag, class or id several times faster than a list of them.
 */
export function selectAll(root: ParentNode, selectors: readonly string[]): Set<Element> {
  const found = new Set<Element>();
  for (const selector of selectors) {
    for (const element of root.querySelectorAll(selector)) found.add(element);
  }
  return found;
}

/** As `selectAll`, in document order, as one query with a list of the selectors would give them. */
export function selectInOrder(root: ParentNode, selectors: readonly string[]): Element[] {
  return [...selectAll(root, selectors)].sort((a, b) =>
    a.compareDocumentPosition(b) & FOLLOWING ? -1 : 1,
  );
}

const FOLLOWING = 4;
