import type { CitationStyleActions } from '../../components/citation-style-actions.ts';
import type { StoredArticle } from '../../lib/core/annotation.ts';
import {
  BUNDLED_STYLES,
  citationStyle,
  CitationStyleError,
  LARGEST_STYLE,
  readOwnStyles,
  type CitationStyle,
  type OwnStyle,
} from '../../lib/core/cite/citation-style.ts';
import { STYLE_SAMPLES } from '../../lib/core/cite/style-samples.ts';
import { citeArticles } from '../../lib/core/export/cited-rows.ts';
import type { Pack } from '../../lib/core/pack/pack.ts';
import type { PackMaterial } from '../../lib/core/pack/resolve-pack.ts';
import { readCslStyle } from '../../lib/dom/read-csl-style.ts';
import { citingWorker } from '../../lib/platform/citing-worker.ts';
import type { Database } from '../../lib/platform/database.ts';
import { packMaterial } from '../../lib/platform/packs.ts';
import { storedList } from '../../lib/platform/stored-list.ts';
import { unlessAborted } from '../../lib/platform/unless-aborted.ts';

/** A style that takes longer for two articles has a fault. */
const LONGEST_TRIAL_MS = 10_000;

const own = storedList('citation-styles', readOwnStyles);
const citeIn = citingWorker();

/** Finds a style; `undefined` for the Vietnamese one and for one that is not on this machine. */
export async function styleNamed(id: string | undefined): Promise<CitationStyle | undefined> {
  const isOwn = id !== undefined && !BUNDLED_STYLES.some((name) => name === id);
  return citationStyle(id, isOwn ? await own.load() : []);
}

/** Cites articles in the style of that id; `undefined` where it is the Vietnamese one or not on this machine. */
export async function citationsOf(
  articles: readonly StoredArticle[],
  styleId: string | undefined,
): Promise<ReadonlyMap<string, string> | undefined> {
  const style = await styleNamed(styleId);
  return style && citeArticles(articles, citeIn(style));
}

/** What of the collection a pack names, its articles cited in the pack's style. */
export async function citedMaterial(
  db: Database,
  pack: Pick<Pack, 'sections' | 'citationStyle'>,
): Promise<PackMaterial> {
  const material = await packMaterial(db, pack);
  return { ...material, citations: await citationsOf(material.articles, pack.citationStyle) };
}

/** The choice of a style, answered from the browser's storage. */
export const citationStyles: CitationStyleActions = {
  follow: own.follow,
  remove: async (id) => void (await own.remove(id)),
  add: async (file) => {
    if (file.size > LARGEST_STYLE) throw new CitationStyleError('too_large');
    const style = readCslStyle(await file.text());
    await tryStyle(style);
    await own.keep(style);
    return style;
  },
};

/** Throws `CitationStyleError` where a style cannot cite the samples. */
async function tryStyle(style: OwnStyle): Promise<void> {
  const trial = new AbortController();
  const timer = setTimeout(() => trial.abort(), LONGEST_TRIAL_MS);
  try {
    const cite = citingWorker(trial.signal)(style);
    const [whole] = await unlessAborted(trial.signal, cite(STYLE_SAMPLES));
    if (!whole) throw new CitationStyleError('unusable');
  } catch {
    throw new CitationStyleError('unusable');
  } finally {
    clearTimeout(timer);
    trial.abort();
  }
}
