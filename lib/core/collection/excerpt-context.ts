import type { Annotation, StoredArticle } from '../annotation.ts';
import { matchQuote } from '../selector.ts';

/** Where an excerpt stands in its article's stored text. */
export interface ExcerptPlace {
  /** The excerpt, half-open. */
  start: number;
  end: number;
  /** The mention in it; empty, at its start, where there is none. */
  mentionStart: number;
  mentionEnd: number;
}

/** Finds an excerpt in the stored text; `undefined` where it is not there to the digit. */
export function placeOf(
  { target, mention }: Annotation,
  { text }: Pick<StoredArticle, 'text'>,
): ExcerptPlace | undefined {
  const [{ exact }, { start, end }] = target.selector;
  const isInPlace = exact !== '' && text.slice(start, end) === exact;
  const match = isInPlace
    ? { state: 'in-place' as const, start, end }
    : matchQuote(text, target.selector);
  if (match.state !== 'in-place') return undefined;
  return {
    start: match.start,
    end: match.end,
    mentionStart: match.start + (mention?.start ?? 0),
    mentionEnd: match.start + (mention?.end ?? 0),
  };
}

/** An excerpt within its paragraph. */
export interface ExcerptContext {
  before: string;
  excerpt: string;
  after: string;
}

/** Gives the paragraph or paragraphs around an excerpt; `undefined` where it is not in the text. */
export function contextOf(
  annotation: Annotation,
  article: Pick<StoredArticle, 'text'>,
): ExcerptContext | undefined {
  const place = placeOf(annotation, article);
  if (!place) return undefined;
  const { text } = article;
  const from = text.lastIndexOf('\n', place.start - 1) + 1;
  const to = text.indexOf('\n', place.end);
  return {
    before: text.slice(from, place.start),
    excerpt: text.slice(place.start, place.end),
    after: text.slice(place.end, to < 0 ? text.length : to),
  };
}

/** A stretch of an article's text with the excerpts it belongs to. */
export interface MarkedPart {
  text: string;
  /** Indexes of the excerpts whose words these are. */
  excerpts: readonly number[];
  /** Indexes of those whose mention this is. */
  mentions: readonly number[];
  /** Indexes of those that begin here. */
  begins: readonly number[];
}

/**
 * Parts an article's text into its blocks, and each into stretches that belong to the same excerpts.
 * Excerpts may overlap, and reach over several blocks.
 */
export function markedBlocks(
  text: string,
  places: readonly (ExcerptPlace | undefined)[],
): MarkedPart[][] {
  const known = places.flatMap((place, at) => (place ? [{ ...place, at }] : []));
  const cuts = new Set<number>();
  for (const { start, end, mentionStart, mentionEnd } of known) {
    for (const cut of [start, end, mentionStart, mentionEnd]) cuts.add(cut);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  let from = 0;
  return text.split('\n').map((block) => {
    const to = from + block.length;
    const within = known.filter((place) => place.start < to && place.end > from);
    const edges = [from, ...sorted.filter((cut) => cut > from && cut < to), to];
    const parts = edges.slice(1).map((end, at) => partOf(text, edges[at] ?? from, end, within));
    from = to + 1;
    return parts;
  });
}

function partOf(
  text: string,
  from: number,
  to: number,
  places: readonly (ExcerptPlace & { at: number })[],
): MarkedPart {
  const ofThose = (belongs: (place: ExcerptPlace) => boolean) =>
    places.filter(belongs).map(({ at }) => at);
  return {
    text: text.slice(from, to),
    excerpts: ofThose(({ start, end }) => start < to && end > from),
    mentions: ofThose(({ mentionStart, mentionEnd }) => mentionStart < to && mentionEnd > from),
    begins: ofThose(({ start, mentionStart, mentionEnd }) =>
      mentionEnd > mentionStart ? mentionStart === from : start === from,
    ),
  };
}
