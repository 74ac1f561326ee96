import type { Annotation } from '../annotation.ts';
import { passageLink } from '../collection/passage-link.ts';
import type { Words } from '../words.ts';
import type { Column } from './columns.ts';
import { rowHeading, type RowOrder } from './order-rows.ts';
import { quoteOf, type Row } from './row.ts';
import { reportValue } from './shown-value.ts';
import { SourceList, type ReportSource } from './source-list.ts';

/** A label and what is said under it. */
export interface ReportFact {
  label: string;
  value: string;
}

/** An excerpt as a report shows it. */
export interface ReportEntry {
  /** Given where a new heading begins. */
  heading?: string;
  /** The quote, parted around the mention. */
  quote: { before: string; exact: string; after: string };
  facts: ReportFact[];
  /** Number of the source in the list at the end. */
  source: number;
  /** Link to the passage. */
  link?: string;
  isVerified: boolean;
  verdict: string;
}

/** Columns a report shows in places of their own. */
const PLACED = new Set(['sentence', 'title', 'link', 'address', 'verified', 'citation']);

/** Turns rows into a report's entries one by one, numbering sources as they first come up. */
export class Report {
  readonly #list = new SourceList();
  readonly #columns: readonly Column[];
  readonly #order: RowOrder;
  readonly #words: Words;
  #heading = '';

  constructor(columns: readonly Column[], order: RowOrder, words: Words) {
    this.#columns = columns.filter(({ key }) => !PLACED.has(key));
    this.#order = order;
    this.#words = words;
  }

  /** The sources of the entries made so far. */
  get sources(): readonly ReportSource[] {
    return this.#list.sources;
  }

  entry(row: Row): ReportEntry {
    const { verdict, annotation } = row;
    const heading = rowHeading(row, this.#order, this.#words);
    const isNew = heading !== this.#heading;
    this.#heading = heading;
    const { source: address } = annotation.target;
    const link = passageLink(address, quoteOf(annotation));
    return {
      ...(isNew && { heading }),
      quote: partQuote(annotation),
      facts: this.#facts(row),
      source: this.#list.numberOf(annotation.articleId, address, row),
      ...(link && { link }),
      isVerified: verdict === 'verified',
      verdict: this.#words(`verdict_${verdict}`),
    };
  }

  #facts(row: Row): ReportFact[] {
    return this.#columns.flatMap((column) => {
      const value = column.value(row, this.#words);
      return value
        ? [{ label: this.#words(column.header), value: reportValue(column, value) }]
        : [];
    });
  }
}

/** An excerpt's quote, parted around its mention; all of it is `before` where it has none. */
export function partQuote(annotation: Annotation): ReportEntry['quote'] {
  const quote = quoteOf(annotation);
  const { start = quote.length, end = quote.length } = annotation.mention ?? {};
  return { before: quote.slice(0, start), exact: quote.slice(start, end), after: quote.slice(end) };
}
