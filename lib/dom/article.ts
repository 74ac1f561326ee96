import type { Article, Origin } from '../core/annotation.ts';
import type { Signature } from '../core/signature.ts';
import { isPersonName, properName } from '../core/signature.ts';
import { foldText } from '../core/text.ts';
import { declaredBodies, findBody } from './article-body.ts';
import { selectText } from './article-text.ts';
import { findPublishedTime, timeBefore } from './article-time.ts';
import { findTitle, siteNameIn, type ArticleTitle } from './article-title.ts';
import { clearFurniture } from './furniture.ts';
import { refuse } from './list-page.ts';
import { readMetadata, type PageMetadata } from './page-metadata.ts';
import { takeSnapshot, type PageSnapshot } from './page-snapshot.ts';
import { withoutTeasers } from './teaser-runs.ts';
import { readBlocks, type TextBlock } from './text-blocks.ts';
import { buildTextIndex, type TextIndex } from './text-index.ts';
import { blockText } from './text-segments.ts';

export type ArticleReading =
  | { ok: true; article: Article; index: TextIndex }
  | { ok: false; reason: 'list-page' | 'no-article' | 'too-large' };

/** Text nodes beyond which copying and walking a page would freeze its tab. */
const MOST_TEXT = 12_000_000;

/**
 * Reads a page's article: its text, each offset of which owns a live node, and its provenance, each field of which
 * names where it was read. The live page is not changed. Lists, front pages and pages without prose are refused.
 */
export function readArticle(document: Document, url: string): ArticleReading {
  if (!document.body) return { ok: false, reason: 'no-article' };
  if ((document.body.textContent ?? '').length > MOST_TEXT)
    return { ok: false, reason: 'too-large' };
  const snapshot = takeSnapshot(document);
  const copy = snapshot.document;
  const metadata = readMetadata(copy);
  const title = findTitle(copy, metadata);
  const hasPassword = copy.querySelector('input[type=password]') !== null;
  const hasVideo = copy.querySelector('video, iframe[src*="youtube"]') !== null;
  const logo = logoName(copy);
  const beside = timeBefore(title?.element);
  const declared = declaredBodies(copy);
  const listed = clearFurniture(copy, [...(title?.element ? [title.element] : []), ...declared]);
  const all = readBlocks(copy.body).flatMap((block) => partTitle(block, title?.element));
  const { blocks, headlines: run } = withoutTeasers(all);
  removeText(all, blocks);
  const headlines = listed + run;
  const titleIndex = indexOfTitle(blocks, title);
  const body = findBody(copy, blocks, { from: titleIndex + 1, declared });
  if (!body) return { ok: false, reason: headlines >= 5 ? 'list-page' : 'no-article' };
  const text = selectText(
    blocks,
    body,
    { index: titleIndex, text: title?.text ?? '' },
    metadata.meta.excerpt,
  );
  const published = findPublishedTime(copy, metadata, blocks, body, titleIndex, beside);
  const hasDate = published !== undefined;
  const signs = { metadata, address: url, headlines, hasDate, hasPassword, hasVideo, blocks, body };
  const reason = refuse({ ...signs, text: text.blocks });
  if (reason) return { ok: false, reason };
  const index = buildTextIndex(text.blocks.map((block) => liveRuns(block, snapshot)));
  const fields = provenance({ metadata, title, signature: text.signature, url, logo });
  if (published) fields.set('publishedTime', [published.time, published.origin]);
  fields.set('lang', languageOf(copy, index.text));
  return { ok: true, article: makeArticle(fields, url, canonicalOf(copy, url), index), index };
}

/** Empties the copy of what was taken out, so that Readability does not weigh it. */
function removeText(all: readonly TextBlock[], kept: readonly TextBlock[]): void {
  const keeps = new Set(kept);
  for (const block of all) {
    if (!keeps.has(block)) for (const { node } of block.runs) node.remove();
  }
}

/** Parts the title from what stands in one line with it, a date or a kicker. */
function partTitle(block: TextBlock, title: Element | undefined): TextBlock[] {
  if (!title || title.contains(block.element) || !block.element.contains(title)) return [block];
  const at = block.runs.map(({ node }) => title.contains(node));
  const [from, to] = [at.indexOf(true), at.lastIndexOf(true) + 1];
  if (from < 0) return [block];
  const parts = [block.runs.slice(0, from), block.runs.slice(from, to), block.runs.slice(to)];
  return parts.flatMap((runs) => {
    const text = blockText(runs);
    return text ? [{ ...block, runs, text, linked: Math.min(block.linked, text.length) }] : [];
  });
}

function indexOfTitle(blocks: readonly TextBlock[], title: ArticleTitle | undefined): number {
  if (!title) return -1;
  const element = title.element;
  if (element) {
    const at = blocks.findLastIndex(({ runs }) => element.contains(runs[0]?.node ?? null));
    if (at >= 0) return at;
  }
  const folded = foldText(title.text);
  return blocks.findIndex(({ text }) => text.length < 500 && foldText(text) === folded);
}

function liveRuns(block: TextBlock, snapshot: PageSnapshot): TextBlock['runs'] {
  return block.runs.flatMap((run) => {
    const node = snapshot.liveOf(run.node);
    return node ? [{ ...run, node }] : [];
  });
}

type FieldName = keyof Article['origins'];
type Fields = Map<FieldName, [string | undefined, Origin]>;

interface Sources {
  metadata: PageMetadata;
  title: ArticleTitle | undefined;
  signature: Signature;
  url: string;
  logo: string | undefined;
}

function provenance({ metadata, title, signature, url, logo }: Sources): Fields {
  const { jsonLd, meta, documentTitle } = metadata;
  const fields: Fields = new Map();
  fields.set('title', [title?.text ?? documentTitle, title?.origin ?? 'meta']);
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  fields.set(
    'siteName',
    firstOf([
      [meta.siteName, 'meta'],
      [jsonLd.siteName, 'json-ld'],
      [siteNameIn(documentTitle, title?.text ?? ''), 'meta'],
      [logo, 'page'],
      [host, 'address'],
    ]),
  );
  const siteName = fields.get('siteName')?.[0];
  fields.set(
    'byline',
    firstOf([
      [authorName(jsonLd.byline, siteName), 'json-ld'],
      [authorName(meta.byline, siteName), 'meta'],
      [signature.byline, 'page'],
    ]),
  );
  fields.set(
    'source',
    firstOf([
      [signature.source, 'page'],
      [meta.source, 'meta'],
    ]),
  );
  fields.set('excerpt', [meta.excerpt, 'meta']);
  return fields;
}

function firstOf(values: [string | undefined, Origin][]): [string | undefined, Origin] {
  return values.find(([value]) => value) ?? [undefined, 'page'];
}

/** An author in metadata who is a person; many sites put their own name or an account there. */
function authorName(name: string | undefined, siteName: string | undefined): string | undefined {
  if (!name || !isPersonName(name)) return undefined;
  if (siteName && foldText(siteName).includes(foldText(name))) return undefined;
  return properName(name);
}

/** The site's name as its banner or its link home says it. */
function logoName(document: Document): string | undefined {
  const banner = `[class*=banner i] img, [id*=banner i] img, [class*=logo i], [id*=logo i], [class*=logo i] img, a[href='/'], a[href='/'] img, header img`;
  for (const element of document.querySelectorAll(banner)) {
    const name =
      element.getAttribute('alt') ?? element.getAttribute('title') ?? element.textContent;
    const text = name?.normalize('NFC').replace(/\s+/g, ' ').trim() ?? '';
    if (text.length <= 80 && /^(?:báo|cổng|trang (?:thông tin|tin)|tạp chí|đài)\s/i.test(text))
      return text;
  }
  return undefined;
}

const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu;

/** Portals often say `en`; a text of Vietnamese letters is Vietnamese. */
function languageOf(document: Document, text: string): [string | undefined, Origin] {
  const sample = text.slice(0, 2000);
  if ((sample.match(VIETNAMESE)?.length ?? 0) > sample.length / 20) return ['vi', 'page'];
  return [document.documentElement.getAttribute('lang') ?? undefined, 'meta'];
}

/** `rel=canonical`, where it names an article of its own and not the front page. */
function canonicalOf(document: Document, url: string): string | undefined {
  const href = document.querySelector('link[rel~="canonical"]')?.getAttribute('href');
  if (!href || !URL.canParse(href, url)) return undefined;
  const canonical = new URL(href, url);
  return /^https?:$/.test(canonical.protocol) && canonical.pathname !== '/'
    ? canonical.href
    : undefined;
}

function makeArticle(
  fields: Fields,
  url: string,
  canonicalUrl: string | undefined,
  index: TextIndex,
): Article {
  const known = [...fields].filter(([, [value]]) => value);
  const values = Object.fromEntries(known.map(([name, [value]]) => [name, value]));
  const origins = Object.fromEntries(known.map(([name, [, origin]]) => [name, origin]));
  return {
    title: '',
    ...values,
    url,
    ...(canonicalUrl && { canonicalUrl }),
    text: index.text,
    origins,
  };
}
