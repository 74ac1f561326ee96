import { firstRecords } from '../collection/article-groups.ts';
import type { Source } from '../collection/excerpt.ts';
import type { SeriesJudgement } from '../collection/series-judgement.ts';
import { ClaimParts } from '../collection/series/claim-parts.ts';
import { claimOf, type Claim } from '../collection/series/claim.ts';
import { JudgedGroups } from '../collection/series/judged-groups.ts';
import { hasSeveral } from '../collection/series/series-summary.ts';
import { mainPart, makeSeries, type Series, type SeriesPart } from '../collection/series/series.ts';
import { groupBy } from '../group-by.ts';
import { foldText } from '../text.ts';
import { compareText } from './order-rows.ts';
import type { Row } from './row.ts';

/** Takes rows one by one, each once, and gives the series they make, as the library's view of series has them. */
export class SeriesGrouping {
  readonly #parts = new ClaimParts();
  readonly #claims: Claim[] = [];

  add({ annotation, article }: Row): void {
    const claim = claimOf(annotation, article, this.#parts);
    if (claim) this.#claims.push(claim);
  }

  /**
   * The series with something to compare, by subject and organisation, each made when its turn comes; `articles` says
   * what is a reprint of what.
   */
  *series(articles: readonly Source[], judgements: readonly SeriesJudgement[]): Generator<Series> {
    const judged = new JudgedGroups(judgements);
    const homeOf = (claim: Claim) => judged.homeOf(claim);
    const world = { articleOf: firstRecords(articles), homeOf };
    const groups = [...groupBy(this.#claims, (claim) => judged.rootOf(homeOf(claim)))]
      .filter(([, claims]) => claims.length > 1)
      .map(([key, claims]) => ({ key, claims, name: nameOf(key, mainPart(claims, homeOf)) }))
      .sort((a, b) => compareText(a.name, b.name));
    for (const { key, claims } of groups) {
      const made = makeSeries(key, claims, world);
      if (made && hasSeveral(made)) yield made;
    }
  }
}

function nameOf(key: string, part: SeriesPart | undefined): string {
  const [subject, organisation] = [part?.subject ?? '', part?.organisation ?? ''].map(foldText);
  return `${subject}\u{1}${organisation}\u{1}${key}`;
}
