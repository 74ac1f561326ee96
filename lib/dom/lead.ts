import { foldText } from '../core/text.ts';
import hooks from './article-body.json' with { type: 'json' };
import type { ReadPage } from './article-page.ts';
import { nameOf } from './furniture.ts';
import { isProse, linkShare, type TextBlock } from './text-blocks.ts';

const LEAD_NAME = new RegExp(` (?:${hooks.lead.join('|')}) `);
const LEAD_ROLE =
  "[data-role='sapo'], [data-slot='sapo'], [data-field='sapo'], [itemprop='description']";

/**
 * Is a block between title and body the article's lead? By its name, by the page's description of itself, or
 * because it is prose where only a lead can stand.
 */
export function isLead(block: TextBlock, { metadata, titleIndex }: ReadPage): boolean {
  if (linkShare(block) > 0.5 || block.text.length < 30) return false;
  const isNamed = block.element.closest(LEAD_ROLE) !== null || hasLeadName(block.element);
  const isAsDescribed = isDescribed(block.text, metadata.meta.excerpt);
  return isNamed || isAsDescribed || (titleIndex >= 0 && isProse(block));
}

function hasLeadName(element: Element): boolean {
  let at: Element | null = element;
  for (let depth = 0; at && depth < 3; depth++, at = at.parentElement) {
    if (at.tagName === 'BODY') return false;
    if (LEAD_NAME.test(nameOf(at))) return true;
  }
  return false;
}

/** Long enough that equal openings are no coincidence; shorter than any description a site cuts off. */
const OPENING = 50;

function isDescribed(text: string, excerpt: string | undefined): boolean {
  if (!excerpt || excerpt.length < OPENING) return false;
  return foldText(text).includes(foldText(excerpt).slice(0, OPENING));
}
