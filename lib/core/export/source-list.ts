import type { StoredArticle } from '../annotation.ts';
import { citationLine } from '../citation.ts';

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
  numberOf(articleId: string, address: string, article: StoredArticle | undefined): number {
    const known = this.#numbers.get(articleId);
    if (known) return known;
    const number = this.sources.length + 1;
    this.#numbers.set(articleId, number);
    this.sources.push({ number, address, citation: article ? citationLine(article) : address });
    return number;
  }
}
