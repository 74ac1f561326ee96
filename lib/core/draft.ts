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
}

/** Drafts the excerpt of a span of an article; the mention's own span is counted from the excerpt's start. */
export function draftAnnotation(
  article: Article,
  span: { start: number; end: number },
  mention: Mention | undefined,
  remarks: Remarks,
  world: World,
): Draft {
  const now = world.now();
  return {
    id: newId(now.getTime(), world.random(10)),
    target: { source: article.url, selector: describeQuote(article.text, span) },
    ...(mention && {
      mention: { ...mention, start: mention.start - span.start, end: mention.end - span.start },
    }),
    ...remarks,
    created: now.toISOString(),
    modified: now.toISOString(),
  };
}
