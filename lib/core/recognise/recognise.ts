import type { Mention, Programme, Recognition } from '../annotation.ts';
import type { Block } from './blocks.ts';
import { inTextOrder, mergeBlocks, touches } from './blocks.ts';
import { checkFigures } from './checks.ts';
import { addContext } from './context.ts';
import type { Draft } from './figure-draft.ts';
import { findFigures } from './figures.ts';
import { findContacts, findFurniture } from './furniture.ts';
import { withoutIssueDates } from './issue-dates.ts';
import { joinDates } from './joined-dates.ts';
import { linkShares } from './links.ts';
import { findProgrammes } from './programmes.ts';
import { shareChanges } from './row-changes.ts';
import type { ScanText } from './scan-text.ts';
import { scanText } from './scan-text.ts';
import { readTables } from './tables.ts';

/** What is known of a text besides its words. */
export interface RecogniseContext {
  /** ISO 8601; resolves `năm nay`, `đến nay` and the like. */
  publishedTime?: string | undefined;
}

/**
 * Finds the figures and named programmes of a text, in text order, with what arithmetic says of those the text ties.
 * Takes any normal form; `text.slice(start, end) === exact` holds in the text given.
 * `"51/51 chi bộ"` → one figure of kind ratio, subject `chi bộ`.
 */
export function recognise(text: string, context: RecogniseContext = {}): Recognition {
  const scan = scanText(text);
  const furniture = findFurniture(scan.lower);
  const programmes = findProgrammes(scan.text, context, scan.lower).filter(
    (span) => !touches(furniture, span),
  );
  const tables = readTables(scan);
  const blocks = mergeBlocks([
    ...furniture,
    ...findContacts(scan.lower),
    ...programmes,
    ...tables.blocks,
  ]);
  const { drafts, dates } = findFigures(scan, blocks);
  shareChanges(scan, drafts);
  const shares = linkShares(scan, drafts);
  const periods = withoutIssueDates(joinDates(scan.lower, dates), programmes);
  addContext(scan, drafts, periods, context.publishedTime);
  const cells = tables.drafts.filter((cell) => !touches(programmes, cell));
  const found: (Draft | Programme)[] = inTextOrder(inTextOrder(drafts, cells), programmes);
  const checks = checkFigures(scan, drafts, shares, (draft) => placeOf(found, draft));
  const mentions = found.map((mention) => ('figure' in mention ? mention.figure : mention));
  if (scan.text !== text) for (const mention of mentions) toSource(text, scan, mention);
  return { mentions, checks };
}

/** Index among mentions in text order, which do not overlap. */
function placeOf(found: readonly Block[], { start }: Block): number {
  let low = 0;
  let high = found.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Moves a mention, which nothing else holds by now, from the scan text to the text given. */
function toSource(text: string, scan: ScanText, mention: Mention): void {
  const { start, end } = scan.toSource(mention.start, mention.end);
  mention.start = start;
  mention.end = end;
  mention.exact = text.slice(start, end);
}
