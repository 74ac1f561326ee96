import { Document, Packer, type Paragraph, TableOfContents } from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import type { WriteExport } from './export-source.ts';
import { entryParagraphs, plainParagraph, sourceParagraph } from './report-paragraphs.ts';
import { reportStyles, pageOf, pageNumberHeader, SOURCE_NUMBERING } from './report-styles.ts';
import { Report, type ReportEntry } from './report-entry.ts';
import { formatDay } from './times.ts';

/** Contents of more headings than this would push the first excerpt pages away. */
const MOST_HEADINGS = 200;

/** Laying out more than this to number the contents takes minutes; Word fills the numbers in when asked (F9). */
const MOST_LAID_OUT = { excerpts: 1_000, characters: 1_000_000 };

/**
 * Writes a .docx clip report on the page Decree 30/2020/NĐ-CP prescribes: title, contents with page numbers,
 * a block an excerpt under real headings, and the numbered list of sources.
 */
export const writeDocx: WriteExport = async function* (source, options, { now, words }) {
  const report = new Report(options.columns, options.order, words);
  const blocks: Paragraph[] = [];
  let [excerpts, headings, characters] = [0, 0, 0];
  for await (const rows of source.batches()) {
    for (const row of rows) {
      const entry = report.entry(row);
      headings += Number(entry.heading !== undefined);
      excerpts++;
      characters += lengthOf(entry);
      blocks.push(...entryParagraphs(entry, words));
    }
  }
  const made = words('export_made_of', [
    formatDay(now.toISOString()),
    String(excerpts),
    String(report.sources.length),
  ]);
  const hasContents = headings > 1 && headings <= MOST_HEADINGS;
  const isLaidOut = excerpts <= MOST_LAID_OUT.excerpts && characters <= MOST_LAID_OUT.characters;
  const document = new Document({
    title: words('export_title'),
    creator: 'Trích Báo',
    lastModifiedBy: 'Trích Báo',
    styles: reportStyles(options.layout),
    numbering: { config: [SOURCE_NUMBERING] },
    ...(hasContents && isLaidOut && { pageNumbers: estimatePageNumbers }),
    sections: [
      {
        ...pageOf(options.layout),
        headers: { default: pageNumberHeader() },
        children: [
          plainParagraph(words('export_title'), 'Title'),
          plainParagraph(made, 'Made'),
          ...(hasContents ? [plainParagraph(words('export_contents'), 'ContentsTitle')] : []),
          ...(hasContents
            ? [
                new TableOfContents(words('export_contents'), {
                  hyperlink: true,
                  headingStyleRange: '1-1',
                  // Or Word asks, at every opening, whether to update it.
                  beginDirty: false,
                }),
              ]
            : []),
          ...blocks,
          plainParagraph(words('export_sources'), 'Heading1'),
          ...report.sources.map(sourceParagraph),
        ],
      },
    ],
  });
  yield new Uint8Array(await Packer.toArrayBuffer(document));
};

/** Characters of what an entry is longest in. */
function lengthOf({ quote, facts }: ReportEntry): number {
  const said = [quote.before, quote.exact, quote.after, ...facts.map(({ value }) => value)];
  return said.reduce((sum, text) => sum + text.length, 0);
}
