import type { Recognition } from '../core/annotation.ts';
import type { Refusal } from '../core/page-state.ts';
import type { RecogniseContext } from '../core/recognise/recognise.ts';
import { sourceKey } from '../core/source-key.ts';
import { readArticle } from './article.ts';
import { markArticle, type MarkedArticle } from './marked-article.ts';
import { articleInView } from './stacked-articles.ts';
import { unreadable } from './unreadable.ts';

/** Finds the mentions of an article's text. */
export type Recognise = (text: string, context: RecogniseContext) => Promise<Recognition>;

/** An article shorter than this beside a large picture may well have its text in the picture. */
const FEW_LETTERS = 800;

/** Reads what a page shows now: the article in the window, or the region that the reader chose. */
export class PageReader {
  /** CSS selector of what the reader chose to be read on this site; used at the next reading. */
  region: string | undefined;
  readonly #document: Document;
  readonly #recognise: Recognise;
  readonly #loadedFrom: string;
  /** Which of several articles one below the other was read; -1 where there is but one. */
  #inView = -1;

  constructor(document: Document, view: Window & typeof globalThis, recognise: Recognise) {
    this.#document = document;
    this.#recognise = recognise;
    const [load] = view.performance.getEntriesByType?.('navigation') ?? [];
    this.#loadedFrom = sourceKey(load?.name ?? document.URL);
  }

  async read(): Promise<MarkedArticle | Refusal> {
    const document = this.#document;
    const { region } = this;
    const stacked = articleInView(document);
    const isMoved = sourceKey(document.URL) !== this.#loadedFrom;
    this.#inView = stacked;
    const reading = readArticle(document, document.URL, { region, stacked, isMoved });
    if (!reading.ok) {
      const why = reading.reason === 'no-article' ? unreadable(document) : undefined;
      return why ?? reading.reason;
    }
    const { text, publishedTime } = reading.article;
    return markArticle(reading, await this.#recognise(text, { publishedTime }));
  }

  /** Has the reader scrolled on to another article of the page than the one read last? */
  hasMovedOn(): boolean {
    return articleInView(this.#document) !== this.#inView;
  }

  /** May some of an article with this text stand in a picture? */
  isInPicture(text: string): boolean {
    return text.length < FEW_LETTERS && unreadable(this.#document) === 'in-picture';
  }
}
