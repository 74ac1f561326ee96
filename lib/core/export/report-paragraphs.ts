import {
  Bookmark,
  ExternalHyperlink,
  InternalHyperlink,
  type IRunOptions,
  Paragraph,
  TextRun,
} from 'docx';
import type { Words } from '../words.ts';
import { closedDirections } from './closed-directions.ts';
import { partCitation } from './part-citation.ts';
import type { ReportEntry, ReportFact } from './report-entry.ts';
import type { ReportSource } from './source-list.ts';
import { SOURCES } from './report-styles.ts';
import { legalText } from './xml-text.ts';

/** Word refuses a link target longer than this. */
const LONGEST_ADDRESS = 2_079;

/** A paragraph of plain words in a style. */
export function plainParagraph(text: string, style: string): Paragraph {
  return new Paragraph({ style, children: runs(text) });
}

/** An excerpt as it is set; without a number where there is no list of sources to lead to. */
export type SetEntry = Omit<ReportEntry, 'source'> & Partial<Pick<ReportEntry, 'source'>>;

/** An excerpt: its heading where a new one begins, the quote with its source, its reading, check and note. */
export function entryParagraphs(entry: SetEntry, words: Words): Paragraph[] {
  const { heading, facts } = entry;
  return [
    ...(heading === undefined ? [] : [plainParagraph(oneLine(heading), 'Heading1')]),
    new Paragraph({ style: 'Excerpt', children: quoteRuns(entry) }),
    ...(facts.length > 0
      ? [new Paragraph({ style: 'Reading', keepNext: true, children: facts.flatMap(factRuns) })]
      : []),
    verdictParagraph(entry, words),
  ];
}

/** A source of the numbered list, to which the quotes' numbers lead. */
export function sourceParagraph(source: ReportSource): Paragraph {
  const { before, address, after } = partCitation({
    ...source,
    citation: oneLine(source.citation),
  });
  return new Paragraph({
    style: 'Source',
    numbering: { reference: SOURCES, level: 0 },
    children: [
      new Bookmark({ id: bookmarkOf(source.number), children: runs(before) }),
      ...(address ? addressRuns(address.text, address.url) : []),
      ...runs(after),
    ],
  });
}

function quoteRuns({ quote, source }: SetEntry): (TextRun | InternalHyperlink)[] {
  return [
    ...runs(`“${quote.before}`),
    ...runs(quote.exact, { bold: true }),
    ...runs(`${quote.after}”`),
    ...(source === undefined ? [] : [new TextRun({ text: ' ' }), sourceRun(source)]),
  ];
}

/** A number that leads to its source in the list. */
export function sourceRun(source: number): InternalHyperlink {
  const number = new TextRun({ text: `[${source}]` });
  return new InternalHyperlink({ anchor: bookmarkOf(source), children: [number] });
}

function factRuns({ label, value }: ReportFact, at: number): TextRun[] {
  return [...runs(`${at > 0 ? '; ' : ''}${label}: `, { italics: true }), ...runs(value)];
}

function verdictParagraph({ verdict, isVerified, link }: SetEntry, words: Words): Paragraph {
  const isLink = link !== undefined && link.length <= LONGEST_ADDRESS;
  return new Paragraph({
    style: 'Reading',
    children: [
      ...runs(verdict, { bold: !isVerified }),
      ...(isLink
        ? [new TextRun({ text: ' – ' }), linkRun(words('export_passage'), new URL(link).href)]
        : []),
    ],
  });
}

/** An address as a link, or as text where Word refuses it as a link. */
function addressRuns(text: string, url: string): (TextRun | ExternalHyperlink)[] {
  return url.length <= LONGEST_ADDRESS ? [linkRun(legalText(text), url)] : runs(text);
}

function linkRun(text: string, link: string): ExternalHyperlink {
  return new ExternalHyperlink({ link, children: [new TextRun({ text, style: 'Hyperlink' })] });
}

/** How a stretch of text is set. */
export type Look = Pick<IRunOptions, 'bold' | 'italics' | 'underline'>;

/** Text as runs, its line breaks as Word's. */
export function runs(text: string, look: Look = {}): TextRun[] {
  if (text === '') return [];
  return closedDirections(legalText(text))
    .split(/\r\n?|\n/)
    .map((line, at) => new TextRun({ ...look, text: line, ...(at > 0 && { break: 1 }) }));
}

/** Text without breaks or runs of spaces, for a heading. */
export function oneLine(text: string): string {
  return legalText(text).replace(/\s+/g, ' ').trim();
}

function bookmarkOf(source: number): string {
  return `nguon-${source}`;
}
