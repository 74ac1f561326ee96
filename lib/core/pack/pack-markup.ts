import { webUrl } from '../collection/passage-link.ts';
import { escapeXml, isolatedXml } from '../export/xml-text.ts';
import { glossaryLines } from './glossary-lines.ts';
import { itemMarkup } from './item-markup.ts';
import { paragraphs, sourceLink, type Markup } from './markup.ts';
import { listedParts, sourceAnchor, type PackPart } from './pack-parts.ts';

/** What stands in a part, its heading first. */
export function partMarkup(markup: Markup, part: PackPart): string {
  const { content } = markup;
  if (part.name === 'cover') return coverMarkup(markup);
  const body = {
    contents: () => contentsMarkup(markup),
    introduction: () => paragraphs(content.introduction),
    section: () => sectionMarkup(markup, part),
    glossary: () => glossaryMarkup(markup),
    sources: () => sourcesMarkup(markup),
    answers: () => answersMarkup(markup),
  }[part.name]();
  return `<h2>${isolatedXml(part.title)}</h2>\n${body}`;
}

/** What the contents list, as nested lists of links; `folio` marks where a page's number goes. */
export function contentsList({ parts, dialect }: Markup, folio = ''): string {
  const entry = (part: PackPart, id: string, title: string) =>
    `<a href="${escapeXml(dialect.href(part, id))}">${isolatedXml(title)}${folio}</a>`;
  const items = listedParts(parts).map((part) => {
    const below = part.headings.map(({ id, title }) => `<li>${entry(part, id, title)}</li>`);
    const nested = below.length > 0 ? `\n<ol>${below.join('\n')}</ol>` : '';
    return `<li>${entry(part, part.id, part.title)}${nested}</li>`;
  });
  return `<ol>${items.join('\n')}</ol>`;
}

function coverMarkup({ content: { cover }, words }: Markup): string {
  const line = (name: 'organisation' | 'subtitle' | 'author' | 'dated') =>
    cover[name].trim() ? `<p class="${name}">${isolatedXml(cover[name])}</p>\n` : '';
  const title = isolatedXml(cover.title.trim() || words('pack_untitled'));
  return `${line('organisation')}<h1>${title}</h1>\n${line('subtitle')}${line('author')}${line('dated')}`;
}

function contentsMarkup(markup: Markup): string {
  return `<nav class="contents">${contentsList(markup, '<span class="folio"></span>')}</nav>\n`;
}

function sectionMarkup(markup: Markup, part: PackPart): string {
  if (part.name !== 'section') return '';
  const { introduction, items } = part.section;
  const body = items.map((item) => {
    const text = itemMarkup(markup, item);
    markup.onItem?.();
    return text;
  });
  return `${paragraphs(introduction, 'lead')}${body.join('\n')}\n`;
}

function glossaryMarkup(markup: Markup): string {
  const entries = markup.content.glossary.map((entry) => {
    const told = glossaryLines(entry, markup.words).map(isolatedXml).join('. ');
    const sources = entry.sources.map((source) => sourceLink(markup, source)).join(' ');
    return `<div><dt>${isolatedXml(entry.name)}</dt>\n<dd>${told} ${sources}</dd></div>\n`;
  });
  return `<dl class="glossary">\n${entries.join('')}</dl>\n`;
}

function sourcesMarkup({ content }: Markup): string {
  const items = content.sources.map(
    ({ number, citation, address }) =>
      `<li id="${sourceAnchor(number)}">${citationMarkup(citation, address)}</li>\n`,
  );
  return `<ol class="sources">\n${items.join('')}</ol>\n`;
}

/** The citation, its address a link where it is one a browser opens. */
function citationMarkup(citation: string, address: string): string {
  const at = citation.indexOf(address);
  const url = webUrl(address);
  if (at < 0 || !url) return isolatedXml(citation);
  const [before, after] = [citation.slice(0, at), citation.slice(at + address.length)];
  const link = `<a href="${escapeXml(url)}">${escapeXml(address)}</a>`;
  return `<bdi>${escapeXml(before)}${link}${escapeXml(after)}</bdi>`;
}

function answersMarkup(markup: Markup): string {
  const { words } = markup;
  const items = markup.content.answers.map(({ number, answer, source }) => {
    const link = source === undefined ? '' : ` ${sourceLink(markup, source)}`;
    const label = words('pack_question_number', [String(number)]);
    return `<div><dt>${escapeXml(label)}</dt>\n<dd>${answer.map(isolatedXml).join('<br/>')}${link}</dd></div>\n`;
  });
  return `<dl class="answers">\n${items.join('')}</dl>\n`;
}
