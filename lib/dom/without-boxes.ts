import { placeBlocks } from './block-places.ts';
import { isBoxLabel, isFurnitureLine } from './furniture-lines.ts';
import { isHeadline } from './teaser-runs.ts';
import { isProse, linkShare, type TextBlock } from './text-blocks.ts';

/**
 * Takes out boxes that a label opens. The box is what encloses the label without any text of the article;
 * where the label stands alone among paragraphs, the links that follow it. At the foot all that follows goes.
 */
export function withoutBoxes(blocks: readonly TextBlock[]): {
  kept: TextBlock[];
  behind: TextBlock[];
} {
  const kept: TextBlock[] = [];
  const labels: number[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block) continue;
    if (isBoxLabel(block.text)) {
      labels.push(kept.length);
      at += boxLength(blocks.slice(at + 1), boxOf(block, kept.at(-1)), proseIn(blocks));
    } else kept.push(block);
  }
  const places = placeBlocks(blocks);
  const isFoot = (label: number) => {
    const [above, below] = [kept.slice(0, label), kept.slice(label)];
    if (places.areShared(above, below)) return false;
    const isTail = proseIn(below) < proseIn(above) * 0.5;
    return isTail || above.filter(isProse).length >= ENOUGH_ABOVE;
  };
  const foot = labels.find(isFoot) ?? kept.length;
  return { kept: kept.slice(0, foot), behind: kept.slice(foot) };
}

/** Paragraphs that make an article of their own, so that even longer comments below a label are its foot. */
const ENOUGH_ABOVE = 3;

function proseIn(blocks: readonly TextBlock[]): number {
  return blocks.reduce((sum, block) => sum + (isProse(block) ? block.text.length : 0), 0);
}

/** The largest element around a label that does not reach the text before it. */
function boxOf(label: TextBlock, before: TextBlock | undefined): Element | undefined {
  let box: Element | undefined;
  const last = before?.runs.at(-1)?.node;
  if (!last) return undefined;
  for (let at: Element | null = label.element; at && !at.contains(last); at = at.parentElement) {
    box = at;
  }
  return box;
}

/** How many of the blocks behind a label belong to its box. */
function boxLength(behind: readonly TextBlock[], box: Element | undefined, total: number): number {
  const outside = box ? behind.findIndex(({ runs }) => !box.contains(runs[0]?.node ?? null)) : 0;
  const enclosed = behind.slice(0, outside < 0 ? behind.length : outside);
  const prose = enclosed.filter(isProse);
  const headlines = enclosed.filter(isHeadline).length;
  if (enclosed.length > 0 && (prose.length <= headlines || proseIn(prose) < total * 0.25)) {
    return enclosed.length;
  }
  const other = behind.findIndex((block) => linkShare(block) < 0.5 && !isFurnitureLine(block.text));
  return other < 0 ? behind.length : other;
}
