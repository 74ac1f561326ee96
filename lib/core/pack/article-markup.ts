import { escapeXml, isolatedXml } from '../export/xml-text.ts';
import { articleBlocks, isNumberCell, type ArticleTable } from './article-blocks.ts';
import { paragraphs, sourceLink, type Markup } from './markup.ts';
import type { ArticleContent, ArticlePart } from './pack-content.ts';
import { itemAnchor } from './pack-parts.ts';

/** Characters of a first paragraph, marks included, that are kept on one page with the heading. */
const LONGEST_OPENING = 1_500;

/** An article shown whole: what heads it stays on one page with how it begins; its marks and tables as it has them. */
export function articleMarkup(markup: Markup, item: ArticleContent): string {
  const { words } = markup;
  const { title, byline, outlet, published } = item;
  const by = [byline, outlet, published].filter((each) => each !== undefined).map(isolatedXml);
  const text = articleBlocks(item).map((block) => {
    if ('table' in block) return tableMarkup(block.table);
    const opening = block.isCaption ? '<p class="above">' : '<p>';
    return `${opening}${isolated(block.paragraph)}</p>\n`;
  });
  const isMarked = item.paragraphs.some((parts) => parts.some(({ isExcerpt }) => isExcerpt));
  const first = text.slice(0, (text[0] ?? '').length <= LONGEST_OPENING ? 1 : 0);
  return `<article id="${itemAnchor(item)}">
<div class="opening">
<h3>${isolatedXml(title.trim() || words('export_no_title'))}</h3>
<p class="byline">${by.join(' · ')} ${sourceLink(markup, item.source)}</p>
${paragraphs(item.remark, 'remark')}${isMarked ? `<p class="legend">${legendOf(markup)}</p>\n` : ''}${first.join('')}</div>
${text.slice(first.length).join('')}</article>`;
}

/** Says what the marks mean, each shown as it is drawn. */
function legendOf({ words }: Markup): string {
  return [
    `<span class="clipped">${escapeXml(words('pack_legend_excerpt'))}</span>`,
    `<mark class="figure">${escapeXml(words('pack_legend_figure'))}</mark>`,
    `<mark class="programme">${escapeXml(words('pack_legend_programme'))}</mark>`,
  ].join('; ');
}

function stretch({ text, isExcerpt, mention }: ArticlePart): string {
  const words = escapeXml(text);
  const marked = mention ? `<mark class="${mention}">${words}</mark>` : words;
  return isExcerpt ? `<span class="clipped">${marked}</span>` : marked;
}

function isolated(parts: readonly ArticlePart[]): string {
  return `<bdi>${parts.map(stretch).join('')}</bdi>`;
}

function tableMarkup({ rows, hasHead, shares }: ArticleTable): string {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map(
    (share) => `<col style="--share:${((share / whole) * 10).toFixed(1)}"/>`,
  );
  const body = rows.slice(hasHead ? 1 : 0).map((cells) => {
    const drawn = cells.map((cell) => {
      const attributes = isNumberCell(cell) ? ' class="number"' : '';
      return `<td${attributes}>${isolated(cell)}</td>`;
    });
    return `<tr>${drawn.join('')}</tr>\n`;
  });
  const heads = (hasHead ? (rows[0] ?? []) : []).map(
    (cell) => `<th scope="col">${isolated(cell)}</th>`,
  );
  const head = heads.length > 0 ? `<thead><tr>${heads.join('')}</tr></thead>\n` : '';
  return `<table class="quoted">
<colgroup>${widths.join('')}</colgroup>
${head}<tbody>
${body.join('')}</tbody>
</table>\n`;
}
