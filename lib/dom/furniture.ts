import names from './furniture.json' with { type: 'json' };
import { selectAll } from './select-all.ts';

/** How much text an element holds, in characters without white space. */
interface Mass {
  all: number;
  linked: number;
  /** Text outside links in runs long enough to be prose. */
  prose: number;
  links: number;
  /** Links long enough to be headlines. */
  headlines: number;
}

const NOTHING: Mass = { all: 0, linked: 0, prose: 0, links: 0, headlines: 0 };

const SELECTORS = [...names.roles.map((role) => `[role='${role}']`), ...names.selectors].join(',');
/** What `SELECTORS` look at; the few elements that have one of these are then looked at closely. */
const TELLING = '[role], [hidden], [aria-hidden], [type], [data-type], [data-role], [style]';
const NAME = new RegExp(
  `(?<!(?:${names.names.not.join('|')}) )(?<= )(?:${names.names.words.join('|')})(?= )`,
);
const STEM = new RegExp(names.names.stems.join('|'));
/** Readers may write more than the reporter did, so that the share of the prose says nothing. */
const COMMENTS = new RegExp(names.names.comments.join('|'));

/** A text node shorter than this is a label, a caption or a number; headlines seldom reach it outside links. */
const PROSE = 60;
const HEADLINE = 20;
/** An element that holds more of the page's prose than this is the article's own wrapper, whatever its name. */
const MAIN_SHARE = 0.5;

/**
 * Takes what surrounds articles out of a copied page: navigation, players, related boxes, comments, share bars,
 * lists of links. Judged by tag, role, name and make-up, never by site. What holds one of `kept`, or lies in the
 * region that the reader chose, stays.
 * @returns how many headlines to other pages were taken out
 */
export function clearFurniture(
  document: Document,
  kept: readonly Element[],
  region?: Element,
): number {
  const keeps = (element: Element) =>
    kept.some((each) => element.contains(each)) || (region?.contains(element) ?? false);
  for (const element of selectAll(document, names.tags)) element.remove();
  for (const element of document.querySelectorAll(TELLING)) {
    if (element.matches(SELECTORS) && !keeps(element)) element.remove();
  }
  const masses = weigh(document.body);
  const total = masses.get(document.body)?.prose ?? 0;
  const isMain = (element: Element) =>
    keeps(element) || (masses.get(element)?.prose ?? 0) > total * MAIN_SHARE;
  for (const element of document.body.querySelectorAll('[class], [id], aside, header, footer')) {
    const name = nameOf(element);
    const hasLinks = (masses.get(element)?.linked ?? 0) > 0;
    if (COMMENTS.test(squeeze(name)) && !keeps(element)) element.remove();
    else if (isNamedFurniture(element, name, hasLinks) && !isMain(element)) element.remove();
  }
  return clearLinkLists(document, keeps);
}

function squeeze(name: string): string {
  return name.replaceAll(' ', '');
}

function isNamedFurniture(element: Element, name: string, hasLinks: boolean): boolean {
  const isInArticle = element.closest('article, main') !== null;
  if (element.tagName === 'ASIDE') return hasLinks || !isInArticle;
  if (/^(?:HEADER|FOOTER)$/.test(element.tagName) && !isInArticle) return true;
  return NAME.test(name) || STEM.test(squeeze(name));
}

/** Class and id as words: `articleRelated box-tag` → `" article related box tag "`. */
export function nameOf(element: Element): string {
  const name = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[^A-Za-z0-9]+/g, ' ');
  return ` ${words.trim().toLowerCase()} `;
}

/** Weighs every element under a root in one walk. */
function weigh(root: Element): Map<Element, Mass> {
  const masses = new Map<Element, Mass>();
  const walker = root.ownerDocument.createTreeWalker(root, 5);
  const open: Element[] = [root];
  masses.set(root, { ...NOTHING });
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    while (open.length > 1 && node.parentNode !== open.at(-1)) close(open, masses);
    if (node.nodeType === 1) {
      open.push(node as Element);
      masses.set(node as Element, { ...NOTHING });
      continue;
    }
    const mass = masses.get(open.at(-1) ?? root);
    const length = (node.nodeValue ?? '').trim().length;
    if (!mass) continue;
    mass.all += length;
    if (length >= PROSE) mass.prose += length;
  }
  while (open.length > 1) close(open, masses);
  return masses;
}

function close(open: Element[], masses: Map<Element, Mass>): void {
  const element = open.pop();
  const mass = element && masses.get(element);
  const parent = masses.get(open.at(-1) ?? (element as Element));
  if (!element || !mass || !parent) return;
  if (element.tagName === 'A' && element.hasAttribute('href')) {
    mass.linked = mass.all;
    mass.prose = 0;
    mass.links = 1;
    mass.headlines = mass.all >= HEADLINE ? 1 : 0;
  }
  parent.all += mass.all;
  parent.linked += mass.linked;
  parent.prose += mass.prose;
  parent.links += mass.links;
  parent.headlines += mass.headlines;
}

/** Takes out lists of links and rows of teasers: three or more like siblings that each begin with a headline. */
function clearLinkLists(document: Document, keeps: (element: Element) => boolean): number {
  const masses = weigh(document.body);
  let headlines = 0;
  const takeOut = (element: Element) => {
    if (!element.isConnected || keeps(element)) return;
    headlines += masses.get(element)?.headlines ?? 0;
    element.remove();
  };
  for (const [element, mass] of masses) {
    if (!element.isConnected || element === document.body || isInline(element)) continue;
    if (isLinkList(mass)) takeOut(element);
    else for (const row of teaserRows(element, masses)) for (const teaser of row) takeOut(teaser);
  }
  return headlines;
}

/** Prose rules a list out: a short article must not go with the links around it. */
function isLinkList({ all, linked, links, prose }: Mass): boolean {
  return links >= 3 && linked > all * 0.7 && prose < 3 * PROSE;
}

function isInline(element: Element): boolean {
  return /^(?:A|B|I|EM|STRONG|SPAN|FONT|U|SUP|SUB|P|DT|DD|H[1-6])$/.test(element.tagName);
}

/** Groups of an element's children that look alike and are teasers. */
function teaserRows(parent: Element, masses: ReadonlyMap<Element, Mass>): Element[][] {
  if (parent.childElementCount < 3) return [];
  const rows = new Map<string, Element[]>();
  for (const child of parent.children) {
    if (isInline(child) || !isTeaser(child, masses)) continue;
    const key = `${child.tagName} ${(child.getAttribute('class') ?? '').split(/\s+/)[0] ?? ''}`;
    const row = rows.get(key);
    if (row) row.push(child);
    else rows.set(key, [child]);
  }
  return [...rows.values()].filter((row) => row.length >= 3);
}

/** A teaser leads to another page by a headline and has at most a summary besides. */
function isTeaser(element: Element, masses: ReadonlyMap<Element, Mass>): boolean {
  const mass = masses.get(element);
  if (!mass || mass.headlines === 0 || mass.all > 900) return false;
  const text = (element.textContent ?? '').trim();
  const headline = [...element.querySelectorAll('a[href]')].find(
    (link) => (link.textContent ?? '').trim().length >= HEADLINE,
  );
  const label = (headline?.textContent ?? '').trim();
  const before = text.indexOf(label);
  return mass.linked > mass.all * 0.6 || (before >= 0 && before <= 40);
}
