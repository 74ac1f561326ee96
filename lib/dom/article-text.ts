import type { Signature } from '../core/signature.ts';
import { foldText } from '../core/text.ts';
import type { BodySpan } from './article-body.ts';
import type { ReadPage } from './article-page.ts';
import { withoutBoxes } from './without-boxes.ts';
import { isDateLine, MAX_META } from './date-line.ts';
import { isFurnitureLine } from './furniture-lines.ts';
import { isLead } from './lead.ts';
import { readHead, signaturesIn, withoutSignatures } from './signatures.ts';
import { isProse, linkShare, type TextBlock } from './text-blocks.ts';

/** The blocks that are the article's text, and what the lines around it say of it. */
export interface ArticleText {
  blocks: TextBlock[];
  signature: Signature;
}

/** Lines behind the last prose among which a signature may stand. */
const FOOT = 8;

/**
 * Chooses, among a page's blocks, those that are the article: lead and body without title, dates, counters, boxes,
 * repeated lines and signatures.
 */
export function selectText(page: ReadPage, body: BodySpan): ArticleText {
  const { blocks, titleIndex } = page;
  const from = Math.max(body.start, titleIndex + 1);
  const foldedTitle = foldText(page.title?.text ?? '');
  const isText = (block: TextBlock) => !isOther(block, foldedTitle);
  const { kept, behind } = withoutBoxes(blocks.slice(from, body.end));
  const signature: Signature = {};
  const below = [...signaturesIn(behind, kept), ...blocks.slice(body.end, body.end + FOOT)];
  const unsigned = withoutSignatures(kept.filter(isText), below, signature);
  readHead(blocks.slice(Math.max(0, titleIndex), headEnd(blocks, from)), signature);
  const above = titleIndex < 0 ? Math.max(0, from - FOOT) : titleIndex + 1;
  // A region is what the reader wants, whatever stands above it.
  const between = page.region ? [] : blocks.slice(above, from);
  const lead = between.filter((block) => isText(block) && isLead(block, page));
  return { blocks: withoutRepeats(lead, unsigned), signature };
}

/** Is a block something beside the text: the title again, a date, a counter, a link to another page? */
function isOther(block: TextBlock, foldedTitle: string): boolean {
  if (isFurnitureLine(block.text) || isDateLine(block) || isFurnitureRow(block)) return true;
  if (linkShare(block) > 0.8 && !block.text.includes('\t')) return true;
  const isAsLong = Math.abs(block.text.length - foldedTitle.length) <= 4;
  return isAsLong && foldText(block.text) === foldedTitle;
}

/** A row of buttons: `Chia sẻ` `Zalo` `A+`. */
function isFurnitureRow({ runs, text }: TextBlock): boolean {
  if (runs.length < 2 || text.length > MAX_META) return false;
  return runs.every(({ node }) => isFurnitureLine(node.data));
}

/** Author and date stand above the second paragraph, wherever the lead is. */
function headEnd(blocks: readonly TextBlock[], from: number): number {
  const first = blocks.findIndex((block, at) => at >= from && isProse(block));
  return first < 0 ? from : first + 2;
}

/** Joins lead and body; what the body already says, and what a page says twice running, stands once. */
function withoutRepeats(lead: readonly TextBlock[], body: readonly TextBlock[]): TextBlock[] {
  const inBody = lead.length > 0 ? foldText(body.map(({ text }) => text).join('\n')) : '';
  const fresh = lead.filter(({ text }) => !inBody.includes(opening(text)));
  const kept: TextBlock[] = [];
  const openings: string[] = [];
  for (const block of [...fresh, ...body]) {
    const key = opening(block.text);
    const isInHead = kept.length < HEAD_BLOCKS && isProse(block);
    if (isInHead ? openings.includes(key) : openings.at(-1) === key) continue;
    openings.push(key);
    kept.push(block);
  }
  return kept;
}

/** A lead given twice stands twice at the head; farther down only a caption's double is a mistake. */
const HEAD_BLOCKS = 6;

/** The paper's mark before a lead: `(GLO)-`, `TT -`, `(Dân trí) -`. */
const DATELINE = /^\s*(?:\([^)]{2,24}\)\s*[-–—:]?|[A-ZĐ]{2,6}\s+[-–—])\s*/u;

function opening(text: string): string {
  return foldText(text.replace(DATELINE, '').slice(0, 100)).slice(0, 80);
}
