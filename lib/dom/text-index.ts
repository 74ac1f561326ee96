import { composeText } from '../core/text.ts';

/** A part of a text node, in raw UTF-16 offsets; `join` is what parts it from the run before: cells, lines of a cell. */
export interface TextRun {
  node: Text;
  from: number;
  to: number;
  join?: '\t' | ' ' | undefined;
}

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

interface Point {
  node: Text;
  offset: number;
}

/** `length` units of text from `at` on; unit for unit where both points lie `length` apart in one node. */
interface Segment {
  at: number;
  length: number;
  start: Point;
  end: Point;
}

/** White space of any kind, characters without width, or neither. */
const PIECE = /(\s+)|([\u200B\u200C\u2060\uFEFF\u00AD]+)|[^\s\u200B\u200C\u2060\uFEFF\u00AD]+/g;
const NEEDS_PIECES = /\s\s|[^\S ]|[\u200B\u200C\u2060\uFEFF\u00AD]|^\s|\s$/;

/**
 * Joins blocks of live text runs into one text and keeps the way back.
 * `<b>7.1</b><b>01</b> đảng&nbsp; viên` → `"7.101 đảng viên"`. Blocks without visible text are left out.
 */
export function buildTextIndex(blocks: readonly (readonly TextRun[])[]): TextIndex {
  const segments: Segment[] = [];
  const spans: { start: number; end: number }[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const runs of blocks) {
    const block = readBlock(runs);
    if (!block.text) continue;
    if (length > 0) parts.push('\n');
    const start = length > 0 ? length + 1 : 0;
    for (const segment of block.segments) segments.push({ ...segment, at: segment.at + start });
    parts.push(block.text);
    length = start + block.text.length;
    spans.push({ start, end: length });
  }
  return makeIndex(parts.join(''), segments, spans);
}

/** The text a block of runs gives, as `buildTextIndex` would put it. */
export function blockText(runs: readonly TextRun[]): string {
  return readBlock(runs).text;
}

function readBlock(runs: readonly TextRun[]): { text: string; segments: Segment[] } {
  const block = new BlockReader();
  for (const run of runs) {
    if (run.join) block.join(run.join);
    block.read(run);
  }
  return compose(block.raw, block.segments);
}

class BlockReader {
  raw = '';
  readonly segments: Segment[] = [];
  #gap: { start: Point; end: Point } | undefined;
  #join: '\t' | ' ' | undefined;

  join(join: '\t' | ' '): void {
    if (this.raw && this.#join !== '\t') this.#join = join;
  }

  read({ node, from, to }: TextRun): void {
    const data = node.data.slice(from, to);
    if (!NEEDS_PIECES.test(data)) {
      if (data) this.#add(data, node, from);
      return;
    }
    for (const piece of data.matchAll(PIECE)) {
      const at = from + piece.index;
      if (piece[1]) this.#gap ??= span(node, at, piece[1].length);
      else if (!piece[2]) this.#add(piece[0], node, at);
    }
  }

  #add(text: string, node: Text, offset: number): void {
    if (this.#join) this.raw += this.#join;
    else if (this.#gap && this.raw) {
      this.segments.push({ at: this.raw.length, length: 1, ...this.#gap });
      this.raw += ' ';
    }
    this.#join = undefined;
    this.#gap = undefined;
    const place = { at: this.raw.length, length: text.length };
    this.segments.push({ ...place, ...span(node, offset, text.length) });
    this.raw += text;
  }
}

function span(node: Text, offset: number, length: number): { start: Point; end: Point } {
  return { start: { node, offset }, end: { node, offset: offset + length } };
}

/** Composes a block's text; a cluster that composes becomes a segment of its own, whichever nodes it lies in. */
function compose(raw: string, segments: Segment[]): { text: string; segments: Segment[] } {
  const composed = composeText(raw);
  if (composed.text === raw) return { text: raw, segments };
  const out: Segment[] = [];
  const find = finder(segments);
  for (let at = 0; at < composed.text.length; at++) {
    const from = composed.toSource(at);
    const to = composed.toSource(at + 1);
    const first = find(from);
    const last = to > from + 1 ? find(to - 1) : first;
    if (!first || !last) continue;
    const start = pointAt(first, from);
    const end = to > from ? pointAfter(last, to - 1) : start;
    const previous = out.at(-1);
    if (previous && to === from + 1 && isLinear(previous) && continues(previous, at, start)) {
      previous.length += 1;
      previous.end = end;
    } else out.push({ at, length: 1, start, end });
  }
  return { text: composed.text, segments: out };
}

function continues(previous: Segment, at: number, start: Point): boolean {
  return (
    previous.at + previous.length === at &&
    previous.end.node === start.node &&
    previous.end.offset === start.offset
  );
}

function isLinear({ start, end, length }: Segment): boolean {
  return start.node === end.node && end.offset - start.offset === length;
}

function pointAt(segment: Segment, at: number): Point {
  const inside = at - segment.at;
  if (inside <= 0) return segment.start;
  if (inside >= segment.length || !isLinear(segment)) return segment.end;
  return { node: segment.start.node, offset: segment.start.offset + inside };
}

function pointAfter(segment: Segment, at: number): Point {
  return pointAt(segment, at + 1);
}

/** Finds the segment an offset lies in; separators lie in none. */
function finder(segments: readonly Segment[]): (at: number) => Segment | undefined {
  return (at) => {
    const segment = segments[lastAtOrBefore(segments, at)];
    return segment && at < segment.at + segment.length ? segment : undefined;
  };
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

function makeIndex(
  text: string,
  segments: readonly Segment[],
  blocks: readonly { start: number; end: number }[],
): TextIndex {
  const places = new Map<Text, { first: number; last: number; data: string }>();
  segments.forEach(({ start, end }, index) => {
    for (const { node } of [start, end]) {
      const place = places.get(node);
      if (place) place.last = index;
      else places.set(node, { first: index, last: index, data: node.data });
    }
  });
  const nodes = [...places.keys()];
  const isFresh = ({ node }: Point) => node.isConnected && places.get(node)?.data === node.data;

  const pointsOf = (start: number, end: number) => {
    const last = segments[lastAtOrBefore(segments, end - 1)];
    let index = lastAtOrBefore(segments, start);
    const before = segments[index];
    if (!before || start >= before.at + before.length) index += 1;
    const first = segments[index];
    if (!first || !last || start >= end || first.at > last.at) return undefined;
    const points = { start: pointAt(first, start), end: pointAt(last, end) };
    return isFresh(points.start) && isFresh(points.end) ? points : undefined;
  };

  return {
    text,
    nodes,
    blocks,
    rangeOf(start, end) {
      const points = pointsOf(start, end);
      if (!points) return undefined;
      const range = points.start.node.ownerDocument.createRange();
      range.setStart(points.start.node, points.start.offset);
      range.setEnd(points.end.node, points.end.offset);
      return range;
    },
    staticRangeOf(start, end) {
      const points = pointsOf(start, end);
      return (
        points && {
          startContainer: points.start.node,
          startOffset: points.start.offset,
          endContainer: points.end.node,
          endOffset: points.end.offset,
        }
      );
    },
    offsetOf(node, offset) {
      const place = places.get(node as Text);
      if (place) return offsetInNode(segments, place, node as Text, offset);
      const next = isWords(node) ? undefined : nextNode(nodes, node, offset);
      if (next === undefined) return undefined;
      const following = nodes[next];
      const first = following && places.get(following)?.first;
      return first === undefined ? text.length : segments[first]?.at;
    },
  };
}

function offsetInNode(
  segments: readonly Segment[],
  { first, last }: { first: number; last: number },
  node: Text,
  offset: number,
): number | undefined {
  const startsBy = (index: number) => {
    const { start } = segments[first + index] ?? {};
    return start !== undefined && (start.node !== node || start.offset <= offset);
  };
  const segment = segments[first + Math.max(0, lastWhere(last - first + 1, startsBy))];
  if (!segment) return undefined;
  if (segment.start.node === node && offset <= segment.start.offset) return segment.at;
  if (!isLinear(segment)) return segment.at + segment.length;
  return segment.at + Math.min(segment.length, offset - segment.start.offset);
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
