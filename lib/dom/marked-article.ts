import type { Annotation, Article, Check, Mention, Recognition, Span } from '../core/annotation.ts';
import { sentenceAround } from '../core/sentence.ts';
import type { ArticleReading } from './article.ts';
import type { Highlighter, MarkKind } from './highlighter.ts';
import type { TextIndex } from './text-index.ts';

/** Above this many live ranges every later edit of the page slows; static ones are painted instead. */
const MOST_LIVE_RANGES = 1000;

/** How an article's mentions stand: by index, those kept, those passed over, and where the reader is. */
export interface MarkState {
  clips: ReadonlyMap<number, Annotation>;
  skips: ReadonlyMap<number, string>;
  current?: number | undefined;
}

/** An article as it stands on its page, with what was recognised in it. */
export interface MarkedArticle {
  readonly article: Article;
  readonly mentions: readonly Mention[];
  readonly checks: readonly Check[];
  /** The sentence a mention is clipped with. */
  sentenceOf(mention: number): Span;
  /** Which paragraph a mention stands in, from 0. */
  blockOf(mention: number): number;
  /** Paints the mentions; those kept and the current one in their own way, those passed over not at all. */
  paint(highlighter: Highlighter, state: MarkState): void;
  /** Paints where the reader is, and leaves all other marks as they are. */
  paintCurrent(highlighter: Highlighter, current: number | undefined): void;
  /** Index of the mention whose text holds this place of the page. */
  at(node: Node, offset: number): number | undefined;
  /** Where a mention stands in the window, a box a line; none where its text is gone. */
  boxesOf(mention: number): DOMRect[];
  /** Where a span stands in the window, a box a line. */
  linesOf(span: Span): DOMRect[];
  scrollTo(mention: number, behaviour: ScrollBehavior): void;
  /** The part of the article's text that is selected. */
  selected(selection: Selection): Span | undefined;
}

/** Joins an article as read from its page with what was recognised in its text. */
export function markArticle(
  { article, index }: Extract<ArticleReading, { ok: true }>,
  { mentions, checks }: Recognition,
): MarkedArticle {
  const toRange = mentions.length > MOST_LIVE_RANGES ? staticRange : liveRange;
  const rangeToPaint = (mention: Mention) => toRange(index, mention);
  const rangeOf = (at: number) => {
    const mention = mentions[at];
    return mention && index.rangeOf(mention.start, mention.end);
  };
  return {
    article,
    mentions,
    checks,
    sentenceOf: (at) => sentenceAround(article.text, mentions[at] ?? { start: 0, end: 0 }),
    blockOf: (at) => blockAt(index.blocks, mentions[at]?.start ?? 0),
    paint(highlighter, state) {
      paintMentions(highlighter, rangeToPaint, mentions, state);
      this.paintCurrent(highlighter, state.current);
    },
    paintCurrent(highlighter, current = -1) {
      const range = mentions[current] && rangeToPaint(mentions[current]);
      highlighter.paint('current', range ? [range] : []);
    },
    at: (node, offset) => {
      const place = index.offsetOf(node, offset);
      return place === undefined ? undefined : mentionAt(mentions, place);
    },
    boxesOf: (at) => [...(rangeOf(at)?.getClientRects() ?? [])],
    linesOf: ({ start, end }) => [...(index.rangeOf(start, end)?.getClientRects() ?? [])],
    scrollTo: (at, behavior) =>
      rangeOf(at)?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior }),
    selected: (selection) => selectedSpan(index, selection),
  };
}

function paintMentions(
  highlighter: Highlighter,
  toRange: (mention: Mention) => AbstractRange | undefined,
  mentions: readonly Mention[],
  { clips, skips }: MarkState,
): void {
  const ranges = { figure: [], programme: [], clipped: [] } as Record<
    Exclude<MarkKind, 'current'>,
    AbstractRange[]
  >;
  mentions.forEach((mention, at) => {
    const kind = clips.get(at)?.mention ? 'clipped' : mention.type;
    const isLeft = !clips.has(at) && !skips.has(at);
    const range = kind === 'clipped' || isLeft ? toRange(mention) : undefined;
    if (range) ranges[kind].push(range);
  });
  for (const [kind, painted] of Object.entries(ranges)) {
    highlighter.paint(kind as MarkKind, painted);
  }
}

function liveRange(index: TextIndex, { start, end }: Mention): AbstractRange | undefined {
  return index.rangeOf(start, end);
}

function staticRange(index: TextIndex, { start, end }: Mention): AbstractRange | undefined {
  const ends = index.staticRangeOf(start, end);
  return ends && new StaticRange(ends);
}

/** Mentions lie in text order and never overlap, so halving finds the one that holds a place. */
function mentionAt(mentions: readonly Mention[], place: number): number | undefined {
  let low = 0;
  let high = mentions.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const mention = mentions[middle];
    if (!mention) return undefined;
    if (place < mention.start) high = middle - 1;
    else if (place >= mention.end) low = middle + 1;
    else return middle;
  }
  return undefined;
}

function blockAt(blocks: TextIndex['blocks'], place: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.start ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

function selectedSpan(index: TextIndex, selection: Selection): Span | undefined {
  if (selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const from = index.offsetOf(range.startContainer, range.startOffset);
  const to = index.offsetOf(range.endContainer, range.endOffset);
  if (from === undefined || to === undefined || from >= to) return undefined;
  const picked = index.text.slice(from, to);
  const start = from + (picked.length - picked.trimStart().length);
  const exact = picked.trim();
  return exact ? { start, end: start + exact.length, exact } : undefined;
}
