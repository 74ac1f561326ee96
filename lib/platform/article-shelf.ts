import { groupArticles, isDecided } from '../core/collection/article-groups.ts';
import type { Source } from '../core/collection/excerpt.ts';
import type { ArticlePage, OpenArticle, ProposedReprint } from '../core/collection/library-desk.ts';
import { findReprints, type Fingerprint } from '../core/collection/reprints.ts';
import { looseWords } from '../core/collection/search-words.ts';
import { readArticle, readFingerprints } from './articles.ts';
import type { CollectionIndex } from './collection-index.ts';
import type { Database } from './database.ts';

/** The articles of the collection, each once. */
export class ArticleShelf {
  readonly #db: Database;
  readonly #index: CollectionIndex;
  readonly #fingerprints = new Map<string, Fingerprint>();

  constructor(db: Database, index: CollectionIndex) {
    this.#db = db;
    this.#index = index;
  }

  /** Finds articles by words of title, outlet, author, source and address, those published last first. */
  list(text: string, from: number, count: number): ArticlePage {
    const words = looseWords(text).split(' ').filter(Boolean);
    const groups = groupArticles([...this.#index.sources.values()]);
    const found = groups.filter((group) => {
      if (words.length === 0) return true;
      const told = [group.first, ...group.others].map(wordsOf).join('\n');
      return words.every((word) => told.includes(` ${word}`));
    });
    found.sort(
      (a, b) => compareText(dayOf(b.first), dayOf(a.first)) || compareText(a.first.id, b.first.id),
    );
    const tally = this.#index.search.tally('article');
    return {
      articles: found.slice(from, from + count).map(({ first, others }) => {
        const counts = [first, ...others].map(({ id }) => tally.get(id) ?? 0);
        return { first, others, excerpts: counts.reduce((sum, each) => sum + each, 0) };
      }),
      total: found.length,
      of: groups.length,
    };
  }

  async open(id: string): Promise<OpenArticle | undefined> {
    const reading = await readArticle(this.#db, id);
    if (!reading) return undefined;
    await this.#index.knowSources([id]);
    const groups = groupArticles([...this.#index.sources.values()]);
    const group = groups.find(({ first, others }) =>
      [first, ...others].some((each) => each.id === id),
    );
    const all = group ? [group.first, ...group.others] : [];
    return { ...reading, others: all.filter((each) => each.id !== id) };
  }

  /** Pairs of articles alike that nobody has judged yet, the most alike first. */
  async reprints(): Promise<ProposedReprint[]> {
    const { sources } = this.#index;
    await readFingerprints(this.#db, [...sources.keys()], this.#fingerprints);
    return findReprints(this.#fingerprints).flatMap(({ one, other, likeness }) => {
      const [first, second] = [sources.get(one), sources.get(other)];
      if (!first || !second || isDecided(first, second)) return [];
      return [{ one: first, other: second, likeness }];
    });
  }
}

function wordsOf({ title, siteName, byline, source, url }: Source): string {
  return [title, siteName, byline, source, url]
    .flatMap((field) => (field ? [` ${looseWords(field)} `] : []))
    .join('\n');
}

function dayOf({ publishedTime, captured }: Source): string {
  return publishedTime ?? captured;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
