import {
  blockText,
  isLinear,
  pointAt,
  readBlock,
  type Point,
  type Segment,
  type TextRun,
} from './text-segments.ts';

/** One string for many text nodes, each offset of which has its place in the live page. */
export interface TextIndex {
  /** NFC; a newline between blocks, a tab between cells, one space for any run of white space. */
  readonly text: string;
  /** The text nodes indexed, in document order. */
  readonly nodes: readonly Text[];
  /** Spans of the blocks, in order. */
  readonly blocks: readonly { start: number; end: number }[];
  /** The live range of a span; undefined where the span is empty or the page has since changed there. */
  rangeOf(start: number, end: number): Range | undefined;
  /** As `rangeOf`, as the init of a StaticRange, which costs later page edits nothing. */
  staticRangeOf(start: number, end: number): StaticRangeInit | undefined;
  /**
   * The offset of a boundary point. One in an element or in white space between blocks gives the next place of the
   * text; one in words that are not the article's gives undefined.
   */
  offsetOf(node: Node, offset: number): number | undefined;
}

/**
 * Joins blocks of live text runs into one text and keeps the way back.
 * `<b>7.1</b><b>01</b> đảng&nbsp; viên` → `"7.101 đảng viên"`. Blocks without visible text are left out.
 */
export function buildTextIndex(blocks: readonly (readonly TextRun[])[]): TextIndex {
  const placed: PlacedBlock[] = [];
  const parts: string[] = [];
  let end = -1;
  for (const runs of blocks) {
    const text = blockText(runs);
    if (!text) continue;
    const start = end + 1;
    end = start + text.length;
    parts.push(text);
    placed.push({ start, end, runs });
  }
  return new LiveTextIndex(parts.join('\n'), placed);
}

interface PlacedBlock {
  start: number;
  end: number;
  runs: readonly TextRun[];
  /** Read when first asked for: most blocks of most pages never are. */
  segments?: readonly Segment[];
}

class LiveTextIndex implements TextIndex {
  readonly text: string;
  readonly blocks: readonly PlacedBlock[];
  readonly nodes: readonly Text[];
  /** The blocks a node lies in, and what it said when the text was read. */
  readonly #places = new Map<Text, { first: number; last: number; data: string }>();
  /** The block looked up last. */
  #last = 0;

  constructor(text: string, blocks: readonly PlacedBlock[]) {
    this.text = text;
    this.blocks = blocks;
    blocks.forEach(({ runs }, index) => {
      for (const { node } of runs) {
        const place = this.#places.get(node);
        if (place) place.last = index;
        else this.#places.set(node, { first: index, last: index, data: node.data });
      }
    });
    this.nodes = [...this.#places.keys()];
  }

  rangeOf(start: number, end: number): Range | undefined {
    const points = this.#pointsOf(start, end);
    if (!points) return undefined;
    const range = points.start.node.ownerDocument.createRange();
    range.setStart(points.start.node, points.start.offset);
    range.setEnd(points.end.node, points.end.offset);
    return range;
  }

  staticRangeOf(start: number, end: number): StaticRangeInit | undefined {
    const points = this.#pointsOf(start, end);
    return (
      points && {
        startContainer: points.start.node,
        startOffset: points.start.offset,
        endContainer: points.end.node,
        endOffset: points.end.offset,
      }
    );
  }

  offsetOf(node: Node, offset: number): number | undefined {
    const place = this.#places.get(node as Text);
    if (place) return this.#offsetInNode(node as Text, offset, place);
    const next = isWords(node) ? undefined : nextNode(this.nodes, node, offset);
    if (next === undefined) return undefined;
    const following = this.nodes[next];
    return following ? this.offsetOf(following, 0) : this.text.length;
  }

  #pointsOf(start: number, end: number): { start: Point; end: Point } | undefined {
    if (start >= end) return undefined;
    const index = this.#blockAt(start);
    let first = this.blocks[index];
    // A span may begin with the break before a block.
    if (first && start >= first.end) first = this.blocks[index + 1];
    const last = first && end <= first.end ? first : this.blocks[this.#blockAt(end - 1)];
    if (!first || !last || end - 1 < first.start || start >= this.text.length) return undefined;
    const from = this.#startIn(first, start);
    const to = this.#endIn(last, end);
    if (!from || !to || !this.#isFresh(from)) return undefined;
    return to.node === from.node || this.#isFresh(to) ? { start: from, end: to } : undefined;
  }

  /** Index of the last block that begins at or before an offset. */
  #blockAt(at: number): number {
    const { blocks } = this;
    const begins = (index: number) => (blocks[index]?.start ?? Infinity) <= at;
    // Marks are painted in text order: most stand in the block of the one before, or in the next.
    for (let index = this.#last; index <= this.#last + 1; index++) {
      if (begins(index) && !begins(index + 1)) return (this.#last = index);
    }
    return (this.#last = lastWhere(blocks.length, begins));
  }

  #startIn(block: PlacedBlock, at: number): Point | undefined {
    const segments = this.#segmentsOf(block);
    const inside = Math.max(0, at - block.start);
    let index = lastAtOrBefore(segments, inside);
    const before = segments[index];
    // A tab between cells has no node: the next cell's first letter stands for it.
    if (!before || inside >= before.at + before.length) index += 1;
    const segment = segments[index];
    return segment && pointAt(segment, inside);
  }

  #endIn(block: PlacedBlock, end: number): Point | undefined {
    const segments = this.#segmentsOf(block);
    const segment = segments[lastAtOrBefore(segments, end - 1 - block.start)];
    return segment && pointAt(segment, end - block.start);
  }

  /** None where the page changed before they were ever read. */
  #segmentsOf(block: PlacedBlock): readonly Segment[] {
    if (block.segments) return block.segments;
    const isStale = block.runs.some(({ node }) => this.#places.get(node)?.data !== node.data);
    block.segments = isStale ? [] : readBlock(block.runs).segments;
    return block.segments;
  }

  #isFresh({ node }: Point): boolean {
    return node.isConnected && this.#places.get(node)?.data === node.data;
  }

  #offsetInNode(
    node: Text,
    offset: number,
    { first, last }: { first: number; last: number },
  ): number | undefined {
    for (let index = last; index >= first; index--) {
      const block = this.blocks[index];
      const run = block?.runs.find((each) => each.node === node);
      if (!block || !run || (run.from > offset && index > first)) continue;
      return block.start + offsetInBlock(this.#segmentsOf(block), block, node, offset);
    }
    return undefined;
  }
}

/** The offset in a block of a place in one of its nodes, by the node's segments. */
function offsetInBlock(
  segments: readonly Segment[],
  { runs, start, end }: PlacedBlock,
  node: Text,
  offset: number,
): number {
  const own = segments.filter((segment) => segment.start.node === node);
  const found = own.findLast((segment) => segment.start.offset <= offset);
  if (!found) {
    const [first] = own;
    if (first) return first.at;
    // Nothing of the node is seen: the next run's first letter is next.
    const order = new Map(runs.map((run, index) => [run.node, index]));
    const at = order.get(node) ?? 0;
    const next = segments.find((segment) => (order.get(segment.start.node) ?? 0) > at);
    return next?.at ?? end - start;
  }
  if (offset <= found.start.offset) return found.at;
  if (!isLinear(found)) return found.at + found.length;
  return found.at + Math.min(found.length, offset - found.start.offset);
}

function lastAtOrBefore(segments: readonly Segment[], at: number): number {
  return lastWhere(segments.length, (index) => (segments[index]?.at ?? 0) <= at);
}

/** The last index for which a claim holds that holds up to some index only; -1 where it never does. */
function lastWhere(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function isWords(node: Node): boolean {
  return node.nodeType !== ELEMENT_NODE && /\S/.test(node.nodeValue ?? '');
}

const DISCONNECTED = 1;
const PRECEDING = 2;
const CONTAINED_BY = 16;
const ELEMENT_NODE = 1;

/** Index of the first of `nodes` behind a boundary point outside them. */
function nextNode(nodes: readonly Text[], node: Node, offset: number): number | undefined {
  const child = node.nodeType === ELEMENT_NODE ? node.childNodes[offset] : undefined;
  const reference = child ?? node;
  const [sample] = nodes;
  if (!sample || reference.compareDocumentPosition(sample) & DISCONNECTED) return undefined;
  const isBehindEnd = child === undefined;
  return (
    1 +
    lastWhere(nodes.length, (index) => {
      const candidate = nodes[index];
      if (!candidate || candidate === reference) return false;
      const position = reference.compareDocumentPosition(candidate);
      return Boolean(position & PRECEDING) || (isBehindEnd && Boolean(position & CONTAINED_BY));
    })
  );
}
