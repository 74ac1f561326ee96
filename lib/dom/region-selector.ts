/** A name that people gave: ids and classes with digits are often another for every article or every build. */
const LASTING = /^[a-z]+(?:[-_]{1,2}[a-z]+)*$/i;
/** More names than two make a selector that the next small change of the site breaks. */
const MOST_CLASSES = 2;

/**
 * Describes an element so that its like is found on the site's other pages: by tags and lasting names, from the nearest
 * ancestor that makes it the only one. `<div id="a-8123"><div class="content">` → `div.content`, where there is but one.
 */
export function describeRegion(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at && at.tagName !== 'HTML'; at = at.parentElement) {
    steps.unshift(stepTo(at));
    const selector = steps.join(' > ');
    if (element.ownerDocument.querySelectorAll(selector).length === 1) return selector;
  }
  return steps.join(' > ');
}

function stepTo(element: Element): string {
  const tag = CSS.escape(element.localName);
  if (LASTING.test(element.id)) return `${tag}#${element.id}`;
  const classes = [...element.classList].filter((name) => LASTING.test(name));
  if (classes.length > 0) return [tag, ...classes.slice(0, MOST_CLASSES)].join('.');
  const alike = [...(element.parentElement?.children ?? [])].filter(
    ({ localName }) => localName === element.localName,
  );
  return alike.length > 1 ? `${tag}:nth-of-type(${alike.indexOf(element) + 1})` : tag;
}
