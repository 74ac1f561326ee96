/** An article has more letters outside links than any teaser. */
const LEAST_LETTERS = 400;
/** Who wrote it and when: sections of one article do not each say so. */
const SIGNED = 'time, [class*=date i], [class*=time i], [class*=author i], [itemprop^=date]';

/**
 * Finds articles that stand one below the other, as on pages that scroll on: each the largest element around a main
 * heading with no other in it. Gives none where there are fewer than two.
 */
export function stackedArticles(document: Document): Element[] {
  const headings = [...document.getElementsByTagName('h1')];
  if (headings.length < 2) return [];
  const stacked = headings
    .map((heading) => largestAround(heading, headings))
    .filter((element) => isArticle(element) && lettersIn(element) >= LEAST_LETTERS);
  return stacked.length < 2 ? [] : stacked;
}

/** Which of the stacked articles the middle of the window shows, or comes nearest to; -1 where none are stacked. */
export function articleInView(document: Document): number {
  const middle = (document.defaultView?.innerHeight ?? 0) / 2;
  const distances = stackedArticles(document).map((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return Math.max(top - middle, middle - bottom, 0);
  });
  return distances.indexOf(Math.min(...distances));
}

function largestAround(heading: Element, headings: readonly Element[]): Element {
  let largest = heading;
  for (let at = heading.parentElement; at; at = at.parentElement) {
    const around = at;
    if (headings.some((other) => other !== heading && around.contains(other))) break;
    largest = at;
  }
  return largest;
}

function isArticle(element: Element): boolean {
  return element.querySelector(`article, ${SIGNED}`) !== null || element.tagName === 'ARTICLE';
}

function lettersIn(element: Element): number {
  const linked = [...element.querySelectorAll('a[href]')].map(({ textContent }) => textContent);
  return (element.textContent ?? '').trim().length - linked.join('').length;
}
