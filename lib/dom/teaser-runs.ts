import { placeBlocks, type BlockPlaces } from './block-places.ts';
import { isProse, linkShare, type TextBlock } from './text-blocks.ts';

/** Blocks that remain, and how many headlines went. */
export interface WithoutTeasers {
  blocks: TextBlock[];
  headlines: number;
}

/** Between two headlines of one run stand a summary and a date, no more. */
const WIDEST_GAP = 2;
const SHORTEST_RUN = 3;
const HEADLINE = 20;
const LONGEST_SUMMARY = 600;

/**
 * Takes out runs of headlines that link to other pages, each with its summary, however they are marked up.
 * Links between an article's own paragraphs look alike, but those paragraphs have fellows outside the run.
 */
export function withoutTeasers(blocks: readonly TextBlock[]): WithoutTeasers {
  const runs = headlineRuns(blocks);
  const places = placeBlocks(blocks);
  const taken = new Set<TextBlock>();
  let headlines = 0;
  for (const run of runs) {
    const teasers = teasersOf(blocks, run, places);
    const inside = new Set(teasers);
    const outside = blocks.filter((block) => !inside.has(block));
    if (places.areShared(teasers, outside)) continue;
    headlines += run.length;
    for (const block of teasers) taken.add(block);
  }
  return { blocks: blocks.filter((block) => !taken.has(block)), headlines };
}

/** Does a block lead to another page and say nothing else? */
export function isHeadline(block: TextBlock | undefined): boolean {
  return block !== undefined && block.text.length >= HEADLINE && linkShare(block) > 0.6;
}

/** Indexes of headlines, in runs of those that follow each other closely. */
function headlineRuns(blocks: readonly TextBlock[]): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  blocks.forEach((block, at) => {
    if (!isHeadline(block)) return;
    const last = run.at(-1);
    if (last !== undefined && !isGap(blocks.slice(last + 1, at))) {
      runs.push(run);
      run = [];
    }
    run.push(at);
  });
  return [...runs, run].filter(({ length }) => length >= SHORTEST_RUN);
}

function isGap(between: readonly TextBlock[]): boolean {
  const prose = between.filter(isProse);
  const isShort = prose.every(({ text }) => text.length <= LONGEST_SUMMARY);
  return between.length <= WIDEST_GAP && prose.length <= 1 && isShort;
}

/** The blocks of a run, with the last headline's summary if it stands where the others do. */
function teasersOf(
  blocks: readonly TextBlock[],
  run: readonly number[],
  places: BlockPlaces,
): TextBlock[] {
  const [first = 0, last = 0] = [run[0], run.at(-1)];
  const teasers = blocks.slice(first, last + 1);
  const behind = blocks.slice(last + 1, last + 1 + WIDEST_GAP);
  const summary = behind.findIndex((block) => isProse(block) && places.areShared(teasers, [block]));
  return [...teasers, ...behind.slice(0, summary + 1)];
}
