// The package's index would bring the readerable check along, which has its own script.
import Readability from '@mozilla/readability/Readability.js';
import type { ReadPage } from './article-page.ts';
import { placeBlocks } from './block-places.ts';
import hooks from './article-body.json' with { type: 'json' };
import { nameOf } from './furniture.ts';
import { isBoxLabel } from './furniture-lines.ts';
import type { PageOutline } from './page-outline.ts';
import { freeForms } from './page-snapshot.ts';
import { selectAll } from './select-all.ts';
import { isProse, linkShare, type TextBlock } from './text-blocks.ts';

/** Where the article's body lies among a page's blocks, half-open. */
export interface BodySpan {
  start: number;
  end: number;
}

/** Readability walks every element several times; beyond this a tab would freeze for seconds. */
const MOST_ELEMENTS = 120_000;
/** Below this Readability tries again with looser rules; short news has about 300 characters. */
const SHORTEST_ARTICLE = 200;
/** Prose a declared body must hold of the page's prose, once its furniture is gone, to be believed. */
const BELIEVED_SHARE = 0.55;

const NAMED_BODY = new RegExp(
  ` (?:(?:${hooks.kinds.join('|')}) ){1,8}(?:${hooks.parts.join('|')}) | (?:${hooks.parts.join('|')}) (?:${hooks.kinds.join('|')}) `,
);

/** Elements that the page's makers marked as an article's body. */
export function declaredBodies(document: Document): Element[] {
  return [...selectAll(document, hooks.declared)];
}

/**
 * Finds the body among the blocks of a page whose furniture is gone: what the reader chose, else the element that
 * declares itself one and
 * holds most of the prose, else the one place where most of it stands, else what Readability takes of a page
 * whose prose is scattered, else the densest run of prose.
 */
export function findBody(page: ReadPage): BodySpan | undefined {
  const { blocks: all, outline } = page;
  const chosen = page.region && spanOf(page.region, all);
  if (chosen) return chosen;
  const from = page.titleIndex + 1;
  const blocks = all.slice(0, endOfArticle(all, from));
  return (
    declaredSpan(blocks, { from, declared: [...page.declared, ...namedBodies(outline)] }) ??
    sharedSpan(blocks, from) ??
    readabilitySpan(page, blocks) ??
    densestSpan(blocks)
  );
}

/** Where the `article` element of the title ends, if it holds the text: pages that scroll on put others below it. */
function endOfArticle(blocks: readonly TextBlock[], from: number): number {
  const article = blocks[from - 1]?.element.closest('article');
  const span = article && spanOf(article, blocks);
  if (!span || proseIn(blocks.slice(from, span.end)) < SHORTEST_ARTICLE) return blocks.length;
  return span.end;
}

function proseIn(blocks: readonly TextBlock[]): number {
  let length = 0;
  for (const block of blocks) if (isProse(block)) length += block.text.length;
  return length;
}

/** Elements whose name says that they hold an article's body. */
function namedBodies(outline: PageOutline): Element[] {
  const named: Element[] = [];
  outline.visit(({ element }) => {
    if (NAMED_BODY.test(nameOf(element))) named.push(element);
  });
  return named;
}

function declaredSpan(
  blocks: readonly TextBlock[],
  { from, declared }: { from: number; declared: readonly Element[] },
): BodySpan | undefined {
  const total = proseIn(blocks.slice(from));
  let best: { span: BodySpan; prose: number } | undefined;
  for (const element of new Set(declared)) {
    const span = spanOf(element, blocks);
    const prose = span ? proseIn(blocks.slice(span.start, span.end)) : 0;
    if (!span || prose < SHORTEST_ARTICLE || prose < total * BELIEVED_SHARE) continue;
    const isCloser = best && prose > best.prose * 0.9 && length(span) < length(best.span);
    if (!best || isCloser || prose > best.prose * 1.1) best = { span, prose };
  }
  return best?.span;
}

function length({ start, end }: BodySpan): number {
  return end - start;
}

/** The blocks under an element; they lie together, since both follow the document's order. */
function spanOf(element: Element, blocks: readonly TextBlock[]): BodySpan | undefined {
  const holds = (block: TextBlock | undefined) => element.contains(block?.runs[0]?.node ?? null);
  const start = blocks.findIndex(holds);
  if (start < 0) return undefined;
  let end = start + 1;
  while (end < blocks.length && holds(blocks[end])) end += 1;
  return { start, end };
}

/** Paragraphs that stand together and outweigh all others by so much need no second opinion. */
const CLEAR_SHARE = 0.75;
const CLEAR_LENGTH = 600;

function sharedSpan(blocks: readonly TextBlock[], from: number): BodySpan | undefined {
  const below = blocks.slice(from);
  const place = placeBlocks(below).fullest(below);
  if (!place || place.share < CLEAR_SHARE) return undefined;
  const span = { start: from + place.first, end: endOfTail(blocks, from + place.last) };
  return proseIn(blocks.slice(span.start, span.end)) < CLEAR_LENGTH
    ? undefined
    : grow(span, blocks);
}

/** Where the short sentences end that follow a text's last long paragraph in the same element. */
function endOfTail(blocks: readonly TextBlock[], last: number): number {
  const parent = blocks[last]?.element.parentElement;
  let end = last + 1;
  for (let at = end; at < Math.min(blocks.length, end + WIDEST_BREAK); at++) {
    const block = blocks[at];
    if (!block || block.element.parentElement !== parent || isBoxLabel(block.text)) break;
    if (SENTENCE.test(block.text) && linkShare(block) < 0.5) end = at + 1;
  }
  return end;
}

/** Three words or more, and the mark that ends them. */
const SENTENCE = /^(?:\S+\s+){2,}\S*[.!?…]["'”’»)\]]*$/;

/** What Readability takes, as a span of blocks; its text nodes are paired with the page's in order. */
function readabilitySpan(
  { document, outline }: ReadPage,
  blocks: readonly TextBlock[],
): BodySpan | undefined {
  const copy = outline.remains.copy(document);
  freeForms(copy);
  const content = parse(copy);
  if (!content) return undefined;
  const kept = textNodesOf(content).map((node) => node.data);
  const taken = blocks.map(() => 0);
  let next = 0;
  blocks.forEach((block, index) => {
    for (const { node } of block.runs) {
      const found = node.data.trim() ? indexNear(kept, node.data, next) : -1;
      if (found < 0) continue;
      taken[index] = (taken[index] ?? 0) + node.data.trim().length;
      next = found + 1;
    }
  });
  const isTaken = (index: number) => (taken[index] ?? 0) * 2 >= (blocks[index]?.text.length ?? 1);
  const start = taken.findIndex((_, index) => isTaken(index));
  const end = taken.findLastIndex((_, index) => isTaken(index)) + 1;
  if (start < 0) return undefined;
  const span = grow({ start, end }, blocks);
  return proseIn(blocks.slice(span.start, span.end)) < LEAST_TAKEN ? undefined : span;
}

/** Readability adds no text of its own, so an equal node farther on than a few is a coincidence. */
const LOOK_AHEAD = 40;

function indexNear(texts: readonly string[], text: string, from: number): number {
  const end = Math.min(texts.length, from + LOOK_AHEAD);
  for (let at = from; at < end; at++) if (texts[at] === text) return at;
  return -1;
}

function parse(document: Document): Element | undefined {
  try {
    const article = new Readability<Element>(document, {
      maxElemsToParse: MOST_ELEMENTS,
      charThreshold: SHORTEST_ARTICLE,
      disableJSONLD: true,
      serializer: (node) => node as Element,
    }).parse();
    return article?.content ?? undefined;
  } catch {
    // Readability throws on pages above its limit; the densest prose is found without it.
    return undefined;
  }
}

function textNodesOf(root: Element): Text[] {
  const walker = root.ownerDocument.createTreeWalker(root, 4);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if ((node as Text).data.trim()) nodes.push(node as Text);
  }
  return nodes;
}

/** With less prose than a short paragraph Readability took a box; the densest run of prose is tried then. */
const LEAST_TAKEN = 100;

/** Blocks that a caption, a subheading or a link may put between two paragraphs of one text. */
const WIDEST_BREAK = 3;

/** Takes in prose and rows of data that Readability left lying right beside what it took. */
function grow({ start, end }: BodySpan, blocks: readonly TextBlock[]): BodySpan {
  const inside = blocks.slice(start, end);
  const parents = new Set<Element | null>(inside.map(({ element }) => element.parentElement));
  // Lines that breaks part lie in one element: what stands beside them stands in it.
  for (const [at, { element }] of inside.entries()) {
    if (inside[at + 1]?.element === element) parents.add(element);
  }
  const belongs = (block: TextBlock | undefined) => {
    if (block === undefined) return false;
    if (isProse(block)) return parents.has(block.element.parentElement);
    const table = block.text.includes('\t') && block.element.closest('table');
    return table ? parents.has(table.parentElement) : false;
  };
  for (let skipped = 1; skipped <= WIDEST_BREAK; skipped++) {
    if (!belongs(blocks[start - skipped])) continue;
    start -= skipped;
    skipped = 0;
  }
  for (let skipped = 0; skipped < WIDEST_BREAK; skipped++) {
    if (!belongs(blocks[end + skipped])) continue;
    end += skipped + 1;
    skipped = -1;
  }
  return { start, end };
}

/** The run of blocks in which prose outweighs everything else, in one pass (Kadane). */
function densestSpan(blocks: readonly TextBlock[]): BodySpan | undefined {
  let best = { start: 0, end: 0, score: 0 };
  let run = { start: 0, score: 0 };
  blocks.forEach((block, index) => {
    if (run.score <= 0) run = { start: index, score: 0 };
    run.score += isProse(block) ? block.text.length : -OTHER_BLOCK;
    if (run.score > best.score) best = { ...run, end: index + 1 };
  });
  return best.score > 0 ? { start: best.start, end: best.end } : undefined;
}

/** What a block without prose costs a run: a heading or caption does not end an article, a list of twenty does. */
const OTHER_BLOCK = 60;
