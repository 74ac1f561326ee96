import { firstRecords } from '../collection/article-groups.ts';
import type { Source } from '../collection/excerpt.ts';
import type { SeriesJudgement } from '../collection/series-judgement.ts';
import { ClaimParts } from '../collection/series/claim-parts.ts';
import { claimOf, type Claim } from '../collection/series/claim.ts';
import { JudgedGroups } from '../collection/series/judged-groups.ts';
import { hasSeveral } from '../collection/series/series-summary.ts';
import { makeSeries, type Series } from '../collection/series/series.ts';
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

  /** The series with something to compare, by subject and organisation; `articles` says what is a reprint of what. */
  series(articles: readonly Source[], judgements: readonly SeriesJudgement[]): Series[] {
    const judged = new JudgedGroups(judgements);
    const homeOf = (claim: Claim) => judged.homeOf(claim);
    const world = { articleOf: firstRecords(articles), homeOf };
    return [...groupBy(this.#claims, (claim) => judged.rootOf(homeOf(claim)))]
      .flatMap(([root, claims]) =>
        claims.length > 1 ? (makeSeries(root, claims, world) ?? []) : [],
      )
      .filter(hasSeveral)
      .map((series) => ({ series, name: nameOf(series) }))
      .sort((a, b) => compareText(a.name, b.name))
      .map(({ series }) => series);
  }
}

function nameOf({ subject, organisation, key }: Series): string {
  return `${foldText(subject)}\u{1}${foldText(organisation)}\u{1}${key}`;
}
