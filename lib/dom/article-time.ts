import type { Origin } from '../core/annotation.ts';
import { parsePublishedTime, readDateLine } from '../core/published-time.ts';
import { isDateLine } from './article-text.ts';
import type { BodySpan } from './article-body.ts';
import type { PageMetadata } from './page-metadata.ts';
import type { TextBlock } from './text-blocks.ts';

export interface PublishedTime {
  time: string;
  origin: Origin;
}

/** Lines below the body, and above the title, among which a date may stand. */
const BELOW = 8;
const ABOVE = 3;
const DATED = "[class*='date' i], [class*='time' i], [class*='meta' i], [class*='ngay' i], time";

/**
 * Finds when an article appeared: JSON-LD and meta, unless the line that readers see gives another clock time
 * (many sites label local time as UTC); else that line, else a `time` element.
 */
export function findPublishedTime(
  document: Document,
  metadata: PageMetadata,
  blocks: readonly TextBlock[],
  body: BodySpan,
  titleIndex: number,
): PublishedTime | undefined {
  const shown = shownTime(blocks, body, titleIndex) ?? elementTime(document);
  const told = toldTime(metadata);
  if (!told) return shown ? { time: shown, origin: 'page' } : undefined;
  const isMorePrecise = shown !== undefined && shown.length > told.time.length;
  return isMorePrecise || contradicts(shown, told.time)
    ? { time: shown ?? told.time, origin: 'page' }
    : told;
}

function toldTime({ jsonLd, meta }: PageMetadata): PublishedTime | undefined {
  const inJsonLd = jsonLd.publishedTime && parsePublishedTime(jsonLd.publishedTime);
  if (inJsonLd) return { time: inJsonLd, origin: 'json-ld' };
  const inMeta = meta.publishedTime && parsePublishedTime(meta.publishedTime);
  return inMeta ? { time: inMeta, origin: 'meta' } : undefined;
}

/** Both with a clock, one of them in UTC, and not the same clock: then the reader's is meant. */
function contradicts(shown: string | undefined, told: string): boolean {
  if (!shown || shown.length <= 10 || told.length <= 10) return false;
  return told.endsWith('Z') && shown.slice(0, 16) !== told.slice(0, 16) ? true : told.endsWith('Z');
}

/** The first date line between title and body, then in the body's head, below it, above the title. */
function shownTime(
  blocks: readonly TextBlock[],
  body: BodySpan,
  titleIndex: number,
): string | undefined {
  const below = titleIndex < 0 ? Math.max(0, body.start - BELOW) : titleIndex + 1;
  const above = titleIndex < 0 ? [] : blocks.slice(Math.max(0, titleIndex - ABOVE), titleIndex);
  const lines = [
    ...blocks.slice(below, Math.max(below, body.start) + 4),
    ...blocks.slice(body.end, body.end + BELOW),
    ...above.filter(({ element }) => element.closest(DATED)),
  ];
  const dated = lines.filter(({ text }) => isDateLine(text));
  const [first] = [...dated.filter(({ text }) => !/cập nhật|lượt xem cuối/i.test(text)), ...dated];
  return first && readDateLine(first.text)?.publishedTime;
}

function elementTime(document: Document): string | undefined {
  for (const element of document.querySelectorAll('time[datetime], [itemprop="datePublished"]')) {
    const value = element.getAttribute('datetime') ?? element.getAttribute('content');
    const time = parsePublishedTime(value ?? '') ?? parsePublishedTime(element.textContent ?? '');
    if (time) return time;
  }
  return undefined;
}
