import { foldText } from '../core/text.ts';
import type { Focus } from './article.ts';
import { declaredBodies } from './article-body.ts';
import { timeBefore } from './article-time.ts';
import { findTitle, type ArticleTitle } from './article-title.ts';
import { clearFurniture, outlineWithoutFurnitureTags } from './furniture.ts';
import { metadataOf, readMetadata, type PageMetadata } from './page-metadata.ts';
import type { PageOutline } from './page-outline.ts';
import { siteNameOf, type Found } from './provenance.ts';
import type { Remains } from './remains.ts';
import { selectAll } from './select-all.ts';
import { stackedArticles } from './stacked-articles.ts';
import { withoutTeasers } from './teaser-runs.ts';
import { readBlocks, type TextBlock } from './text-blocks.ts';
import { blockText } from './text-segments.ts';

/** A page whose furniture is thought away, and what was read of it before. */
export interface ReadPage {
  document: Document;
  outline: PageOutline;
  url: string;
  canonicalUrl: string | undefined;
  metadata: PageMetadata;
  title: ArticleTitle | undefined;
  siteName: Found;
  /** Index of the title's block; -1 where the page does not show it. */
  titleIndex: number;
  blocks: readonly TextBlock[];
  /** Elements that declare themselves an article's body. */
  declared: readonly Element[];
  /** What the reader chose as the article. */
  region: Element | undefined;
  /** A date that stands right above the title. */
  timeAbove: string | undefined;
  /** Headlines to other pages that stood in lists and rows of teasers, and whether they make a list. */
  headlines: number;
  isList: boolean;
  hasPassword: boolean;
  hasVideo: boolean;
}

/** So many headlines to other pages make a list of what else is on a page; a page with a player or a login has its own. */
const MANY_HEADLINES = 4;

/** Nodes of text beyond which walking a page freezes its tab; the longest articles have some 30,000. */
const MOST_TEXT_NODES = 400_000;

/**
 * Reads a page and thinks its furniture away; undefined where the page is too large to be walked. Of the articles of
 * one that scrolls on, all but the one wanted are removed from the document.
 */
export function readPage(document: Document, address: string, focus: Focus): ReadPage | undefined {
  const told = readMetadata(document);
  const own = ownPart(document, focus.stacked ?? -1);
  const outline = outlineWithoutFurnitureTags(document.body, MOST_TEXT_NODES);
  if (!outline) return undefined;
  const title = findTitle(document, told);
  const mayLag = focus.isMoved || own !== undefined;
  const metadata = mayLag && title?.element ? metadataOf(told, title.text) : told;
  const url = (own && addressOf(own, address)) ?? address;
  const region = chosenRegion(document, focus.region);
  const declared = declaredBodies(document);
  const isDated = metadata.jsonLd.publishedTime ?? metadata.meta.publishedTime;
  const before = {
    timeAbove: isDated ? undefined : timeBefore(title?.element),
    siteName: siteNameOf(document, metadata, title?.text ?? '', url),
    canonicalUrl: metadata === told ? canonicalOf(document, url) : undefined,
    hasPassword: document.querySelector('input[type=password]') !== null,
    hasVideo: selectAll(document, ['video', 'iframe[src*="youtube"]']).size > 0,
  };
  const kept = [title?.element, region, ...declared].filter((element) => element !== undefined);
  const listed = clearFurniture(outline, kept, region);
  const all = readBlocks(document.body, outline.remains).flatMap((block) =>
    partTitle(block, title?.element),
  );
  const { blocks, headlines: run } = withoutTeasers(all);
  removeText(outline.remains, all, blocks);
  const headlines = listed + run;
  const isList = headlines >= MANY_HEADLINES && !before.hasVideo && !before.hasPassword;
  const titleIndex = indexOfTitle(blocks, title);
  const read = { document, outline, url, metadata, title, declared, region, blocks, titleIndex };
  return { ...read, ...before, headlines, isList };
}

/** Leaves of several articles only the one wanted, and gives it. */
function ownPart(document: Document, wanted: number): Element | undefined {
  const stacked = wanted < 0 ? [] : stackedArticles(document);
  const own = stacked[wanted];
  if (own) for (const other of stacked) if (other !== own) other.remove();
  return own;
}

/** The address that an article below another names as its own, on the same host. */
function addressOf(article: Element, url: string): string | undefined {
  const link = article.querySelector('h1 a[href]')?.getAttribute('href');
  const named = article.getAttribute('data-url') ?? article.getAttribute('data-href') ?? link;
  if (!named || !URL.canParse(named, url)) return undefined;
  const address = new URL(named, url);
  return address.host === new URL(url).host ? address.href : undefined;
}

function lengthOf(element: Element): number {
  return element.textContent?.length ?? 0;
}

/** The element of a chosen region that holds most; a page laid out in another way has none. */
function chosenRegion(document: Document, selector: string | undefined): Element | undefined {
  if (!selector) return undefined;
  try {
    return [...document.body.querySelectorAll(selector)].sort(
      (a, b) => lengthOf(b) - lengthOf(a),
    )[0];
  } catch {
    // A selector damaged in storage is as good as none.
    return undefined;
  }
}

/** Takes the text of teasers out too, so that Readability does not weigh it. */
function removeText(remains: Remains, all: readonly TextBlock[], kept: readonly TextBlock[]): void {
  if (all.length === kept.length) return;
  const keeps = new Set(kept);
  for (const block of all) {
    if (!keeps.has(block)) for (const { node } of block.runs) remains.takeOut(node);
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

/** `rel=canonical`, where it names an article of its own and not the front page. */
function canonicalOf(document: Document, url: string): string | undefined {
  const href = document.querySelector('link[rel~="canonical"]')?.getAttribute('href');
  if (!href || !URL.canParse(href, url)) return undefined;
  const { protocol, pathname, href: canonical } = new URL(href, url);
  return /^https?:$/.test(protocol) && pathname !== '/' ? canonical : undefined;
}
