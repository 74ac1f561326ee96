import type { Cited } from '../citation.ts';
import { closedDirections } from '../export/closed-directions.ts';
import { cslItem, type CslItem } from '../export/csl-json.ts';
import { plainField } from './plain-field.ts';

/** Said in the place of a title, in brackets as styles have what stands for one. */
const UNTITLED = '[Bài không có tên]';

/**
 * An article as the citation processor is given it: names whole, every text as it is to be read. Names go as `literal`:
 * no style then takes a Vietnamese name apart (`Nguyễn Văn Mẫu` → `Mẫu, N. V.`), by which nobody would find it again.
 */
export function citedItem(article: Cited): CslItem {
  const item = cslItem({ ...article, id: 'cited', lang: 'vi' });
  const { author, 'container-title': container, URL: address } = item;
  return {
    ...item,
    title: fieldOf(article.title) || UNTITLED,
    ...(author && { author: author.map(({ literal }) => ({ literal: fieldOf(literal) })) }),
    ...(container && { 'container-title': fieldOf(container) }),
    ...(address && { URL: plainField(address) }),
  };
}

/** Nothing that a field turns is left turned behind it. */
function fieldOf(text: string): string {
  return plainField(closedDirections(text.replace(/\s+/g, ' ').trim()));
}
