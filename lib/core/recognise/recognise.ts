import type { Mention, Programme, Recognition } from '../annotation.ts';
import { mergeBlocks, touches } from './blocks.ts';
import { checkFigures } from './checks.ts';
import { addContext } from './context.ts';
import type { Draft } from './figures.ts';
import { findFigures } from './figures.ts';
import { findContacts, findFurniture } from './furniture.ts';
import { joinDates } from './joined-dates.ts';
import { linkShares } from './links.ts';
import { findProgrammes } from './programmes.ts';
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
  const programmes = findProgrammes(scan.text, context).filter((span) => !touches(furniture, span));
  const tables = readTables(scan);
  const blocks = mergeBlocks([
    ...furniture,
    ...findContacts(scan.lower),
    ...programmes,
    ...tables.blocks,
  ]);
  const { drafts, dates } = findFigures(scan, blocks);
  const shares = linkShares(scan, drafts);
  addContext(scan, drafts, joinDates(scan.lower, dates), context.publishedTime);
  const cells = tables.drafts.filter((cell) => !programmes.some((span) => touches([span], cell)));
  const found: (Draft | Programme)[] = [...drafts, ...cells, ...programmes].sort(
    (a, b) => a.start - b.start,
  );
  const indexes = new Map(found.map((mention, at) => [mention, at]));
  return {
    mentions: found.map((mention) =>
      toSource(text, scan, 'figure' in mention ? mention.figure : mention),
    ),
    checks: checkFigures(scan, drafts, shares, (draft) => indexes.get(draft) ?? 0),
  };
}

/** Moves a mention, which nothing else holds by now, from the scan text to the text given. */
function toSource<M extends Mention>(text: string, scan: ScanText, mention: M): M {
  const { start, end } = scan.toSource(mention.start, mention.end);
  mention.start = start;
  mention.end = end;
  mention.exact = text.slice(start, end);
  return mention;
}
