import names from './furniture.json' with { type: 'json' };
import { HEADLINE, outlinePage, PROSE, type PageOutline, type Part } from './page-outline.ts';
import type { Remains } from './remains.ts';
import { selectAll } from './select-all.ts';

const TAGS: ReadonlySet<string> = new Set(names.tags);
const SELECTORS = [...names.roles.map((role) => `[role='${role}']`), ...names.selectors].join(',');
/** What `SELECTORS` look at; the few elements that have one of these are then looked at closely. */
const TELLING = 'role hidden aria-hidden type data-type data-role style'
  .split(' ')
  .map((name) => `[${name}]`);
const NAME = new RegExp(
  `(?<!(?:${names.names.not.join('|')}) )(?<= )(?:${names.names.words.join('|')})(?= )`,
);
const STEM = new RegExp(names.names.stems.join('|'));
/** Readers may write more than the reporter did, so that the share of the prose says nothing. */
const COMMENTS = new RegExp(names.names.comments.join('|'));

/** An element that holds more of the page's prose than this is the article's own wrapper, whatever its name. */
const MAIN_SHARE = 0.5;

/** Outlines a page without the elements whose tags alone tell furniture; undefined above `most` text nodes. */
export function outlineWithoutFurnitureTags(root: Element, most: number): PageOutline | undefined {
  return outlinePage(root, TAGS, most);
}

/**
 * Takes what surrounds articles out of a page's outline: navigation, players, related boxes, comments, share bars,
 * lists of links. Judged by role, name and make-up, never by site. What holds one of `kept`, or lies in the
 * region that the reader chose, stays.
 * @returns how many headlines to other pages were taken out
 */
export function clearFurniture(
  outline: PageOutline,
  kept: readonly Element[],
  region?: Element,
): number {
  const [root] = outline.parts;
  if (!root) return 0;
  const { remains } = outline;
  const remaining = kept.filter((element) => !remains.lacks(element));
  const keeps = ({ element }: Part) =>
    remaining.some((each) => element.contains(each)) || (region?.contains(element) ?? false);
  const telling = selectAll(root.element, TELLING);
  outline.visit((part, at) => {
    if (!telling.has(part.element)) return;
    if (part.element.matches(SELECTORS) && !keeps(part)) outline.takeOut(at);
  });
  outline.weigh();
  const main = root.prose * MAIN_SHARE;
  const judge = nameJudge();
  outline.visit((part, at) => {
    const name = judge(part.element);
    const isFurniture = name.isComments
      ? !keeps(part)
      : isNamedFurniture(part, name.isFurniture) && part.prose <= main && !keeps(part);
    if (isFurniture) outline.takeOut(at);
  });
  outline.weigh();
  return clearLinkLists(outline, keeps);
}

interface Judgement {
  isComments: boolean;
  isFurniture: boolean;
}

/** Judges elements by class and id, those of one name once: a page repeats few names many times. */
function nameJudge(): (element: Element) => Judgement {
  const known = new Map<string, Judgement>();
  return (element) => {
    const raw = rawName(element);
    let judgement = known.get(raw);
    if (!judgement) {
      const name = wordsOf(raw);
      const squeezed = name.replaceAll(' ', '');
      const isFurniture = NAME.test(name) || STEM.test(squeezed);
      judgement = { isComments: COMMENTS.test(squeezed), isFurniture };
      known.set(raw, judgement);
    }
    return judgement;
  };
}

function isNamedFurniture({ element, linked }: Part, isSoNamed: boolean): boolean {
  const { tagName } = element;
  if (tagName === 'ASIDE') return linked > 0 || !isInArticle(element);
  if ((tagName === 'HEADER' || tagName === 'FOOTER') && !isInArticle(element)) return true;
  return isSoNamed;
}

function isInArticle(element: Element): boolean {
  return element.closest('article, main') !== null;
}

/** Class and id as words: `articleRelated box-tag` → `" article related box tag "`. */
export function nameOf(element: Element): string {
  return wordsOf(rawName(element));
}

function rawName(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
}

function wordsOf(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[^A-Za-z0-9]+/g, ' ');
  return ` ${words.trim().toLowerCase()} `;
}

/** Takes out lists of links and rows of teasers: three or more like siblings that each begin with a headline. */
function clearLinkLists(outline: PageOutline, keeps: (part: Part) => boolean): number {
  let headlines = 0;
  const takeOut = (at: number) => {
    const part = outline.parts[at];
    if (!part || part.isGone || keeps(part)) return;
    headlines += part.headlines;
    outline.takeOut(at);
  };
  outline.visit((part, at) => {
    if (isInline(part.element)) return;
    if (isLinkList(part)) takeOut(at);
    else for (const row of teaserRows(outline, at)) for (const teaser of row) takeOut(teaser);
  });
  return headlines;
}

/** Prose rules a list out: a short article must not go with the links around it. */
function isLinkList({ text, linked, links, prose }: Part): boolean {
  return links >= 3 && linked > text * 0.7 && prose < 3 * PROSE;
}

const INLINE = new Set('A B I EM STRONG SPAN FONT U SUP SUB P DT DD H1 H2 H3 H4 H5 H6'.split(' '));

function isInline({ tagName }: Element): boolean {
  return INLINE.has(tagName);
}

/** Groups of a part's children that look alike and are teasers, by their places in the outline. */
function teaserRows({ parts, remains }: PageOutline, at: number): number[][] {
  const rows = new Map<string, number[]>();
  const parent = parts[at];
  // Below three headlines no row of three teasers comes together.
  if (!parent || parent.headlines < SHORTEST_ROW) return [];
  for (let next = at + 1; next < parent.end; next = parts[next]?.end ?? parent.end) {
    const child = parts[next];
    if (!child || child.isGone || isInline(child.element) || !isTeaser(child, remains)) continue;
    const { tagName } = child.element;
    const key = `${tagName} ${(child.element.getAttribute('class') ?? '').split(/\s+/)[0] ?? ''}`;
    const row = rows.get(key);
    if (row) row.push(next);
    else rows.set(key, [next]);
  }
  return [...rows.values()].filter((row) => row.length >= SHORTEST_ROW);
}

const SHORTEST_ROW = 3;

/** A teaser leads to another page by a headline and has at most a summary besides. */
function isTeaser(part: Part, remains: Remains): boolean {
  if (part.headlines === 0 || part.text > 900) return false;
  if (part.linked > part.text * 0.6) return true;
  const text = remains.textOf(part.element).trim();
  const headline = remains
    .find(part.element, 'a[href]')
    .find((link) => remains.textOf(link).trim().length >= HEADLINE);
  const label = headline ? remains.textOf(headline).trim() : '';
  const before = text.indexOf(label);
  return before >= 0 && before <= 40;
}
