import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Annotation, StoredArticle } from '../lib/core/annotation.ts';
import { itemsOf } from '../lib/core/pack/pack-edit.ts';
import type { Pack, PackItem } from '../lib/core/pack/pack.ts';
import type { PackMaterial } from '../lib/core/pack/resolve-pack.ts';
import type { PackActions } from './pack-actions.ts';

/** What of the collection a pack names, by id. */
export interface PackLookup {
  /** Equal as long as the pack names the same in the same items. */
  shape: string;
  /** Id of the style that its articles are cited in. */
  citationStyle: string | undefined;
  material: PackMaterial;
  annotations: ReadonlyMap<string, Annotation>;
  articles: ReadonlyMap<string, StoredArticle>;
}

/** Reads what a pack names, anew when it names something else or the collection changes; nothing before the first reading. */
export function usePackMaterial(
  pack: Pack,
  readMaterial: PackActions['material'],
  version: number,
): PackLookup | undefined {
  const [read, setRead] = useState<Pick<PackLookup, 'material' | 'citationStyle'>>();
  const { citationStyle } = pack;
  const shape = JSON.stringify(itemsOf(pack).map((item) => [item.id, namedBy(item)]));
  useEffect(() => {
    let isLate = false;
    readMaterial(pack).then(
      (material) => !isLate && setRead({ material, citationStyle }),
      () => undefined,
    );
    return () => void (isLate = true);
  }, [readMaterial, shape, citationStyle, version]);
  return useMemo(
    () =>
      read && {
        shape,
        ...read,
        annotations: new Map(read.material.annotations.map((each) => [each.id, each])),
        articles: new Map(read.material.articles.map((each) => [each.id, each])),
      },
    [read, shape],
  );
}

function namedBy(item: PackItem): unknown {
  if (item.type === 'figures') return item.annotationIds;
  if (item.type === 'article') return item.articleId;
  return item.type === 'text' ? undefined : item.annotationId;
}
