import type { Annotation } from '../annotation.ts';
import type { Source } from '../collection/excerpt.ts';
import { citingExcerpt } from '../collection/programme-citation.ts';
import type { ProgrammeEntry } from '../collection/programme-entry.ts';
import { ProgrammeRegister } from '../collection/programme-register.ts';
import { excerptsOf, summarise, type ProgrammeSummary } from '../collection/programme-summary.ts';
import { checksOf, type ExcerptCheck } from './excerpt-checks.ts';
import type { Series } from '../collection/series/series.ts';
import type { SeriesJudgement } from '../collection/series-judgement.ts';
import { SeriesGrouping } from './group-series.ts';
import { compareText } from './order-rows.ts';
import { quoteOf, type Row } from './row.ts';

/** An article and how many of its excerpts go out. */
export interface CitedArticle {
  article: Source;
  excerpts: number;
  /** In the style chosen, where that is another than the Vietnamese one. */
  citation: string | undefined;
}

/** A document or programme of the register that the rows cite. */
export interface CitedProgramme {
  entry: ProgrammeSummary;
  /** The article that cited it first. */
  firstTitle: string;
}

/** A check and the figures of a sentence that it counts with. */
export interface CheckedFigures {
  ids: string[];
  exact: string[];
  quote: string;
  title: string;
  check: ExcerptCheck;
}

/** What the rows tell beyond themselves, gathered while they pass: nothing here grows with their texts. */
export class GatheredRows {
  readonly articles = new Map<string, CitedArticle>();
  readonly #checks = new Map<string, CheckedFigures>();
  readonly #series = new SeriesGrouping();
  readonly #register = new ProgrammeRegister();

  add(row: Row): void {
    const { annotation, article, citation } = row;
    if (article) this.#addArticle(article, citation);
    const citing = citingExcerpt(annotation, article);
    if (citing) this.#register.put(citing);
    for (const check of checksOf(annotation)) this.#addCheck(check, row);
    this.#series.add(row);
  }

  /** What arithmetic says of the figures, each check once however many figures it was clipped with. */
  get checks(): Iterable<CheckedFigures> {
    return this.#checks.values();
  }

  /** The series that the rows make, as people judged them, one after another. */
  series(judgements: readonly SeriesJudgement[]): Iterable<Series> {
    const articles = Array.from(this.articles.values(), ({ article }) => article);
    return this.#series.series(articles, judgements);
  }

  /** The documents that the rows cite, with what people said of them, the most cited first. */
  programmes(entries: readonly ProgrammeEntry[]): CitedProgramme[] {
    this.#register.setRecords(entries);
    return this.#register
      .read()
      .groups.map((group) => ({ entry: summarise(group), first: excerptsOf(group).at(-1) }))
      .filter(({ entry }) => entry.excerpts > 0)
      .sort((a, b) => b.entry.excerpts - a.entry.excerpts || compareText(a.entry.id, b.entry.id))
      .map(({ entry, first }) => ({
        entry,
        firstTitle: this.articles.get(first?.articleId ?? '')?.article.title ?? '',
      }));
  }

  #addArticle(stored: NonNullable<Row['article']>, citation: string | undefined): void {
    const { text: _, ...article } = stored;
    const cited = this.articles.get(article.id);
    if (cited) cited.excerpts++;
    else this.articles.set(article.id, { article, excerpts: 1, citation });
  }

  #addCheck(check: ExcerptCheck, { annotation, article }: Row): void {
    const key = keyOf(check, annotation);
    const { id, mention } = annotation;
    const exact = mention?.exact ?? '';
    const known = this.#checks.get(key);
    if (known) {
      known.ids.push(id);
      known.exact.push(exact);
      return;
    }
    const [quote, title] = [quoteOf(annotation), article?.title ?? ''];
    this.#checks.set(key, { ids: [id], exact: [exact], quote, title, check });
  }
}

/** What is equal for all figures of one check, and for no two checks. */
function keyOf(
  { rule, stated, computed, ratio }: ExcerptCheck,
  { articleId, target }: Annotation,
): string {
  const sentence = [articleId.slice(0, 16), target.selector[1].start];
  return [...sentence, rule, stated, computed, ratio?.part, ratio?.whole].join('\u{1}');
}
