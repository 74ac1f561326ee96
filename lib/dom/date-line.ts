import { readDateLine } from '../core/published-time.ts';
import { readSignature } from '../core/signature.ts';
import { isFurnitureLine } from './furniture-lines.ts';
import type { TextBlock } from './text-blocks.ts';
import { blockText, type TextRun } from './text-segments.ts';

/** Letters of the longest block that may be no more than a date, a name or a row of buttons. */
export const MAX_META = 160;

/** The words of a short block, parted where its elements are; neighbours in a row often have no space between them. */
export function piecesOf(block: TextBlock, isWanted = (_run: TextRun) => true): string {
  if (block.runs.length < 2 || block.text.length > MAX_META) return block.text;
  const runs = block.runs.filter((run) => isWanted(run));
  return runs
    .map((run) => blockText([{ ...run, join: undefined }]))
    .filter(Boolean)
    .join(' ');
}

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
