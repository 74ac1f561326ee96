import type { Origin } from '../core/annotation.ts';
import { parsePublishedTime, readDateLine } from '../core/published-time.ts';
import { isDateLine, piecesOf } from './date-line.ts';
import type { ReadPage } from './article-page.ts';
import type { BodySpan } from './article-body.ts';
import type { PageMetadata } from './page-metadata.ts';
import { selectInOrder } from './select-all.ts';

export interface PublishedTime {
  time: string;
  origin: Origin;
}

/** Lines below the body, and above the title, among which a date may stand. */
const BELOW = 8;
const ABOVE = 3;
/** So many dates close together date the items of a list. */
const LISTED_DATES = 3;
const DATED = [
  "[class*='date' i]",
  "[class*='time' i]",
  "[class*='meta' i]",
  "[class*='ngay' i]",
  'time',
];

/**
 * Finds when an article appeared: JSON-LD and meta, unless the line that readers see gives another clock time
 * (many sites label local time as UTC); else that line, else a `time` element.
 */
export function findPublishedTime(page: ReadPage, body: BodySpan): PublishedTime | undefined {
  const shown = shownTime(page, body) ?? elementTime(page) ?? page.timeAbove;
  const told = toldTime(page.metadata);
  if (!told) return shown ? { time: shown, origin: 'page' } : undefined;
  const isMorePrecise = shown !== undefined && shown.length > told.time.length;
  return shown && (isMorePrecise || contradicts(shown, told.time))
    ? { time: shown, origin: 'page' }
    : told;
}

function toldTime({ jsonLd, meta }: PageMetadata): PublishedTime | undefined {
  const inJsonLd = jsonLd.publishedTime && parsePublishedTime(jsonLd.publishedTime);
  if (inJsonLd) return { time: inJsonLd, origin: 'json-ld' };
  const inMeta = meta.publishedTime && parsePublishedTime(meta.publishedTime);
  return inMeta ? { time: inMeta, origin: 'meta' } : undefined;
}

/** Both have a clock and metadata says UTC: then the line in Vietnam's time is the same moment, or the true one. */
function contradicts(shown: string, told: string): boolean {
  return shown.length > 10 && told.length > 10 && told.endsWith('Z');
}

/** The first date line between title and body, then in the body's head, below it, above the title. */
function shownTime({ blocks, titleIndex }: ReadPage, body: BodySpan): string | undefined {
  const below = titleIndex < 0 ? Math.max(0, body.start - BELOW) : titleIndex + 1;
  const above = titleIndex < 0 ? [] : blocks.slice(Math.max(0, titleIndex - ABOVE), titleIndex);
  const zones = [
    blocks.slice(below, Math.max(below, body.start) + 4),
    blocks.slice(body.end, body.end + BELOW),
    above.filter(({ runs }) => runs.some(({ node }) => node.parentElement?.closest(DATED.join()))),
  ];
  for (const zone of zones) {
    const dated = zone.filter(isDateLine).map((block) => piecesOf(block));
    if (dated.length >= LISTED_DATES) continue;
    const line = dated.find((text) => !/cập nhật|chỉnh sửa/i.test(text)) ?? dated[0];
    if (line) return readDateLine(line)?.publishedTime;
  }
  return undefined;
}

function elementTime({ document, outline: { remains } }: ReadPage): string | undefined {
  for (const element of document.querySelectorAll('time[datetime], [itemprop="datePublished"]')) {
    if (remains.lacks(element)) continue;
    const value = element.getAttribute('datetime') ?? element.getAttribute('content');
    const time = parsePublishedTime(value ?? '') ?? parsePublishedTime(remains.textOf(element));
    if (time) return time;
  }
  return undefined;
}

/** How far around the title a date may stand; farther off stands the masthead's clock. */
const AROUND = 3;

/** The last date before a title, in a crumb trail or a bar that goes out with the furniture: read it first. */
export function timeBefore(title: Element | undefined): string | undefined {
  if (!title) return undefined;
  const levels: Element[] = [];
  for (let at = title.parentElement; at && levels.length < AROUND; at = at.parentElement) {
    levels.push(at);
  }
  // The widest is searched once; what is nearest to the title is told by what holds it.
  const widest = levels.at(-1);
  const dates = (widest ? selectInOrder(widest, DATED) : [])
    .filter((element) => element.compareDocumentPosition(title) === FOLLOWING)
    .flatMap((element) => {
      const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
      const time = text.length <= 60 ? readDateLine(text)?.publishedTime : undefined;
      return time ? [{ element, time }] : [];
    });
  for (const level of levels) {
    const nearest = dates.findLast(({ element }) => level !== element && level.contains(element));
    if (nearest) return nearest.time;
  }
  return undefined;
}

const FOLLOWING = 4;
