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
  material: PackMaterial;
  annotations: ReadonlyMap<string, Annotation>;
  articles: ReadonlyMap<string, StoredArticle>;
}

/** Reads what a pack names, anew when it names something else or the collection changes; nothing before the first reading. */
export function usePackMaterial(
  pack: Pack,
  read: PackActions['material'],
  version: number,
): PackLookup | undefined {
  const [material, setMaterial] = useState<PackMaterial>();
  const shape = JSON.stringify(itemsOf(pack).map((item) => [item.id, namedBy(item)]));
  useEffect(() => {
    let isLate = false;
    read(pack).then(
      (found) => !isLate && setMaterial(found),
      () => undefined,
    );
    return () => void (isLate = true);
  }, [read, shape, version]);
  return useMemo(
    () =>
      material && {
        shape,
        material,
        annotations: new Map(material.annotations.map((each) => [each.id, each])),
        articles: new Map(material.articles.map((each) => [each.id, each])),
      },
    [material, shape],
  );
}

function namedBy(item: PackItem): unknown {
  if (item.type === 'figures') return item.annotationIds;
  if (item.type === 'article') return item.articleId;
  return item.type === 'text' ? undefined : item.annotationId;
}
