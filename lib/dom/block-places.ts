import { isProse, type TextBlock } from './text-blocks.ts';

/** Tells which blocks stand where others do: the paragraphs of one text, or the summaries of one list. */
export interface BlockPlaces {
  /** Does some prose among `blocks` stand where some prose among `others` does? */
  areShared(blocks: readonly TextBlock[], others: readonly TextBlock[]): boolean;
}

/**
 * Places the blocks of a page. A paragraph stands under its parent, and under any parent like it that has its class
 * or lies beside it; lines that `br` parts stand in the element they share.
 */
export function placeBlocks(all: readonly TextBlock[]): BlockPlaces {
  const lines = new Map<Element, number>();
  for (const { element } of all) lines.set(element, (lines.get(element) ?? 0) + 1);
  const ids = new Map<Element | null, number>();
  const idOf = (element: Element | null) => {
    const id = ids.get(element) ?? ids.size;
    ids.set(element, id);
    return id;
  };
  const placesOf = ({ element }: TextBlock): string[] => {
    if ((lines.get(element) ?? 0) > 1) return [`in ${idOf(element)}`];
    const parent = element.parentElement;
    const path = `${element.tagName}<${parent?.tagName ?? ''}`;
    const name = parent?.getAttribute('class');
    return [
      `under ${idOf(parent)}`,
      `${path} under ${idOf(parent?.parentElement ?? null)}`,
      ...(name ? [`${path}.${name}`] : []),
    ];
  };
  return {
    areShared(blocks, others) {
      const places = new Set(blocks.filter(isProse).flatMap(placesOf));
      return others.some((block) => isProse(block) && placesOf(block).some((at) => places.has(at)));
    },
  };
}
