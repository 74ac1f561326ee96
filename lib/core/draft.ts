import type { Article, Colour, Correction, Mention } from './annotation.ts';
import type { Draft } from './collection/clip.ts';
import { newId } from './id.ts';
import { describeQuote } from './selector.ts';

/** Where a draft gets its id and its time from. */
export interface World {
  now(): Date;
  random(bytes: number): Uint8Array;
}

/** What the reader adds to an excerpt. */
export interface Remarks {
  tags: string[];
  note: string;
  colour?: Colour | undefined;
  correction?: Correction | undefined;
  /** Id of the excerpt whose changed number this one records. */
  supersedes?: string | undefined;
  /** What arithmetic says of the mention. */
  checks?: Draft['checks'];
}

/** Drafts the excerpt of a span of an article; mentions in it count their spans from the excerpt's start. */
export function draftAnnotation(
  article: Article,
  span: { start: number; end: number },
  mention: Mention | undefined,
  { correction, ...remarks }: Remarks,
  world: World,
): Draft {
  const now = world.now();
  const { recognised } = correction ?? {};
  return {
    id: newId(now.getTime(), world.random(10)),
    target: { source: article.url, selector: describeQuote(article.text, span) },
    ...(mention && { mention: shifted(mention, span.start) }),
    ...remarks,
    ...(correction && {
      correction: {
        ...correction,
        ...(recognised && { recognised: shifted(recognised, span.start) }),
      },
    }),
    created: now.toISOString(),
    modified: now.toISOString(),
  };
}

function shifted(mention: Mention, by: number): Mention {
  return { ...mention, start: mention.start - by, end: mention.end - by };
}
