import type { Figure } from '../../../lib/core/annotation.ts';
import { readArticle } from '../../../lib/dom/article.ts';
import { createHighlighter } from '../../../lib/dom/highlighter.ts';
import { markArticle } from '../../../lib/dom/marked-article.ts';
import { sideBySide } from '../side-by-side.ts';
import { flush, openFrame } from './frame.ts';

const URL = 'https://example.org/bai-viet-1.html';
const NOTHING_KEPT = { clips: new Map(), skips: new Map(), current: undefined };

export interface PaintingTimes {
  marks: number;
  /** Wrapping in `<mark>` over painting, each with the layout it causes. */
  ratio: number;
  /** Milliseconds, as is the next. */
  paint: number;
  wrap: number;
  /** What painting added: elements, pixels of the page's height, layout-shift score. */
  elements: number;
  height: number;
  shift: number;
}

/** Paints every number of a page, and wraps the same numbers of the same page in elements. */
export async function timePainting(html: string): Promise<PaintingTimes> {
  const painted = await openFrame(html);
  const wrapped = await openFrame(html);
  const reading = readArticle(painted.document, URL);
  const highlighter = createHighlighter(painted.view);
  if (!reading.ok || !highlighter) throw new Error('the page to paint was refused');
  const figures = numbersIn(reading.article.text);
  const marked = markArticle(reading, { mentions: figures, checks: [] });
  const paint = () => {
    marked.paint(highlighter, NOTHING_KEPT);
    flush(painted.document);
  };
  const before = extentOf(painted.document);
  const shift = await shiftDuring(painted.view, paint);
  const after = extentOf(painted.document);
  const body = wrapped.document.body.cloneNode(true);
  let numbers: Place[] = [];
  const wrap = () => {
    for (const place of numbers) wrapIn(wrapped.document.createElement('mark'), place);
    flush(wrapped.document);
  };
  const { ratio, first, second } = await sideBySide(wrap, paint, {
    rounds: 5,
    prepare() {
      highlighter.clear();
      flush(painted.document);
      wrapped.document.body.replaceWith(body.cloneNode(true));
      numbers = placesIn(wrapped.document);
      flush(wrapped.document);
    },
  });
  painted.remove();
  wrapped.remove();
  return {
    marks: figures.length,
    ratio,
    wrap: first,
    paint: second,
    elements: after.elements - before.elements,
    height: after.height - before.height,
    shift,
  };
}

function numbersIn(text: string): Figure[] {
  return Array.from(text.matchAll(/\d+/g), ({ index, 0: exact }) => ({
    type: 'figure',
    kind: 'count',
    start: index,
    end: index + exact.length,
    exact,
    value: exact,
    rule: 'bench',
  }));
}

/** Digits in a text node. */
interface Place {
  node: Text;
  start: number;
  end: number;
}

/** The numbers of a page from its last to its first: a text node that is split keeps its head, where the others lie. */
function placesIn(document: Document): Place[] {
  const places: Place[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    for (const { index, 0: digits } of node.data.matchAll(/\d+/g)) {
      places.push({ node, start: index, end: index + digits.length });
    }
  }
  return places.toReversed();
}

function wrapIn(element: Element, { node, start, end }: Place): void {
  node.splitText(end);
  const digits = node.splitText(start);
  digits.replaceWith(element);
  element.append(digits);
}

function extentOf(document: Document): { elements: number; height: number } {
  flush(document);
  return {
    elements: document.querySelectorAll('*').length,
    height: document.documentElement.scrollHeight,
  };
}

/** The layout-shift score of a frame while something is done and two frames are drawn. */
async function shiftDuring(view: Window & typeof globalThis, work: () => void): Promise<number> {
  let score = 0;
  const observer = new view.PerformanceObserver((list) => {
    for (const entry of list.getEntries()) score += (entry as unknown as { value: number }).value;
  });
  observer.observe({ type: 'layout-shift' });
  work();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  observer.disconnect();
  return score;
}
