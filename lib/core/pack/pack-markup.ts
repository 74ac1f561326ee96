import { escapeXml, isolatedXml } from '../export/xml-text.ts';
import type { Words } from '../words.ts';
import { itemMarkup } from './item-markup.ts';
import type { GlossaryEntry, PackContent, Paragraphs } from './pack-content.ts';
import { listedParts, sourceAnchor, type PackPart } from './pack-parts.ts';

/** What differs between one page of HTML and a book of several. */
export interface Dialect {
  /** Address of an anchor of a part, from any part. */
  href: (part: PackPart, anchor: string) => string;
  /** Attributes of a link to a source. */
  noteref: string;
}

/** Writes a pack's parts as well-formed markup that is HTML and XHTML alike. */
export interface Markup {
  content: PackContent;
  parts: readonly PackPart[];
  words: Words;
  dialect: Dialect;
}

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

/** Paragraphs, each text isolated. */
export function paragraphs(texts: Paragraphs, name = ''): string {
  const opening = name ? `<p class="${name}">` : '<p>';
  return texts.map((text) => `${opening}${isolatedXml(text)}</p>\n`).join('');
}

/** A number that leads to its source; nothing where the pack has no list of them. */
export function sourceLink({ parts, dialect }: Markup, source: number): string {
  const list = parts.find(({ name }) => name === 'sources');
  if (!list) return '';
  const href = escapeXml(dialect.href(list, sourceAnchor(source)));
  return `<a class="source" href="${href}"${dialect.noteref}>[${source}]</a>`;
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
  const body = items.map((item) => itemMarkup(markup, item)).join('\n');
  return `${paragraphs(introduction, 'lead')}${body}\n`;
}

function glossaryMarkup(markup: Markup): string {
  const entries = markup.content.glossary.map((entry) => {
    const told = glossaryLines(entry, markup.words).map(isolatedXml).join('. ');
    const sources = entry.sources.map((source) => sourceLink(markup, source)).join(' ');
    return `<dt>${isolatedXml(entry.name)}</dt>\n<dd>${told} ${sources}</dd>\n`;
  });
  return `<dl class="glossary">\n${entries.join('')}</dl>\n`;
}

/** What is known of a document the pack cites, in the order it is told. */
export function glossaryLines(entry: GlossaryEntry, words: Words): string[] {
  const { kind, number, issuer, date, term, title, aliases } = entry;
  const facts = (
    [
      ['fact_number', number],
      ['fact_issuer', issuer],
      ['fact_date', date],
      ['fact_term', term],
      ['fact_title', title],
      ['fact_alias', aliases.join('; ')],
    ] as const
  ).flatMap(([label, value]) => (value ? [`${words(label)}: ${value}`] : []));
  const word = words(`kind_${kind.replaceAll('-', '_')}` as Parameters<Words>[0]);
  return [word, ...facts];
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
  if (at < 0 || !isWebAddress(address)) return isolatedXml(citation);
  const [before, after] = [citation.slice(0, at), citation.slice(at + address.length)];
  const link = `<a href="${escapeXml(new URL(address).href)}">${escapeXml(address)}</a>`;
  return `<bdi>${escapeXml(before)}${link}${escapeXml(after)}</bdi>`;
}

/** Whether an address is one of the web, fit for a link. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address);
}

function answersMarkup(markup: Markup): string {
  const { words } = markup;
  const items = markup.content.answers.map(({ number, answer, source }) => {
    const link = source === undefined ? '' : ` ${sourceLink(markup, source)}`;
    const label = words('pack_question_number', [String(number)]);
    return `<dt>${escapeXml(label)}</dt>\n<dd>${answer.map(isolatedXml).join('<br/>')}${link}</dd>\n`;
  });
  return `<dl class="answers">\n${items.join('')}</dl>\n`;
}
