import { Bookmark, ExternalHyperlink, InternalHyperlink, Paragraph, TextRun } from 'docx';
import type { Words } from '../words.ts';
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

/** An excerpt: its heading where a new one begins, the quote with its source, its reading, check and note. */
export function entryParagraphs(entry: ReportEntry, words: Words): Paragraph[] {
  const { heading, facts } = entry;
  return [
    ...(heading === undefined ? [] : [plainParagraph(oneLine(heading), 'Heading1')]),
    new Paragraph({ style: 'Excerpt', children: quoteRuns(entry) }),
    ...(facts.length > 0
      ? [new Paragraph({ style: 'Reading', children: facts.flatMap(factRuns) })]
      : []),
    verdictParagraph(entry, words),
  ];
}

/** A source of the numbered list, to which the quotes' numbers lead. */
export function sourceParagraph({ number, citation }: ReportSource): Paragraph {
  return new Paragraph({
    style: 'Source',
    numbering: { reference: SOURCES, level: 0 },
    children: [new Bookmark({ id: bookmarkOf(number), children: runs(oneLine(citation)) })],
  });
}

function quoteRuns({ quote, source }: ReportEntry): (TextRun | InternalHyperlink)[] {
  const number = new TextRun({ text: `[${source}]` });
  return [
    ...runs(`“${quote.before}`),
    ...runs(quote.exact, { bold: true }),
    ...runs(`${quote.after}” `),
    new InternalHyperlink({ anchor: bookmarkOf(source), children: [number] }),
  ];
}

function factRuns({ label, value }: ReportFact, at: number): TextRun[] {
  return [...runs(`${at > 0 ? '; ' : ''}${label}: `, { italics: true }), ...runs(value)];
}

function verdictParagraph({ verdict, isVerified, link }: ReportEntry, words: Words): Paragraph {
  const isLink = link !== undefined && link.length <= LONGEST_ADDRESS;
  const passage = new TextRun({ text: words('export_passage'), style: 'Hyperlink' });
  return new Paragraph({
    style: 'Reading',
    children: [
      ...runs(verdict, { bold: !isVerified }),
      ...(isLink
        ? [
            new TextRun({ text: ' – ' }),
            new ExternalHyperlink({ link: new URL(link).href, children: [passage] }),
          ]
        : []),
    ],
  });
}

/** Text as runs, its line breaks as Word's. */
function runs(text: string, look: { bold?: boolean; italics?: boolean } = {}): TextRun[] {
  if (text === '') return [];
  return legalText(text)
    .split(/\r\n?|\n/)
    .map((line, at) => new TextRun({ ...look, text: line, ...(at > 0 && { break: 1 }) }));
}

function oneLine(text: string): string {
  return legalText(text).replace(/\s+/g, ' ').trim();
}

function bookmarkOf(source: number): string {
  return `nguon-${source}`;
}
