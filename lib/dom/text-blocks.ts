import { Remains } from './remains.ts';
import { blockText, type TextRun } from './text-segments.ts';

/** A run of text that a reader sees as one paragraph, heading, line, caption or table row. */
export interface TextBlock {
  runs: TextRun[];
  text: string;
  /** Characters of `text` that lie in links. */
  linked: number;
  /** The block-level element that holds the text. */
  element: Element;
}

const BLOCK_TAGS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION ' +
    'FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI MAIN MENU NAV OL OPTGROUP OPTION P PRE ' +
    'SEARCH SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);
const UNSEEN = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE TITLE TEXTAREA SELECT'.split(' '));

/** What stands here, between rows and cells, is only the source's indentation. */
const BETWEEN_CELLS = new Set('TABLE TBODY THEAD TFOOT TR'.split(' '));

const TEXT_NODE = 3;
/** A cell longer than this lays out a page; shorter ones hold data. */
const DATA_CELL = 400;

/**
 * Splits what remains of the text under an element into blocks, in document order; table rows of data are one block each,
 * with a tab between cells. Blocks without visible text are left out.
 */
export function readBlocks(root: Element, remains = new Remains()): TextBlock[] {
  const reader = new Reader(remains);
  remains.walk(root, (node) => {
    if (node.nodeType === TEXT_NODE) reader.text(node as Text);
    else reader.element(node as Element);
  });
  return reader.finish();
}

class Reader {
  readonly #remains: Remains;
  readonly #blocks: TextBlock[] = [];
  #runs: { run: TextRun; linked: boolean }[] = [];
  #owner: Element | undefined;
  #row: Element | undefined;
  #cell: Element | undefined;
  #broken = false;
  readonly #dataRows = new Map<Element, boolean>();

  constructor(remains: Remains) {
    this.#remains = remains;
  }

  element(element: Element): void {
    if (element.tagName === 'BR' || BLOCK_TAGS.has(element.tagName)) this.#broken = true;
  }

  text(node: Text): void {
    const place = placeOf(node);
    if (!place || BETWEEN_CELLS.has(place.owner.tagName)) return;
    const row = place.cell ? this.#dataRow(place.cell) : undefined;
    const isSameRow = row !== undefined && row === this.#row;
    if (!isSameRow && (this.#broken || place.owner !== this.#owner)) this.#close();
    const join = isSameRow ? this.#joinIn(place) : undefined;
    this.#broken = false;
    this.#owner = place.owner;
    this.#row = row;
    this.#cell = place.cell;
    for (const { from, to } of linesOf(node, place.owner)) {
      if (from > 0) this.#close();
      this.#runs.push({ run: { node, from, to, ...(join && { join }) }, linked: place.isLinked });
    }
  }

  finish(): TextBlock[] {
    this.#close();
    return this.#blocks;
  }

  #joinIn({ cell, owner }: Place): TextRun['join'] {
    if (cell !== this.#cell) return '\t';
    return this.#broken || owner !== this.#owner ? ' ' : undefined;
  }

  #close(): void {
    const runs = this.#runs.map(({ run }) => run);
    const text = blockText(runs);
    if (text && this.#owner) {
      const links = this.#runs.filter(({ linked }) => linked).map(({ run }) => run);
      const linked = Math.min(text.length, links.length > 0 ? blockText(links).length : 0);
      this.#blocks.push({ runs, text, linked, element: this.#row ?? this.#owner });
    }
    this.#runs = [];
    this.#broken = false;
  }

  /** The row of a cell if the row holds data: two cells or more, none of them a page column. */
  #dataRow(cell: Element): Element | undefined {
    const row = cell.parentElement;
    if (!row) return undefined;
    let isData = this.#dataRows.get(row);
    if (isData === undefined) {
      const remains = this.#remains;
      const cells = remains.childrenOf(row);
      isData =
        cells.length > 1 &&
        remains.find(row, 'table, ul, ol, h1, h2, h3').length === 0 &&
        cells.every((each) => remains.textOf(each).trim().length <= DATA_CELL);
      this.#dataRows.set(row, isData);
    }
    return isData ? row : undefined;
  }
}

interface Place {
  /** The block-level element around a text node. */
  owner: Element;
  /** The table cell around it, if any. */
  cell: Element | undefined;
  isLinked: boolean;
}

function placeOf(node: Text): Place | undefined {
  let isLinked = false;
  let owner: Element | undefined;
  for (let at = node.parentElement; at; at = at.parentElement) {
    const tag = at.tagName;
    if (UNSEEN.has(tag)) return undefined;
    if (tag === 'A' && isLink(at)) isLinked = true;
    if (owner === undefined && BLOCK_TAGS.has(tag)) owner = at;
    if (tag === 'TD' || tag === 'TH') return owner && { owner, cell: at, isLinked };
    if (tag === 'TABLE' || tag === 'BODY') break;
  }
  return owner && { owner, cell: undefined, isLinked };
}

/** Anchors that only name a place, or run a script in it, lead nowhere. */
function isLink(anchor: Element): boolean {
  const href = anchor.getAttribute('href');
  return href !== null && href !== '';
}

/** The whole of a node, or its lines where the page keeps line breaks. */
function linesOf(node: Text, owner: Element): { from: number; to: number }[] {
  const { data } = node;
  if (owner.tagName !== 'PRE' || !data.includes('\n')) return [{ from: 0, to: data.length }];
  let from = 0;
  return data.split('\n').map((line) => {
    const part = { from, to: from + line.length };
    from = part.to + 1;
    return part;
  });
}

/** Share of a block's text that lies in links, 0 to 1. */
export function linkShare({ linked, text }: TextBlock): number {
  return text ? linked / text.length : 0;
}

/** Is a block prose: long enough for a sentence, not mainly links, no row of data? `"Ảnh: T.H"` → false. */
export function isProse(block: TextBlock): boolean {
  return block.text.length >= 60 && linkShare(block) < 0.5 && !block.text.includes('\t');
}
