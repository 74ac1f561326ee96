import type { Article } from '../core/annotation.ts';
import { findBody, type BodySpan } from './article-body.ts';
import { readPage, type ReadPage } from './article-page.ts';
import { selectText } from './article-text.ts';
import { findPublishedTime } from './article-time.ts';
import { refuse } from './list-page.ts';
import { needsSnapshot, takeSnapshot, type PageSnapshot } from './page-snapshot.ts';
import { findProvenance, type Fields } from './provenance.ts';
import type { TextBlock } from './text-blocks.ts';
import { buildTextIndex, type TextIndex } from './text-index.ts';

/** What of a page is to be read, where it is not simply its article. */
export interface Focus {
  /** CSS selector of the region that the reader chose for this site. */
  region?: string | undefined;
  /** Which of several articles one below the other (`stackedArticles`), from 0. */
  stacked?: number | undefined;
  /** The page went on without loading: what its head says may be of the article before. */
  isMoved?: boolean | undefined;
}

export type ArticleReading =
  | { ok: true; article: Article; index: TextIndex }
  | { ok: false; reason: 'list-page' | 'no-article' | 'too-large' };

/**
 * Reads a page's article: its text, each offset of which owns a live node, and its provenance, each field of which
 * names where it was read. The live page is not changed. Lists, front pages and pages without prose are refused,
 * unless the reader chose a region of them.
 */
export function readArticle(document: Document, url: string, focus: Focus = {}): ArticleReading {
  if (!document.body) return { ok: false, reason: 'no-article' };
  const snapshot =
    (focus.stacked ?? -1) >= 0 || needsSnapshot(document) ? takeSnapshot(document) : undefined;
  const page = readPage(snapshot?.document ?? document, url, focus);
  if (!page) return { ok: false, reason: 'too-large' };
  const body = findBody(page);
  return body
    ? readBody(page, body, snapshot)
    : { ok: false, reason: page.isList ? 'list-page' : 'no-article' };
}

function readBody(page: ReadPage, body: BodySpan, snapshot?: PageSnapshot): ArticleReading {
  const { blocks, signature } = selectText(page, body);
  const published = findPublishedTime(page, body);
  const reason = refuse(page, { body, text: blocks, isDated: published !== undefined });
  if (reason) return { ok: false, reason };
  const index = buildTextIndex(
    blocks.map(({ runs }) => (snapshot ? liveRuns(runs, snapshot) : runs)),
  );
  const fields = findProvenance(page, signature, index.text);
  if (published) fields.set('publishedTime', [published.time, published.origin]);
  return { ok: true, article: makeArticle(fields, page, index.text), index };
}

function liveRuns(runs: TextBlock['runs'], snapshot: PageSnapshot): TextBlock['runs'] {
  return runs.flatMap((run) => {
    const node = snapshot.liveOf(run.node);
    return node ? [{ ...run, node }] : [];
  });
}

function makeArticle(fields: Fields, { url, canonicalUrl }: ReadPage, text: string): Article {
  const known = [...fields].filter(([, [value]]) => value);
  const values = Object.fromEntries(known.map(([name, [value]]) => [name, value]));
  const origins = Object.fromEntries(known.map(([name, [, origin]]) => [name, origin]));
  return { title: '', ...values, url, ...(canonicalUrl && { canonicalUrl }), text, origins };
}
