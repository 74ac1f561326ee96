import { fingerprint, isReprint } from '../core/collection/reprints.ts';
import type { ArticleTraits, RelatedArticle } from '../core/related-article.ts';
import { sourceKey } from '../core/source-key.ts';
import type { Database } from './database.ts';
import { sift } from './sift.ts';
import { findAlike, type Sketches } from './sketches.ts';
import { guarded } from './storage-error.ts';

/** More of them say nothing more to a reader. */
const MOST_SHOWN = 5;

/**
 * Finds what is kept of the same article: under other addresses of its page, and as reprints, by the text alone. The
 * canonical address only says where to look; it is believed where the texts agree. Throws `StorageError`.
 */
export function relatedArticles(
  db: Database,
  index: Sketches,
  { url, canonicalUrl, fingerprint: own }: ArticleTraits,
): Promise<RelatedArticle[]> {
  return guarded(async () => {
    const key = sourceKey(url);
    const keys = [key, ...(canonicalUrl ? [sourceKey(canonicalUrl)] : [])];
    const hinted = await db.articles.where('sourceKey').anyOf(keys).toArray();
    const alike = await db.articles.bulkGet(await findAlike(db, index, own));
    const found = new Map([...hinted, ...alike].flatMap((row) => (row ? [[row.id, row]] : [])));
    const articles = sift('articles', [...found.values()]).valid.filter((article) =>
      article.sourceKey === key ? article.url !== url : isReprint(own, fingerprint(article.text)),
    );
    const related = await Promise.all(
      articles.map(async (article): Promise<RelatedArticle> => {
        const { id, title, siteName, url: address } = article;
        const relation = article.sourceKey === key ? 'same-page' : 'reprint';
        return { id, title, siteName, url: address, relation, excerpts: await excerptsOf(db, id) };
      }),
    );
    return related
      .filter(({ excerpts }) => excerpts > 0)
      .sort((a, b) => b.excerpts - a.excerpts)
      .slice(0, MOST_SHOWN);
  });
}

async function excerptsOf(db: Database, articleId: string): Promise<number> {
  const rows = await db.annotations.where('articleId').equals(articleId).toArray();
  return rows.filter(({ deleted }) => !deleted).length;
}
