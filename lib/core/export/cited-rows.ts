import type { StoredArticle } from '../annotation.ts';
import type { Cite } from '../cite/citation-style.ts';
import type { Row } from './row.ts';

/** Batches of rows with their articles cited in a style other than the Vietnamese one; each article is cited once. */
export async function* citedBatches(
  batches: AsyncIterable<readonly Row[]>,
  cite: Cite,
): AsyncGenerator<readonly Row[]> {
  const lines = new Map<string, string>();
  for await (const rows of batches) {
    const unknown = rows.flatMap(({ article }) =>
      article && !lines.has(article.id) ? article : [],
    );
    for (const [id, line] of await citeArticles(unknown, cite)) lines.set(id, line);
    for (const row of rows) row.citation = row.article && lines.get(row.article.id);
    yield rows;
  }
}

/** Cites articles, each once; gives the lines by the articles' ids, without those of which the style tells nothing. */
export async function citeArticles(
  articles: readonly StoredArticle[],
  cite: Cite,
): Promise<Map<string, string>> {
  const unique = [...new Map(articles.map((article) => [article.id, article])).values()];
  const lines = unique.length > 0 ? await cite(unique) : [];
  return new Map(unique.flatMap(({ id }, at) => (lines[at] ? [[id, lines[at]] as const] : [])));
}
