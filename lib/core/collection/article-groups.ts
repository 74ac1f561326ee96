import type { Source } from './excerpt.ts';

/** One article, under all the records it is known by: versions of its page, reprints on other pages. */
export interface ArticleGroup {
  /** The record the others are versions or reprints of: the one captured first, where nobody says. */
  first: Source;
  /** The others, as captured. */
  others: Source[];
}

/** Joins the records of one article: those of one page (`sourceKey`), and those a person said to be reprints. */
export function groupArticles(articles: readonly Source[]): ArticleGroup[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const firstAt = new Map<string, Source>();
  for (const article of articles) {
    const known = firstAt.get(article.sourceKey);
    if (!known || article.captured < known.captured) firstAt.set(article.sourceKey, article);
  }
  const groups = new Map<string, ArticleGroup>();
  for (const article of articles) {
    const first = originOf(article, byId, firstAt);
    const group = groups.get(first.id) ?? { first, others: [] };
    if (article !== first) group.others.push(article);
    groups.set(first.id, group);
  }
  return [...groups.values()];
}

/** Leads from any record of an article to the one the others are versions or reprints of; from an unknown one to itself. */
export function firstRecords(articles: readonly Source[]): (articleId: string) => string {
  const firsts = new Map(
    groupArticles(articles).flatMap(({ first, others }) =>
      [first, ...others].map(({ id }) => [id, first.id] as const),
    ),
  );
  return (id) => firsts.get(id) ?? id;
}

/** Follows "reprint of" to its end; a ring of them ends where it began. */
function originOf(
  article: Source,
  byId: ReadonlyMap<string, Source>,
  firstAt: ReadonlyMap<string, Source>,
): Source {
  const seen = new Set<Source>();
  let origin = firstAt.get(article.sourceKey) ?? article;
  for (;;) {
    seen.add(origin);
    const named = origin.reprintOf === undefined ? undefined : byId.get(origin.reprintOf);
    const next = named && (firstAt.get(named.sourceKey) ?? named);
    if (!next) return origin;
    if (seen.has(next)) return [...seen].reduce((a, b) => (b.captured < a.captured ? b : a));
    origin = next;
  }
}

/** Whether a person has already said of two articles that they are one, or that they are not. */
export function isDecided(one: Source, other: Source): boolean {
  return (
    one.sourceKey === other.sourceKey ||
    one.reprintOf === other.id ||
    other.reprintOf === one.id ||
    (one.distinctFrom?.includes(other.id) ?? false) ||
    (other.distinctFrom?.includes(one.id) ?? false)
  );
}
