import type { Annotation, Article, Check, Mention, Span } from './annotation.ts';
import { matchQuote, type QuoteMatch } from './selector.ts';

/** Why a page was not read as an article. */
export type Refusal = 'list-page' | 'no-article' | 'too-large';

/** A mention as the side panel lists it. */
export interface ListedMention {
  mention: Mention;
  /** The sentence it would be clipped with, in the article's text. */
  sentence: Span;
  /** The excerpt it is already kept in. */
  clip?: string | undefined;
  checks: Check[];
}

/** An excerpt of this page that no mention of the text stands for any more, or that the reader selected. */
export interface OwnClip {
  annotation: Annotation;
  state: QuoteMatch['state'];
}

/** What a page being read shows at this moment. */
export type PageState =
  | { status: 'refused'; reason: Refusal }
  | {
      status: 'on' | 'off';
      article: Omit<Article, 'text'>;
      mentions: ListedMention[];
      own: OwnClip[];
      /** Index of the mention the reader is at. */
      current?: number | undefined;
    };

/** Which mentions of a text are kept in which excerpt, and what else of the page is kept. */
export interface Placement {
  /** Excerpt id by mention index. */
  clips: Map<number, string>;
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
): Placement {
  const at = new Map(mentions.map((mention, index) => [spanKey(mention.type, mention), index]));
  const clips = new Map<number, string>();
  const own: OwnClip[] = [];
  for (const annotation of annotations) {
    const match = matchQuote(text, annotation.target.selector);
    const index = mentionIndex(at, annotation, match);
    if (index !== undefined) clips.set(index, annotation.id);
    else own.push({ annotation, state: ownState(annotation, match, isElsewhere) });
  }
  return { clips, own };
}

function ownState(
  { target }: Annotation,
  { state }: QuoteMatch,
  isElsewhere: (exact: string) => boolean,
): QuoteMatch['state'] {
  return state === 'orphan' && isElsewhere(target.selector[0].exact) ? 'in-place' : state;
}

function mentionIndex(
  at: ReadonlyMap<string, number>,
  { mention }: Annotation,
  match: QuoteMatch,
): number | undefined {
  if (!mention || match.state !== 'in-place') return undefined;
  const start = match.start + mention.start;
  return at.get(spanKey(mention.type, { start, end: match.start + mention.end }));
}

function spanKey(type: Mention['type'], span: { start: number; end: number }): string {
  return `${type}:${span.start}-${span.end}`;
}
