import { breaksTables, stackTables } from './stacked-tables.ts';

/** Stands for a number while pages are counted: as wide as most. */
const PLACEHOLDER = '00';

/**
 * Writes the page's number into each line of a printed pack's contents (`.folio`). No browser has `target-counter()`,
 * so the pages are counted: each part of the pack, which begins on a page of its own, is laid out for a moment in columns
 * of a page's size, which break where pages do. Does nothing where there are no contents.
 */
export function numberContents(page: Document): void {
  const folios = [...page.querySelectorAll<HTMLElement>('.contents .folio')];
  if (folios.length === 0) return;
  const showAgain = showAsPrinted(page);
  for (const folio of folios) folio.textContent = PLACEHOLDER;
  const pages = countPages(page, folios.map(targetOf));
  for (const folio of folios) folio.textContent = String(pages.get(targetOf(folio)) ?? '');
  showAgain();
}

/** Anchor that a line of the contents leads to. */
function targetOf(folio: Element): string {
  return folio.closest('a')?.hash.slice(1) ?? '';
}

/** Gives each anchor's page, from 1. */
function countPages(page: Document, anchors: readonly string[]): Map<string, number> {
  const pages = new Map<string, number>();
  const isStacked = !breaksTables(page);
  let before = 0;
  for (const part of page.querySelectorAll('.part')) {
    const columns = inColumns(part);
    const unstack = isStacked ? stackTables(part) : undefined;
    const { left, width } = columns.getBoundingClientRect();
    const columnOf = (element: Element) => {
      const [first] = startOf(element).getClientRects();
      return Math.floor(((first?.left ?? left) - left) / width + 0.01);
    };
    for (const id of anchors) {
      const element = page.getElementById(id);
      if (element && part.contains(element)) pages.set(id, before + columnOf(element) + 1);
    }
    before += Math.max(1, Math.round(columns.scrollWidth / width));
    unstack?.();
    columns.replaceWith(part);
  }
  return pages;
}

/**
 * What is read first of an element. The element's own box may begin on the page before, with nothing in it; the heading
 * of a stacked table lies in its first box.
 */
function startOf(element: Element): Element {
  const heading = element.querySelector('h2, h3');
  if (heading) return heading;
  return element.firstElementChild ? startOf(element.firstElementChild) : element;
}

/** Puts a part into columns of a page's size, which are given. */
function inColumns(part: Element): HTMLElement {
  const columns = part.ownerDocument.createElement('div');
  Object.assign(columns.style, {
    width: 'var(--text-width)',
    height: 'var(--text-height)',
    columnWidth: 'var(--text-width)',
    columnGap: '0',
    columnFill: 'auto',
  });
  part.replaceWith(columns);
  columns.append(part);
  return columns;
}

/** Shows a page as it will be printed; gives a function that shows it as before. */
function showAsPrinted(page: Document): () => void {
  const rules = Array.from(page.styleSheets, ({ cssRules }) => Array.from(cssRules)).flat();
  const media = rules.filter(isMediaRule).map((rule) => ({
    list: rule.media,
    text: rule.media.mediaText,
  }));
  for (const { list, text } of media) list.mediaText = text === 'print' ? 'all' : 'not all';
  return () => {
    for (const { list, text } of media) list.mediaText = text;
  };
}

/** Told by what it has: a rule of a frame's document is of no class of this one's. */
function isMediaRule(rule: CSSRule): rule is CSSMediaRule {
  return 'media' in rule;
}
