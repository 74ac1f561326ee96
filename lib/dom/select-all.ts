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
