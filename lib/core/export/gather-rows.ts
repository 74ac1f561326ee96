import type { Annotation, Programme } from '../annotation.ts';
import type { Source } from '../collection/excerpt.ts';
import { foldText } from '../text.ts';
import { checksOf, type ExcerptCheck } from './excerpt-checks.ts';
import type { Series } from '../collection/series/series.ts';
import type { SeriesJudgement } from '../collection/series-judgement.ts';
import { SeriesGrouping } from './group-series.ts';
import { quoteOf, type Row } from './row.ts';

/** An article and how many of its excerpts go out. */
export interface CitedArticle {
  article: Source;
  excerpts: number;
}

/** A document or programme and where it is cited. */
export interface CitedProgramme {
  programme: Programme;
  excerpts: number;
  articles: Set<string>;
  /** The article it was first met in. */
  title: string;
}

export interface CheckedExcerpt {
  id: string;
  exact: string;
  quote: string;
  title: string;
  check: ExcerptCheck;
}

/** What the rows tell beyond themselves, gathered while they pass: nothing here grows with their texts. */
export class GatheredRows {
  readonly articles = new Map<string, CitedArticle>();
  readonly programmes = new Map<string, CitedProgramme>();
  readonly checks: CheckedExcerpt[] = [];
  readonly #series = new SeriesGrouping();

  add(row: Row): void {
    const { annotation, article } = row;
    if (article) this.#addArticle(article);
    if (annotation.mention?.type === 'programme') this.#addProgramme(row, annotation.mention);
    for (const check of checksOf(annotation)) {
      this.checks.push({ ...nameOf(annotation), title: article?.title ?? '', check });
    }
    this.#series.add(row);
  }

  /** The series that the rows make, as people judged them. */
  series(judgements: readonly SeriesJudgement[]): Series[] {
    const articles = Array.from(this.articles.values(), ({ article }) => article);
    return this.#series.series(articles, judgements);
  }

  #addArticle(stored: NonNullable<Row['article']>): void {
    const { text: _, ...article } = stored;
    const cited = this.articles.get(article.id);
    if (cited) cited.excerpts++;
    else this.articles.set(article.id, { article, excerpts: 1 });
  }

  #addProgramme({ annotation, article }: Row, programme: Programme): void {
    const key = programmeKey(programme);
    const cited = this.programmes.get(key) ?? {
      programme,
      excerpts: 0,
      articles: new Set(),
      title: article?.title ?? '',
    };
    // Later mentions fill in what the first left open.
    cited.programme = { ...programme, ...cited.programme };
    cited.excerpts++;
    cited.articles.add(annotation.articleId);
    this.programmes.set(key, cited);
  }
}

/** A number and its year name a document; without a number its title, else its words do. */
function programmeKey({ kind, number, date, title, exact }: Programme): string {
  if (number) return foldText(`${kind} ${number} ${date?.slice(0, 4) ?? ''}`);
  return foldText(`${kind} ${title ?? exact}`);
}

function nameOf(annotation: Annotation): Pick<CheckedExcerpt, 'id' | 'exact' | 'quote'> {
  const quote = quoteOf(annotation);
  return { id: annotation.id, exact: annotation.mention?.exact ?? '', quote };
}
