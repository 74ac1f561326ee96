import { readDateLine } from '../core/published-time.ts';
import { isPersonName, readSignature, type Signature } from '../core/signature.ts';
import { foldText } from '../core/text.ts';
import type { ReadPage } from './article-page.ts';
import { placeBlocks } from './block-places.ts';
import type { BodySpan } from './article-body.ts';
import { isBoxLabel, isFurnitureLine } from './furniture-lines.ts';
import { isLead } from './lead.ts';
import { isHeadline } from './teaser-runs.ts';
import { isProse, linkShare, type TextBlock } from './text-blocks.ts';
import { blockText, type TextRun } from './text-segments.ts';

/** The blocks that are the article's text, and what the lines around it say of it. */
export interface ArticleText {
  blocks: TextBlock[];
  signature: Signature;
}

const SIGNED =
  "[class*='author' i], [class*='tacgia' i], [class*='tac-gia' i], [rel='author'], [itemprop='author'], [data-role='author'], [class*='byline' i], [class*='source' i], [class*='nguon' i]";
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

/** The words of a short block, parted where its elements are; neighbours in a row often have no space between them. */
export function piecesOf(block: TextBlock, isWanted = (_run: TextRun) => true): string {
  if (block.runs.length < 2 || block.text.length > MAX_META) return block.text;
  const runs = block.runs.filter((run) => isWanted(run));
  return runs
    .map((run) => blockText([{ ...run, join: undefined }]))
    .filter(Boolean)
    .join(' ');
}

const MAX_META = 160;

/** Every form of date has a separator before its year, or the word. */
const MAYBE_DATED = /[/.-]\s?\d{4}|tháng|năm/i;

/** Is a block a date with nothing but a name, a counter or a link to its section beside it? */
export function isDateLine(block: TextBlock): boolean {
  if (block.text.length > MAX_META || !MAYBE_DATED.test(block.text)) return false;
  if (isFurnitureLine(block.text)) return false;
  return isDated(piecesOf(block)) || isDated(piecesOf(block, (run) => !isLinked(run)));
}

function isDated(text: string): boolean {
  const rest = readDateLine(text)?.rest;
  if (rest === undefined) return false;
  return rest.length <= 3 || rest.split(/\s+[-|–•]\s+|\s*\|\s*/).every(isMeta);
}

function isMeta(part: string): boolean {
  return isFurnitureLine(part) || readSignature(part) !== undefined;
}

function isLinked({ node }: TextRun): boolean {
  return node.parentElement?.closest('a[href]') !== null;
}

/**
 * Takes out boxes that a label opens. The box is what encloses the label without any text of the article;
 * where the label stands alone among paragraphs, the links that follow it. At the foot all that follows goes.
 */
function withoutBoxes(blocks: readonly TextBlock[]): { kept: TextBlock[]; behind: TextBlock[] } {
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

/** Takes signatures off the foot of the text, and reads those below it. */
function withoutSignatures(
  body: readonly TextBlock[],
  below: readonly TextBlock[],
  signature: Signature,
): TextBlock[] {
  const kept = body.filter(
    (block) => !signs(piecesOf(block)) || !isSigned(block) || !sign(signature, piecesOf(block)),
  );
  while (kept.length > 1) {
    const last = kept.at(-1);
    if (!last || isProse(last) || last.element.closest('figure, figcaption')) break;
    if (!sign(signature, last.text) && !isRightAligned(last)) break;
    kept.pop();
  }
  for (const block of below) {
    if (isBoxLabel(block.text)) break;
    if (isSignature(block) || /^\(?\s*(?:nguồn|theo|tác giả)/i.test(block.text))
      sign(signature, piecesOf(block));
  }
  if (!signature.byline && below[0]) sign(signature, below[0].text);
  return kept;
}

/** Lines behind the boxes at the foot that stand in the box of the text itself. */
function signaturesIn(behind: readonly TextBlock[], kept: readonly TextBlock[]): TextBlock[] {
  const last = kept.findLast(isProse)?.runs[0]?.node ?? null;
  return behind.filter(
    (block) => isSignature(block) && block.element.parentElement?.contains(last),
  );
}

/** Behind the boxes at the foot, only a line that is plainly a signature is one. */
function isSignature(block: TextBlock): boolean {
  return isSigned(block) || (block.linked === 0 && isPersonName(block.text));
}

function signs(line: string): boolean {
  return readSignature(line) !== undefined && !isBoxLabel(line);
}

function sign(signature: Signature, line: string): boolean {
  const read = signs(line) ? readSignature(line) : undefined;
  if (read?.byline) signature.byline ??= read.byline;
  if (read?.source) signature.source ??= read.source;
  return read !== undefined;
}

/** Does the page's own markup call a short line an author's or a source's? */
function isSigned(block: TextBlock): boolean {
  if (block.text.length > MAX_META) return false;
  return (
    block.runs.some(({ node }) => node.parentElement?.closest(SIGNED)) || isRightAligned(block)
  );
}

/** A short line set to the right at the foot signs the text, whoever it names. */
function isRightAligned(block: TextBlock): boolean {
  if (block.text.length > 80 || /[.!?]$/.test(block.text)) return false;
  const aligned = block.element.closest('[align], [style*="text-align" i]');
  const style = aligned?.getAttribute('style') ?? '';
  return aligned?.getAttribute('align') === 'right' || /text-align:\s*right/i.test(style);
}

/** Author and date stand above the second paragraph, wherever the lead is. */
function headEnd(blocks: readonly TextBlock[], from: number): number {
  const first = blocks.findIndex((block, at) => at >= from && isProse(block));
  return first < 0 ? from : first + 2;
}

/** Reads who signs above the text: `"Mai Hà - 14/11/2022 06:10"`. */
function readHead(blocks: readonly TextBlock[], signature: Signature): void {
  if (signature.byline) return;
  for (const [at, block] of blocks.entries()) {
    if (block.text.length > MAX_META) continue;
    const text = piecesOf(block);
    const line = readDateLine(text)?.rest ?? text;
    const isBesideDate = [blocks[at - 1], blocks[at + 1]].some((near) => near && isDateLine(near));
    if (line && (line !== text || isSigned(block) || isBesideDate)) sign(signature, line);
  }
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
