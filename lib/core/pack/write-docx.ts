import {
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
  type ISectionOptions,
} from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import { oneLine, plainParagraph, runs, sourceParagraph } from '../export/report-paragraphs.ts';
import { SOURCE_NUMBERING } from '../export/report-styles.ts';
import { packStyles, pageSize, textWidth } from './docx-look.ts';
import { glossaryLines } from './glossary-lines.ts';
import { itemParagraphs, sourceRuns, type Block, type Setting } from './item-paragraphs.ts';
import type {
  Answer,
  GlossaryEntry,
  PackContent,
  SectionContent,
  WritePack,
} from './pack-content.ts';
import { partsOf, type PackPart } from './pack-parts.ts';
import { runningHead } from './running-head.ts';

/**
 * Laying out more letters than this, or titles longer, to number the contents takes minutes; Word then offers to number
 * them when it opens the document.
 */
const MOST_LAID_OUT = 300_000;
const LONGEST_TITLE = 1_000;
/** Letters of a title in a running head. */
const HEAD_LETTERS = 40;

/** Writes a pack as a .docx: a section a part, each with its own running head, real headings, styles and contents. */
export const writeDocx: WritePack = async function* (content, { words }, onItem) {
  const parts = partsOf(content, words);
  const setting: Setting = {
    content,
    words,
    width: textWidth(content.paper),
    hasSources: parts.some(({ name }) => name === 'sources'),
    isLaidOut: canLayOut(content, parts),
    onItem,
  };
  const title = oneLine(content.cover.title) || words('pack_untitled');
  const document = new Document({
    title,
    creator: oneLine(content.cover.author) || 'Trích Báo',
    lastModifiedBy: 'Trích Báo',
    styles: packStyles(content.paper),
    numbering: { config: [SOURCE_NUMBERING] },
    ...(setting.isLaidOut && { pageNumbers: estimatePageNumbers }),
    sections: sectionsOf(parts, setting, title),
  });
  yield new Uint8Array(await Packer.toArrayBuffer(document));
};

/** A section a part; a cover without a page of its own stands over the first. */
function sectionsOf(
  parts: readonly PackPart[],
  setting: Setting,
  title: string,
): ISectionOptions[] {
  const { content } = setting;
  const [cover, first, ...rest] = parts;
  const page = pageSize(content.paper);
  const numbered = (part: PackPart, over: readonly Block[] = []): ISectionOptions => ({
    properties: { page },
    headers: { default: headerOf(title, part.title) },
    footers: { default: pageNumberFooter() },
    children: [...over, ...partBlocks(setting, part)],
  });
  const front = cover ? partBlocks(setting, cover) : [];
  if (!content.parts.cover && first)
    return [numbered(first, front), ...rest.map((part) => numbered(part))];
  const bare = { headers: { default: blank(Header) }, footers: { default: blank(Footer) } };
  return [
    { properties: { page }, ...bare, children: front },
    ...parts.slice(1).map((part) => numbered(part)),
  ];
}

function partBlocks(setting: Setting, part: PackPart): Block[] {
  const { content } = setting;
  const heading = plainParagraph(oneLine(part.title), 'Heading1');
  switch (part.name) {
    case 'cover':
      return coverBlocks(setting, part);
    case 'contents':
      return [plainParagraph(part.title, 'ContentsTitle'), contentsField(part.title, setting)];
    case 'introduction':
      return [heading, ...content.introduction.map((text) => plainParagraph(text, 'Body'))];
    case 'section':
      return [heading, ...sectionBlocks(setting, part.section)];
    case 'glossary':
      return [heading, ...content.glossary.flatMap((entry) => entryParagraphs(setting, entry))];
    case 'sources':
      return [heading, ...content.sources.map(sourceParagraph)];
    case 'answers':
      return [heading, ...content.answers.map((answer) => answerParagraph(setting, answer))];
  }
}

function coverBlocks({ content: { cover } }: Setting, { title }: PackPart): Block[] {
  const { organisation, subtitle, author, dated } = cover;
  const lines = [
    [organisation, 'Organisation'],
    [title, 'Title'],
    [subtitle, 'Subtitle'],
    [author, 'Author'],
    [dated, 'Dated'],
  ] as const;
  return lines.flatMap(([text, style]) => (text.trim() ? [plainParagraph(text, style)] : []));
}

function sectionBlocks(setting: Setting, { introduction, items }: SectionContent): Block[] {
  return [
    ...introduction.map((text) => plainParagraph(text, 'Lead')),
    ...items.flatMap((item) => {
      const blocks = itemParagraphs(setting, item);
      setting.onItem?.();
      return blocks;
    }),
  ];
}

function entryParagraphs(setting: Setting, entry: GlossaryEntry): Paragraph[] {
  const told = glossaryLines(entry, setting.words).map(oneLine).join('. ');
  const sources = entry.sources.flatMap((source) => sourceRuns(setting, source));
  return [
    plainParagraph(oneLine(entry.name), 'Entry'),
    new Paragraph({ style: 'Body', children: [...runs(told), ...sources] }),
  ];
}

function contentsField(title: string, { isLaidOut }: Setting): TableOfContents {
  return new TableOfContents(title, {
    hyperlink: true,
    headingStyleRange: '1-2',
    // Or Word asks, at every opening, whether to number what is numbered.
    beginDirty: !isLaidOut,
  });
}

function answerParagraph(setting: Setting, { number, answer, source }: Answer): Paragraph {
  const label = setting.words('pack_question_number', [String(number)]);
  return new Paragraph({
    style: 'Body',
    children: [
      ...runs(`${label} `, { bold: true }),
      ...runs(answer.join('\n')),
      ...(source === undefined ? [] : sourceRuns(setting, source)),
    ],
  });
}

function headerOf(title: string, part: string): Header {
  const children = runs(`${runningHead(title, HEAD_LETTERS)}\t${runningHead(part, HEAD_LETTERS)}`);
  return new Header({ children: [new Paragraph({ style: 'RunningHead', children })] });
}

function pageNumberFooter(): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] });
  return new Footer({ children: [new Paragraph({ style: 'PageNumber', children: [number] })] });
}

/** Said in so many words; a section without a header takes the one before it. */
function blank<T extends Header | Footer>(Kind: new (options: { children: Paragraph[] }) => T): T {
  return new Kind({ children: [new Paragraph({})] });
}

function canLayOut({ sections }: PackContent, parts: readonly PackPart[]): boolean {
  const titles = parts.flatMap(({ title, headings }) => [
    title,
    ...headings.map((each) => each.title),
  ]);
  const isShort = titles.every(({ length }) => length <= LONGEST_TITLE);
  return isShort && JSON.stringify(sections).length <= MOST_LAID_OUT;
}
