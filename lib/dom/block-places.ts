import { isProse, type TextBlock } from './text-blocks.ts';

/** Tells which blocks stand where others do: the paragraphs of one text, or the summaries of one list. */
export interface BlockPlaces {
  /** The place most prose stands in: its share of all prose, 0 to 1, and its first and last block's index. */
  fullest(blocks: readonly TextBlock[]): { share: number; first: number; last: number } | undefined;
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
    fullest(blocks) {
      const found = new Map<string, { length: number; first: number; last: number }>();
      let total = 0;
      for (const [index, block] of blocks.entries()) {
        if (!isProse(block)) continue;
        total += block.text.length;
        for (const place of placesOf(block)) {
          const { length = 0, first = index } = found.get(place) ?? {};
          found.set(place, { length: length + block.text.length, first, last: index });
        }
      }
      const best = [...found.values()].sort((a, b) => b.length - a.length)[0];
      return best && { share: best.length / total, first: best.first, last: best.last };
    },
    areShared(blocks, others) {
      const places = new Set(blocks.filter(isProse).flatMap(placesOf));
      return others.some((block) => isProse(block) && placesOf(block).some((at) => places.has(at)));
    },
  };
}
