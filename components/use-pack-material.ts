import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Annotation, StoredArticle } from '../lib/core/annotation.ts';
import { itemsOf } from '../lib/core/pack/pack-edit.ts';
import type { Pack, PackItem } from '../lib/core/pack/pack.ts';
import type { PackMaterial } from '../lib/core/pack/resolve-pack.ts';
import type { PackActions } from './pack-actions.ts';
import { useOwnStyle } from './use-own-styles.ts';

/** What of the collection a pack names, by id. */
export interface PackLookup {
  /** Equal as long as the pack names the same in the same items. */
  shape: string;
  /** Whether its articles are cited in the style that the pack is in now. */
  isCited: boolean;
  /** Whether that style is not on this machine, or has a fault. */
  isStyleUnusable: boolean;
  material: PackMaterial;
  annotations: ReadonlyMap<string, Annotation>;
  articles: ReadonlyMap<string, StoredArticle>;
}

/** Reads what a pack names, anew when it names something else or the collection changes; nothing before the first reading. */
export function usePackMaterial(
  pack: Pack,
  { material: readMaterial, styles }: Pick<PackActions, 'material' | 'styles'>,
  version: number,
): PackLookup | undefined {
  const [read, setRead] = useState<{ material: PackMaterial; citedIn: string | undefined }>();
  const { citationStyle } = pack;
  const ownStyle = useOwnStyle(citationStyle, styles);
  const shape = JSON.stringify(itemsOf(pack).map((item) => [item.id, namedBy(item)]));
  useEffect(() => {
    let isLate = false;
    readMaterial(pack).then(
      (material) => !isLate && setRead({ material, citedIn: citationStyle }),
      () => undefined,
    );
    return () => void (isLate = true);
  }, [readMaterial, shape, citationStyle, ownStyle, version]);
  return useMemo(() => {
    if (!read) return undefined;
    const { material } = read;
    const isCited = read.citedIn === citationStyle;
    return {
      shape,
      isCited,
      isStyleUnusable: isCited && citationStyle !== undefined && !material.citations,
      material,
      annotations: new Map(material.annotations.map((each) => [each.id, each])),
      articles: new Map(material.articles.map((each) => [each.id, each])),
    };
  }, [read, shape, citationStyle]);
}

function namedBy(item: PackItem): unknown {
  if (item.type === 'figures') return item.annotationIds;
  if (item.type === 'article') return item.articleId;
  return item.type === 'text' ? undefined : item.annotationId;
}
