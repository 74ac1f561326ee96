import type { ArticleContent, ArticlePart } from './pack-content.ts';

type Parts = readonly ArticlePart[];

/** Rows of cells; every row has as many. */
export interface ArticleTable {
  rows: readonly (readonly Parts[])[];
  /** Whether the first row names the columns. */
  hasHead: boolean;
  /** How wide each column is beside the others, in letters. */
  shares: readonly number[];
}

/** What an article's text consists of; the paragraph above a table is its caption. */
export type ArticleBlock = { paragraph: Parts; isCaption?: true } | { table: ArticleTable };

/** More columns than a page has room for. */
const MOST_COLUMNS = 12;
/** Letters of the narrowest and the widest column. */
const [NARROWEST, WIDEST] = [4, 24];

/**
 * Finds the tables in an article's paragraphs: two or more in a row whose words are parted by tabs, as the stored text
 * has the cells of a table. `Xã\tChi bộ`, `Hạ\t12` → one table of two rows.
 */
export function articleBlocks({ paragraphs }: Pick<ArticleContent, 'paragraphs'>): ArticleBlock[] {
  const blocks: ArticleBlock[] = [];
  let rows: Parts[] = [];
  const endTable = () => {
    blocks.push(...blocksOf(rows));
    rows = [];
  };
  for (const paragraph of paragraphs) {
    if (paragraph.some(({ text }) => text.includes('\t'))) rows.push(paragraph);
    else {
      endTable();
      blocks.push({ paragraph });
    }
  }
  endTable();
  return blocks.map((block, at) => {
    const next = blocks[at + 1];
    if ('table' in block || !next || !('table' in next)) return block;
    return { paragraph: block.paragraph, isCaption: true };
  });
}

/** Whether a cell has nothing but a number: `1.254`, `97,3%`, `26/41`. */
export function isNumberCell(cell: Parts): boolean {
  const text = textOf(cell);
  return /\d/.test(text) && !/\p{L}/u.test(text);
}

function blocksOf(paragraphs: readonly Parts[]): ArticleBlock[] {
  const split = paragraphs.map(cellsOf);
  const columns = Math.max(0, ...split.map(({ length }) => length));
  if (split.length < 2 || columns > MOST_COLUMNS)
    return paragraphs.map((paragraph) => ({ paragraph }));
  const rows = split.map((cells) => Array.from({ length: columns }, (_, at) => cells[at] ?? []));
  const shares = Array.from({ length: columns }, (_, at) => {
    const longest = Math.max(...rows.map((cells) => textOf(cells[at] ?? []).length));
    return Math.min(WIDEST, Math.max(NARROWEST, longest));
  });
  const hasHead = rows[0]?.every((cell) => !/\d/.test(textOf(cell))) === true;
  return [{ table: { rows, hasHead, shares } }];
}

function cellsOf(paragraph: Parts): ArticlePart[][] {
  const cells: ArticlePart[][] = [[]];
  for (const part of paragraph) {
    for (const [at, text] of part.text.split('\t').entries()) {
      if (at > 0) cells.push([]);
      if (text !== '') cells.at(-1)?.push({ ...part, text });
    }
  }
  return cells;
}

function textOf(cell: Parts): string {
  return cell.map(({ text }) => text).join('');
}
