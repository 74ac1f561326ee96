import { foldText } from '../core/text.ts';
import type { Origin } from '../core/annotation.ts';
import type { PageMetadata } from './page-metadata.ts';
import { selectInOrder } from './select-all.ts';

export interface ArticleTitle {
  text: string;
  origin: Origin;
  /** The element of the page that shows the title. */
  element?: Element | undefined;
}

const DECLARED = ['h1', '[itemprop=headline]', '[data-role=title]', '[data-slot=title]'];
const HEADINGS = [
  'h2',
  'h3',
  'h4',
  '[class*=title i]',
  '[id*=title i]',
  '[class*=tieude i]',
  '[id*=tieude i]',
  '[class*=headline i]',
  '[class*=tieu-de i]',
];
/** What stands between an article's title and the site's name in `<title>`. */
const SEPARATOR = /\s+[-–—|•·»:]+\s+|\s*[|»]\s*/u;
/** Words that begin the names of papers, portals and bodies. */
const SITE_NAME =
  /^(?:báo|cổng|trang|tạp chí|đài|website|ttđt|huyện|tỉnh|thành phố|tp|thị xã|quận|phường|xã|ubnd|ủy ban|sở|đảng bộ|tin tức|thành ủy|tỉnh ủy|huyện ủy|online)(?!\p{L})|\.(?:vn|com|net)$|(?:online|điện tử)$/iu;
/** A place's name may well open a title; these do not. */
const LEADING_SITE_NAME = /^(?:báo|cổng|trang|tạp chí|đài|website)(?!\p{L})|\.(?:vn|com|net)$/iu;
const SHORTEST_TITLE = 12;

/**
 * Finds an article's full title: the heading that agrees with what the page says of itself, else that without the
 * site's name. `"Ia Nhin: Đổi mới sinh hoạt chi bộ - Báo Ia Nhin điện tử"` → `"Ia Nhin: Đổi mới sinh hoạt chi bộ"`.
 */
export function findTitle(document: Document, metadata: PageMetadata): ArticleTitle | undefined {
  const { jsonLd, meta, documentTitle } = metadata;
  const hints = [jsonLd.title, meta.title, documentTitle].filter((hint) => hint !== undefined);
  const shown = shownTitle(document, hints);
  if (shown) return { text: shown.text, origin: 'page', element: shown.element };
  const siteName = meta.siteName ?? jsonLd.siteName;
  const ranked: [string | undefined, Origin][] = [
    [jsonLd.title, 'json-ld'],
    [meta.title, 'meta'],
    [documentTitle, 'meta'],
  ];
  for (const [text, origin] of ranked) {
    if (text) return { text: withoutSiteName(text, siteName), origin };
  }
  return undefined;
}

interface ShownTitle {
  element: Element;
  text: string;
  rank: number;
}

/** The heading of the page that one of the hints repeats; without agreement, its only real `h1`. */
function shownTitle(document: Document, hints: readonly string[]): ShownTitle | undefined {
  const folded = hints.map(foldText);
  const declared = selectInOrder(document.body, DECLARED);
  return (
    bestHeading(declared, folded) ??
    bestHeading(selectInOrder(document.body, HEADINGS), folded) ??
    loneHeading(declared)
  );
}

function bestHeading(
  elements: Iterable<Element>,
  folded: readonly string[],
): ShownTitle | undefined {
  let best: ShownTitle | undefined;
  for (const element of elements) {
    const text = titleText(element);
    if (!text) continue;
    const rank = agreement(foldText(text), folded) + headingRank(element);
    if (rank >= AGREES && (!best || rank > best.rank)) best = { element, text, rank };
  }
  return best;
}

const AGREES = 1000;

/** 1000 and the length agreed on; 0 where no hint holds the heading as a whole part. */
function agreement(heading: string, hints: readonly string[]): number {
  if (heading.length < SHORTEST_TITLE) return 0;
  const agreed = hints.some((hint) => isWholePart(heading, hint));
  return agreed ? AGREES + heading.length * 4 : 0;
}

function isWholePart(heading: string, hint: string): boolean {
  if (hint === heading) return true;
  const cut = hint.replace(/\s*(?:\.\.\.|…)$/, '');
  if (cut !== hint && cut.length >= 30 && heading.startsWith(cut)) return true;
  if (hint.startsWith(heading)) return /^\s*[-–—|•·»]/u.test(hint.slice(heading.length));
  if (hint.endsWith(heading)) return /[-–—|•·»]\s*$/u.test(hint.slice(0, -heading.length));
  return false;
}

function headingRank(element: Element): number {
  if (element.tagName === 'H1') return 3;
  if (element.matches('[itemprop=headline], [data-role=title], [data-slot=title]')) return 2;
  return /^H\d$/.test(element.tagName) ? 1 : 0;
}

function loneHeading(declared: readonly Element[]): ShownTitle | undefined {
  const headings = declared.filter((heading) => heading.querySelector('a[href="/"], img') === null);
  for (const element of headings) {
    const text = titleText(element);
    if (text.length >= SHORTEST_TITLE && !LEADING_SITE_NAME.test(text))
      return { element, text, rank: 0 };
  }
  return undefined;
}

/** The text of a heading; empty where it is too long to be one. */
function titleText(element: Element): string {
  const raw = element.textContent ?? '';
  if (raw.length > 2000) return '';
  const text = raw
    .normalize('NFC')
    .replace(/[\u200B\u2060\uFEFF\u00AD]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length <= 400 ? text : '';
}

/** Takes the site's name off either end of a title. */
export function withoutSiteName(title: string, siteName?: string): string {
  const parts = splitTitle(title);
  while (parts.length > 1) {
    const last = parts.at(-1)?.text ?? '';
    const first = parts[0]?.text ?? '';
    const hasPipe = /[|»]/.test(parts.at(-1)?.before ?? '');
    if (isSiteName(last, siteName) || hasPipe) parts.pop();
    else if (isSiteName(first, siteName) && LEADING_SITE_NAME.test(first)) parts.shift();
    else break;
  }
  const [head, ...rest] = parts;
  return (head?.text ?? title) + rest.map(({ before, text }) => before + text).join('');
}

/** The site's name as `<title>` gives it behind or before the article's title. */
export function siteNameIn(documentTitle: string, title: string): string | undefined {
  const parts = splitTitle(documentTitle).map(({ text }) => text);
  const others = parts.filter((part) => !foldText(title).includes(foldText(part)));
  return others.findLast((part) => SITE_NAME.test(part)) ?? undefined;
}

function isSiteName(part: string, siteName: string | undefined): boolean {
  if (siteName && foldText(part) === foldText(siteName)) return true;
  return part.length <= 60 && SITE_NAME.test(part) && part.split(' ').length <= 12;
}

function splitTitle(title: string): { before: string; text: string }[] {
  const pattern = new RegExp(`(${SEPARATOR.source})`, 'u');
  const pieces = title.split(pattern);
  const parts = [{ before: '', text: pieces[0] ?? '' }];
  for (let at = 1; at + 1 < pieces.length; at += 2) {
    parts.push({ before: pieces[at] ?? '', text: pieces[at + 1] ?? '' });
  }
  return parts.filter(({ text }) => text !== '');
}
