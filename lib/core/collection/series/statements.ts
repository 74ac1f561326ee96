import { groupBy } from '../../group-by.ts';
import { compareDecimals } from '../../recognise/decimal.ts';
import { boundsOf, boundsText, canBothHold, comparePrecision, type Bounds } from './bounds.ts';
import type { Claim } from './claim.ts';

/** One value said of one thing at one time, and every excerpt that says it. */
export interface Statement {
  /** The first that says it, which stands for the others. */
  claim: Claim;
  /** Every value that makes it true, in the dimension's base unit; a ratio has none and is compared as it is written. */
  bounds: Bounds | undefined;
  /** Equal for statements of the same. */
  said: string;
  /** All that say it, oldest excerpt first. */
  claims: Claim[];
  /** Articles that say it, each counted once with its reprints. */
  articles: string[];
  standing: Standing;
}

/**
 * How a statement stands to the others of its time: `alone` where no other article speaks of it, `confirmed` where several
 * say the same, `compatible` where others say something that can be true as well, `unsure` where it may contradict
 * another, `conflicting` where it does.
 */
export type Standing = 'alone' | 'confirmed' | 'compatible' | 'unsure' | 'conflicting';

/** Joins claims of one thing and one time: each value once, with all that say it, and how they stand to each other. */
export function statementsOf(
  claims: readonly Claim[],
  articleOf: (articleId: string) => string,
): Statement[] {
  const readings = [...claims].sort(byId).map(readingOf);
  const statements = [...groupBy(readings, ({ said }) => said).values()].flatMap(
    (alike): Statement[] => {
      const [first] = alike;
      if (!first) return [];
      const said = alike.map(({ claim }) => claim);
      const articles = [...new Set(said.map(({ articleId }) => articleOf(articleId)))].sort();
      return [{ ...first, claims: said, articles, standing: 'alone' }];
    },
  );
  return judged(statements, articleOf).sort(byValue);
}

function readingOf(claim: Claim): Pick<Statement, 'claim' | 'bounds' | 'said'> {
  const bounds = boundsOf(claim, claim.unit.scale);
  return { claim, bounds, said: bounds ? boundsText(bounds) : String(claim.value) };
}

/**
 * Says how each statement stands. A conflict is between articles that each say one thing of a stated time; where an
 * article says several, or the time is only taken from the day it appeared, another reading is possible.
 */
function judged(statements: Statement[], articleOf: (articleId: string) => string): Statement[] {
  if (statements.length < 2) {
    return statements.map((each) => ({
      ...each,
      standing: each.articles.length > 1 ? 'confirmed' : 'alone',
    }));
  }
  const torn = tornArticles(statements);
  const isSound = ({ claims }: Statement) =>
    claims.some(
      (claim) =>
        !claim.period.isAssumed &&
        !claim.isOrganisationAssumed &&
        !torn.has(articleOf(claim.articleId)),
    );
  const comparable = statements.filter(({ claim }) => !claim.isVague);
  const [certain, possible] = [contradicted(comparable.filter(isSound)), contradicted(comparable)];
  return statements.map((each) => ({ ...each, standing: standingOf(each, certain, possible) }));
}

function standingOf(
  statement: Statement,
  certain: ReadonlySet<Statement>,
  possible: ReadonlySet<Statement>,
): Standing {
  if (certain.has(statement)) return 'conflicting';
  if (possible.has(statement)) return 'unsure';
  return statement.articles.length > 1 ? 'confirmed' : 'compatible';
}

/** Articles that say several things of one thing and time which cannot all be true: likely of its parts. */
function tornArticles(statements: readonly Statement[]): Set<string> {
  const byArticle = new Map<string, Statement[]>();
  for (const statement of statements) {
    for (const article of statement.articles) {
      const said = byArticle.get(article);
      if (said) said.push(statement);
      else byArticle.set(article, [statement]);
    }
  }
  const torn = [...byArticle].filter(([, said]) => contradicted(said).size > 0);
  return new Set(torn.map(([article]) => article));
}

/** The statements that cannot be true together with some other of them. */
function contradicted(statements: readonly Statement[]): Set<Statement> {
  if (statements.length < 2) return new Set();
  // Exact text is all that ratios are compared by; they differ, or they were one statement.
  if (statements.some(({ bounds }) => !bounds)) return new Set(statements);
  const lowest = extreme(statements, endsBefore);
  const highest = extreme(statements, beginsAfter);
  return new Set(
    statements.filter(({ bounds }) =>
      [lowest, highest].some((each) => bounds && each && !canBothHold(bounds, each)),
    ),
  );
}

/** Whoever ends first and whoever begins last contradict all that anybody contradicts. */
function extreme(
  statements: readonly Statement[],
  isFurther: (one: Bounds, other: Bounds) => boolean,
): Bounds | undefined {
  let found: Bounds | undefined;
  for (const { bounds } of statements) {
    if (bounds && (!found || isFurther(bounds, found))) found = bounds;
  }
  return found;
}

function endsBefore({ high: one }: Bounds, { high: other }: Bounds): boolean {
  if (!one || !other) return one !== undefined;
  const order = compareDecimals(one.at, other.at);
  return order < 0 || (order === 0 && one.isOpen && !other.isOpen);
}

function beginsAfter({ low: one }: Bounds, { low: other }: Bounds): boolean {
  if (!one || !other) return one !== undefined;
  const order = compareDecimals(one.at, other.at);
  return order > 0 || (order === 0 && one.isOpen && !other.isOpen);
}

function byId(one: Claim, other: Claim): number {
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

/** What says most first, and of equally much the lower. */
function byValue(one: Statement, other: Statement): number {
  const order = one.bounds && other.bounds ? compareBounds(one.bounds, other.bounds) : 0;
  return order || (one.said < other.said ? -1 : 1);
}

function compareBounds(one: Bounds, other: Bounds): number {
  return (
    comparePrecision(one, other) ||
    Number(beginsAfter(one, other)) - Number(beginsAfter(other, one))
  );
}
