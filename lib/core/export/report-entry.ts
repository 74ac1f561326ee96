import { citationLine } from '../citation.ts';
import { passageLink } from '../collection/passage-link.ts';
import { formatDecimal } from '../format-value.ts';
import type { Words } from '../words.ts';
import type { Column } from './columns.ts';
import { rowHeading, type RowOrder } from './order-rows.ts';
import { quoteOf, type Row } from './row.ts';
import { formatDay } from './times.ts';

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

/** A source of the list at the end of a report. */
export interface ReportSource {
  number: number;
  citation: string;
  address: string;
}

/** Columns a report shows in places of their own. */
const PLACED = new Set(['sentence', 'title', 'link', 'address', 'verified', 'citation', 'id']);

/** Turns rows into a report's entries one by one, numbering sources as they first come up. */
export class Report {
  readonly sources: ReportSource[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #columns: readonly Column[];
  readonly #order: RowOrder;
  readonly #words: Words;
  #heading = '';

  constructor(columns: readonly Column[], order: RowOrder, words: Words) {
    this.#columns = columns.filter(({ key }) => !PLACED.has(key));
    this.#order = order;
    this.#words = words;
  }

  entry(row: Row): ReportEntry {
    const { verdict } = row;
    const heading = rowHeading(row, this.#order, this.#words);
    const isNew = heading !== this.#heading;
    this.#heading = heading;
    const { source: address } = row.annotation.target;
    const link = passageLink(address, quoteOf(row.annotation));
    return {
      ...(isNew && { heading }),
      quote: partQuote(row),
      facts: this.#facts(row),
      source: this.#sourceOf(row),
      ...(link && { link }),
      isVerified: verdict === 'verified',
      verdict: this.#words(`verdict_${verdict}`),
    };
  }

  #facts(row: Row): ReportFact[] {
    return this.#columns.flatMap((column) => {
      const value = column.value(row, this.#words);
      return value ? [{ label: this.#words(column.header), value: shown(column, value) }] : [];
    });
  }

  #sourceOf({ annotation, article }: Row): number {
    const known = this.#numbers.get(annotation.articleId);
    if (known) return known;
    const number = this.sources.length + 1;
    const address = annotation.target.source;
    this.#numbers.set(annotation.articleId, number);
    this.sources.push({ number, address, citation: article ? citationLine(article) : address });
    return number;
  }
}

function partQuote({ annotation }: Row): ReportEntry['quote'] {
  const quote = quoteOf(annotation);
  const { start = quote.length, end = quote.length } = annotation.mention ?? {};
  return { before: quote.slice(0, start), exact: quote.slice(start, end), after: quote.slice(end) };
}

function shown({ type }: Column, value: string): string {
  if (type === 'number') return formatDecimal(value);
  return type === 'date' ? formatDay(value) : value;
}
