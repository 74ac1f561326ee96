import { composeText } from '../core/text.ts';

/** A part of a text node, in raw UTF-16 offsets; `join` is what parts it from the run before: cells, lines of a cell. */
export interface TextRun {
  node: Text;
  from: number;
  to: number;
  join?: '\t' | ' ' | undefined;
}

/** A boundary point of the page. */
export interface Point {
  node: Text;
  offset: number;
}

/** `length` units of text from `at` on; unit for unit where both points lie `length` apart in one node. */
export interface Segment {
  at: number;
  length: number;
  start: Point;
  end: Point;
}

/** White space, characters without width, or words with single spaces between them. */
const PIECE =
  /(\s+)|([\u200B\u200C\u2060\uFEFF\u00AD]+)|[^\s\u200B\u200C\u2060\uFEFF\u00AD]+(?: [^\s\u200B\u200C\u2060\uFEFF\u00AD]+)*/g;
const NEEDS_PIECES = /\s\s|[^\S ]|[\u200B\u200C\u2060\uFEFF\u00AD]|^\s|\s$/;

/** The text a block of runs gives: composed, one space for any white space, nothing for characters without width. */
export function blockText(runs: readonly TextRun[]): string {
  return readRaw(runs).raw.normalize('NFC');
}

/** A block's text with the places of its parts, counted from the block's start. */
export function readBlock(runs: readonly TextRun[]): { text: string; segments: Segment[] } {
  const { raw, segments } = readRaw(runs);
  const text = raw.normalize('NFC');
  return text === raw ? { text, segments } : compose(raw, segments);
}

function readRaw(runs: readonly TextRun[]): BlockReader {
  const block = new BlockReader();
  for (const run of runs) block.read(run);
  return block;
}

class BlockReader {
  raw = '';
  readonly segments: Segment[] = [];
  #gap: { start: Point; end: Point } | undefined;
  #join: TextRun['join'];

  read({ node, from, to, join }: TextRun): void {
    if (join && this.raw && this.#join !== '\t') this.#join = join;
    const data = from === 0 && to === node.length ? node.data : node.data.slice(from, to);
    if (!NEEDS_PIECES.test(data)) {
      if (data) this.#add(data, node, from);
      return;
    }
    PIECE.lastIndex = 0;
    for (let piece = PIECE.exec(data); piece; piece = PIECE.exec(data)) {
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

/** A letter with its combining marks. */
const CLUSTER = /\P{M}?\p{M}+/gu;

/** Composes a block's text; a cluster that composes becomes a segment of its own, whichever nodes it lies in. */
function compose(raw: string, segments: readonly Segment[]): { text: string; segments: Segment[] } {
  const out = new Composer(segments);
  let done = 0;
  for (const { index, 0: cluster } of raw.matchAll(CLUSTER)) {
    out.copy(raw, done, index);
    done = index + cluster.length;
    out.replace(index, done, cluster.normalize('NFC'));
  }
  out.copy(raw, done, raw.length);
  return { text: out.text, segments: out.segments };
}

class Composer {
  text = '';
  readonly segments: Segment[] = [];
  readonly #sources: readonly Segment[];
  #next = 0;

  constructor(sources: readonly Segment[]) {
    this.#sources = sources;
  }

  /** Copies raw text that holds no combining mark; a lone letter may still have a composed form. */
  copy(raw: string, from: number, to: number): void {
    const part = raw.slice(from, to);
    const composed = composeText(part);
    if (composed.text !== part) {
      for (let at = 0; at < composed.text.length; at++) {
        const [start, end] = [from + composed.toSource(at), from + composed.toSource(at + 1)];
        this.replace(start, end, composed.text.charAt(at));
      }
      return;
    }
    for (let at = from; at < to;) {
      const source = this.#sourceAt(at);
      if (!source) at += 1;
      else {
        const end = Math.min(to, source.at + source.length);
        const place = { at: this.text.length + at - from, length: end - at };
        this.segments.push({ ...place, start: pointAt(source, at), end: pointAt(source, end) });
        at = end;
      }
    }
    this.text += part;
  }

  /** Puts what a cluster composes to in its place. */
  replace(from: number, to: number, text: string): void {
    const [first, last] = [this.#sourceAt(from), this.#sourceAt(Math.max(from, to - 1))];
    if (first && last) {
      const points = { start: pointAt(first, from), end: pointAt(last, to) };
      this.segments.push({ at: this.text.length, length: text.length, ...points });
    }
    this.text += text;
  }

  /** The source an offset lies in; separators lie in none. Offsets come in order. */
  #sourceAt(at: number): Segment | undefined {
    for (; this.#next < this.#sources.length; this.#next++) {
      const source = this.#sources[this.#next];
      if (!source || at < source.at) return undefined;
      if (at < source.at + source.length) return source;
    }
    return undefined;
  }
}

/** Do both points of a segment lie in one node, unit for unit? */
export function isLinear({ start, end, length }: Segment): boolean {
  return start.node === end.node && end.offset - start.offset === length;
}

/** The boundary at an offset; inside a cluster, its end. */
export function pointAt(segment: Segment, at: number): Point {
  const inside = at - segment.at;
  if (inside <= 0) return segment.start;
  if (inside >= segment.length || !isLinear(segment)) return segment.end;
  return { node: segment.start.node, offset: segment.start.offset + inside };
}
