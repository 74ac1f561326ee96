import { firstRecords } from '../collection/article-groups.ts';
import type { Source } from '../collection/excerpt.ts';
import type { SeriesJudgement } from '../collection/series-judgement.ts';
import { SeriesIndex } from '../collection/series/series-index.ts';
import type { Series } from '../collection/series/series.ts';
import { foldText } from '../text.ts';
import { compareText } from './order-rows.ts';
import type { Row } from './row.ts';

/** Takes rows one by one and gives the series they make, as the library's view of series has them. */
export class SeriesGrouping {
  readonly #index = new SeriesIndex();

  add({ annotation, article }: Row): void {
    this.#index.put(annotation, article);
  }

  /** The series with something to compare, by subject and organisation; `articles` says what is a reprint of what. */
  series(articles: readonly Source[], judgements: readonly SeriesJudgement[]): Series[] {
    this.#index.judge(judgements);
    this.#index.regroup(firstRecords(articles));
    const several = new Set(this.#index.find('', 'several').map(({ key }) => key));
    return this.#index
      .whole()
      .filter(({ key }) => several.has(key))
      .sort((a, b) => compareText(nameOf(a), nameOf(b)));
  }
}

function nameOf({ subject, organisation, key }: Series): string {
  return `${foldText(subject)}\u{1}${foldText(organisation)}\u{1}${key}`;
}
