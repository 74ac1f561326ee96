import type { StoredArticle } from '../../lib/core/annotation.ts';
import {
  bundledStyle,
  citationStyle,
  readOwnStyles,
  type CitationStyle,
} from '../../lib/core/cite/citation-style.ts';
import { citeArticles } from '../../lib/core/export/cited-rows.ts';
import type { Pack } from '../../lib/core/pack/pack.ts';
import type { PackMaterial } from '../../lib/core/pack/resolve-pack.ts';
import { citingWorker } from '../../lib/platform/citing-worker.ts';
import type { Database } from '../../lib/platform/database.ts';
import { packMaterial } from '../../lib/platform/packs.ts';
import { storedList } from '../../lib/platform/stored-list.ts';

/** The styles that the reader has opened. */
export const ownStyles = storedList('citation-styles', readOwnStyles);
const citeIn = citingWorker();

/** Finds a style; `undefined` for the Vietnamese one and for one that is not on this machine. */
export async function styleNamed(id: string | undefined): Promise<CitationStyle | undefined> {
  const isOwn = id !== undefined && !bundledStyle(id);
  return citationStyle(id, isOwn ? await ownStyles.load() : []);
}

/** Cites articles in the style of that id; `undefined` where it is the Vietnamese one or not on this machine. */
export async function citationsOf(
  articles: readonly StoredArticle[],
  styleId: string | undefined,
): Promise<ReadonlyMap<string, string> | undefined> {
  const style = await styleNamed(styleId);
  return style && citeArticles(articles, citeIn(style));
}

/** What of the collection a pack names, its articles cited in the pack's style where that can be used. */
export async function citedMaterial(
  db: Database,
  pack: Pick<Pack, 'sections' | 'citationStyle'>,
): Promise<PackMaterial> {
  const material = await packMaterial(db, pack);
  // A style must not keep its pack from being read.
  const cited = citationsOf(material.articles, pack.citationStyle).catch(() => undefined);
  return { ...material, citations: await cited };
}
