import { readDateLine } from '../core/published-time.ts';
import { isPersonName, readSignature, type Signature } from '../core/signature.ts';
import { isDateLine, MAX_META, piecesOf } from './date-line.ts';
import { isBoxLabel } from './furniture-lines.ts';
import { isProse, type TextBlock } from './text-blocks.ts';

const SIGNED =
  "[class*='author' i], [class*='tacgia' i], [class*='tac-gia' i], [rel='author'], [itemprop='author'], [data-role='author'], [class*='byline' i], [class*='source' i], [class*='nguon' i]";

/** Takes signatures off the foot of the text, and reads those below it. */
export function withoutSignatures(
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
export function signaturesIn(
  behind: readonly TextBlock[],
  kept: readonly TextBlock[],
): TextBlock[] {
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

/** Reads who signs above the text: `"Mai Hà - 14/11/2022 06:10"`. */
export function readHead(blocks: readonly TextBlock[], signature: Signature): void {
  if (signature.byline) return;
  for (const [at, block] of blocks.entries()) {
    if (block.text.length > MAX_META) continue;
    const text = piecesOf(block);
    const line = readDateLine(text)?.rest ?? text;
    const isBesideDate = [blocks[at - 1], blocks[at + 1]].some((near) => near && isDateLine(near));
    if (line && (line !== text || isSigned(block) || isBesideDate)) sign(signature, line);
  }
}
