import type { Annotation, Article, Check, Mention, Span } from './annotation.ts';
import { matchQuote, type QuoteMatch } from './selector.ts';
import type { Skip } from './skip.ts';

/** Why a page was not read as an article. */
export type Refusal =
  | 'list-page'
  | 'no-article'
  | 'too-large'
  /** What would be read lies in a frame of another site. */
  | 'in-frame'
  /** What would be read is a picture of text. */
  | 'in-picture';

/** A mention as the side panel lists it. */
export interface ListedMention {
  mention: Mention;
  /** The sentence it would be clipped with, in the article's text. */
  sentence: Span;
  /** The excerpt it is already kept in. */
  clip?: Annotation | undefined;
  /** The record of its having been passed over. */
  skip?: string | undefined;
  /** Which paragraph of the article it stands in, from 0. */
  block: number;
  checks: Check[];
}

/** An excerpt of this page that the reader selected, or that no mention of the text stands for any more. */
export interface OwnClip {
  annotation: Annotation;
  state: QuoteMatch['state'];
  /** Where in the article's text it stands, unless it is found elsewhere on the page or not at all. */
  span?: { start: number; end: number } | undefined;
  /** What stands now where a changed number was clipped, until it is recorded too. */
  now?: Span | undefined;
}

/** What a page being read shows at this moment. */
export type PageState =
  | { status: 'refused'; reason: Refusal; isRegion?: boolean }
  | {
      status: 'on' | 'off';
      article: Omit<Article, 'text'>;
      /** A region that the reader chose for the site was wanted. */
      isRegion?: boolean;
      /** Some of the article may stand in a picture, where it cannot be read. */
      isInPicture?: boolean;
      mentions: ListedMention[];
      own: OwnClip[];
      /** Index of the mention the reader is at. */
      current?: number | undefined;
    };

/** Which mentions of a text are kept in which excerpt, and what else of the page is kept. */
export interface Placement {
  /** Excerpt by mention index. */
  clips: Map<number, Annotation>;
  /** Skip id by mention index. */
  skips: Map<number, string>;
  /** In text order; those no longer found come last. */
  own: OwnClip[];
}

/**
 * Places stored excerpts on the text as it is now; an excerpt stands for a mention only where quote and digits agree.
 * @param isElsewhere whether the page shows words outside its article's text, where a reader may have selected them
 */
export function placeAnnotations(
  text: string,
  mentions: readonly Mention[],
  annotations: readonly Annotation[],
  isElsewhere: (exact: string) => boolean = () => false,
): Omit<Placement, 'skips'> {
  const at = spanKeys(mentions);
  const clips = new Map<number, Annotation>();
  const own: OwnClip[] = [];
  const superseded = new Set(annotations.map(({ supersedes }) => supersedes));
  for (const annotation of annotations) {
    const match = matchQuote(text, annotation.target.selector);
    const index = mentionIndex(at, annotation, match);
    if (index !== undefined && hasWordsOf(annotation, clips.get(index))) {
      clips.set(index, annotation);
    } else {
      const { now, ...state } = ownState(text, annotation, match, isElsewhere);
      own.push({ annotation, ...state, ...(!superseded.has(annotation.id) && { now }) });
    }
  }
  const placeOf = ({ span }: OwnClip) => span?.start ?? text.length;
  return { clips, own: own.toSorted((a, b) => placeOf(a) - placeOf(b)) };
}

/** A mention kept with its sentence and with a part of it has two excerpts: the later does not hide the other. */
function hasWordsOf(annotation: Annotation, other: Annotation = annotation): boolean {
  return annotation.target.selector[0].exact === other.target.selector[0].exact;
}

/** Finds which mentions the reader passed over: the same words in the same surroundings. */
export function placeSkips(
  text: string,
  mentions: readonly Mention[],
  skips: readonly Skip[],
): Map<number, string> {
  const at = spanKeys(mentions);
  const placed = new Map<number, string>();
  for (const { id, type, selector } of skips) {
    const match = matchQuote(text, selector);
    const index = match.state === 'in-place' ? at.get(spanKey(type, match)) : undefined;
    if (index !== undefined) placed.set(index, id);
  }
  return placed;
}

function spanKeys(mentions: readonly Mention[]): Map<string, number> {
  return new Map(mentions.map((mention, index) => [spanKey(mention.type, mention), index]));
}

function ownState(
  text: string,
  { target }: Annotation,
  match: QuoteMatch,
  isElsewhere: (exact: string) => boolean,
): Omit<OwnClip, 'annotation'> {
  if (match.state === 'orphan') {
    return { state: isElsewhere(target.selector[0].exact) ? 'in-place' : 'orphan' };
  }
  const { state, start, end } = match;
  const span = { start, end };
  return state === 'in-place'
    ? { state, span }
    : { state, span, now: { ...span, exact: text.slice(start, end) } };
}

function mentionIndex(
  at: ReadonlyMap<string, number>,
  { mention: kept, correction }: Annotation,
  match: QuoteMatch,
): number | undefined {
  const mention = kept ?? correction?.recognised;
  if (!mention || match.state !== 'in-place') return undefined;
  const start = match.start + mention.start;
  return at.get(spanKey(mention.type, { start, end: match.start + mention.end }));
}

function spanKey(type: Mention['type'], span: { start: number; end: number }): string {
  return `${type}:${span.start}-${span.end}`;
}
