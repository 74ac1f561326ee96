import { webUrl } from '../collection/passage-link.ts';
import { escapeXml, isolatedXml } from '../export/xml-text.ts';
import { articleMarkup } from './article-markup.ts';
import { chartPieces, chartTitle, type ChartPiece } from './chart-pieces.ts';
import { figureChartSvg } from './figure-chart-svg.ts';
import { figureColumns, SOURCE_SHARE } from './figure-columns.ts';
import type {
  ExcerptContent,
  FiguresContent,
  ItemContent,
  QuestionContent,
} from './pack-content.ts';
import { paragraphs, sourceLink, type Markup } from './markup.ts';
import { itemAnchor } from './pack-parts.ts';
import { linesToWrite } from './question-lines.ts';

/** Letters of a number that a window has a line for. */
const LONGEST_NUMBER = 16;

/** One item of a section. */
export function itemMarkup(markup: Markup, item: ItemContent): string {
  switch (item.type) {
    case 'excerpt':
      return excerptMarkup(markup, item);
    case 'article':
      return articleMarkup(markup, item);
    case 'figures':
      return figuresMarkup(markup, item);
    case 'question':
      return questionMarkup(markup, item);
    case 'text':
      return `<div class="text" id="${itemAnchor(item)}">\n${paragraphs(item.paragraphs)}</div>`;
  }
}

function excerptMarkup(markup: Markup, item: ExcerptContent): string {
  const { words } = markup;
  const { quote, facts, checks, note, remark } = item;
  const exact = quote.exact ? `<mark>${escapeXml(quote.exact)}</mark>` : '';
  const said = `<bdi>${escapeXml(quote.before)}${exact}${escapeXml(quote.after)}\u{A0}${sourceLink(markup, item.source)}</bdi>`;
  const told = facts.map(
    ({ label, value }) => `<div><dt>${escapeXml(label)}</dt><dd>${isolatedXml(value)}</dd></div>`,
  );
  const noted = note.map((text) => `${words('column_note')}: ${text}`);
  return `<div class="excerpt" id="${itemAnchor(item)}">
<figure>
<blockquote><p>${said}</p></blockquote>
${told.length > 0 ? `<dl class="facts">${told.join('')}</dl>\n` : ''}${paragraphs(checks, 'check')}${paragraphs(noted, 'note')}<figcaption>${captionOf(markup, item)}</figcaption>
</figure>
${paragraphs(remark, 'remark')}</div>`;
}

/** Whether it stands in its article, where to see it, and its source where the pack has no list of them. */
function captionOf({ words, parts, content }: Markup, item: ExcerptContent): string {
  const { verdict, link, source } = item;
  const hasList = parts.some(({ name }) => name === 'sources');
  const cited = content.sources.find(({ number }) => number === source);
  const bad = verdict === 'verified' ? '' : ' data-bad="bad"';
  const told = [`<span class="verdict"${bad}>${escapeXml(words(`verdict_${verdict}`))}</span>`];
  const url = link && webUrl(link);
  if (url) {
    const shown = escapeXml(words('export_passage'));
    told.push(`<a class="passage" href="${escapeXml(url)}">${shown}</a>`);
  }
  if (!hasList && cited) told.unshift(`<cite>${isolatedXml(cited.citation)}</cite>`);
  return told.join(' ');
}

function figuresMarkup(markup: Markup, item: FiguresContent): string {
  const id = itemAnchor(item);
  const pieces = item.charts.flatMap((chart) =>
    chartPieces(chart).map((piece) => ({ unit: chart.unit, piece })),
  );
  const drawn = pieces.map((each, at) => chartMarkup(markup, each, `${id}-chart-${at + 1}`));
  return `<section class="figures" id="${id}">\n${tableMarkup(markup, item)}${drawn.join('')}</section>`;
}

function chartMarkup(
  { words }: Markup,
  { unit, piece }: { unit: string; piece: ChartPiece },
  id: string,
): string {
  const title = chartTitle(unit, piece, words);
  return `<figure class="chart">${figureChartSvg(piece, id, title)}<figcaption>${isolatedXml(title)}</figcaption></figure>\n`;
}

/** The table's caption is its heading, which the contents lead to. */
function tableMarkup(markup: Markup, { title, rows }: FiguresContent): string {
  const { words } = markup;
  const heading = title.trim() ? `<h3>${isolatedXml(title)}</h3>` : '';
  if (rows.length === 0) return heading;
  const columns = figureColumns(rows, words);
  const hasSources = sourceLink(markup, 1) !== '';
  const shares = [...columns.map(({ share }) => share), ...(hasSources ? [SOURCE_SHARE] : [])];
  const widths = shares.map((share) => `<col style="--share:${share}"/>`);
  const heads = columns.map(({ header }) => `<th scope="col">${escapeXml(header)}</th>`);
  if (hasSources) heads.push(`<th scope="col">${escapeXml(words('column_source'))}</th>`);
  const body = rows.map((row, at) => {
    const cells = columns.map(({ value, isNumber }) => cellMarkup(value(row, at), isNumber));
    if (hasSources) cells.push(`<td>${sourceLink(markup, row.source)}</td>`);
    return `<tr>${cells.join('')}</tr>\n`;
  });
  return `<table>
<caption>${heading || escapeXml(words('pack_item_figures'))}</caption>
<colgroup>${widths.join('')}</colgroup>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${body.join('')}</tbody>
</table>\n`;
}

function cellMarkup(text: string, isNumber = false): string {
  if (!isNumber) return `<td>${isolatedXml(text)}</td>`;
  const isShort = text.length <= LONGEST_NUMBER;
  // However narrow the cell is, the sign stays with its number.
  const value = text.replaceAll(' %', '\u{A0}%');
  return `<td class="number${isShort ? ' short' : ''}">${isolatedXml(value)}</td>`;
}

function questionMarkup({ words }: Markup, item: QuestionContent): string {
  const label = words('pack_question_number', [String(item.number)]);
  const [first = '', ...rest] = item.question;
  const lines = '<span></span>'.repeat(linesToWrite(item));
  const room = lines ? `<div class="lines" aria-hidden="true">${lines}</div>\n` : '';
  return `<div class="question" id="${itemAnchor(item)}">
<p><strong>${escapeXml(label)}</strong> ${isolatedXml(first)}</p>
${paragraphs(rest)}${room}</div>`;
}
