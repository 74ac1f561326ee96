import { citationLine } from '../citation.ts';
import type { Row } from './row.ts';

/** A source of the list at the end of a report. */
export interface ReportSource {
  number: number;
  citation: string;
  address: string;
}

/** Numbers sources from 1, as they first come up; each article has one number. */
export class SourceList {
  readonly sources: ReportSource[] = [];
  readonly #numbers = new Map<string, number>();

  /** @param address where the article was read, cited alone where there is no record of it */
  numberOf(
    articleId: string,
    address: string,
    { article, citation }: Pick<Row, 'article' | 'citation'>,
  ): number {
    const known = this.#numbers.get(articleId);
    if (known) return known;
    const number = this.sources.length + 1;
    this.#numbers.set(articleId, number);
    const line = citation ?? (article ? citationLine(article) : address);
    this.sources.push({ number, address, citation: line });
    return number;
  }
}
