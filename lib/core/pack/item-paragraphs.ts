import { Paragraph, TextRun, type ParagraphChild, type Table, type TableOfContents } from 'docx';
import {
  entryParagraphs,
  oneLine,
  plainParagraph,
  runs,
  sourceRun,
  type Look,
} from '../export/report-paragraphs.ts';
import type { Words } from '../words.ts';
import { articleBlocks, isNumberCell, type ArticleTable } from './article-blocks.ts';
import { chartParagraphs } from './chart-paragraphs.ts';
import { figureColumns, SOURCE_SHARE } from './figure-columns.ts';
import type {
  ArticleContent,
  ArticlePart,
  ExcerptContent,
  FiguresContent,
  ItemContent,
  PackContent,
  QuestionContent,
} from './pack-content.ts';
import { linesToWrite } from './question-lines.ts';
import { wordTable, type WordCell } from './word-table.ts';

/** Twentieths of a point. */
const BELOW_TABLE = 120;

/** What stands in a section of a document. */
export type Block = Paragraph | Table | TableOfContents;

/** What the paragraphs of an item depend on beside it. */
export interface Setting {
  content: PackContent;
  words: Words;
  /** Width of the text on a page, in twentieths of a point. */
  width: number;
  hasSources: boolean;
  /** Whether the contents are numbered here and not by Word. */
  isLaidOut: boolean;
  /** Told of each item once it is written. */
  onItem?: (() => void) | undefined;
}

/** One item of a section. */
export function itemParagraphs(setting: Setting, item: ItemContent): Block[] {
  switch (item.type) {
    case 'excerpt':
      return excerptParagraphs(setting, item);
    case 'article':
      return articleParagraphs(setting, item);
    case 'figures':
      return figuresParagraphs(setting, item);
    case 'question':
      return questionParagraphs(setting, item);
    case 'text':
      return item.paragraphs.map((text) => plainParagraph(text, 'Body'));
  }
}

/** A number that leads to its source, after a space that does not break; nothing where there is no list of them. */
export function sourceRuns({ hasSources }: Setting, source: number): ParagraphChild[] {
  return hasSources ? [new TextRun({ text: '\u{A0}' }), sourceRun(source)] : [];
}

function excerptParagraphs({ content, words, hasSources }: Setting, item: ExcerptContent): Block[] {
  const { quote, facts, link, verdict, checks, note, remark, source } = item;
  const entry = {
    quote,
    facts: [...facts],
    isVerified: verdict === 'verified',
    verdict: words(`verdict_${verdict}`),
    ...(link && { link }),
    ...(hasSources && { source }),
  };
  const cited = content.sources.find(({ number }) => number === source);
  const told = [
    ...(hasSources || !cited ? [] : [oneLine(cited.citation)]),
    ...checks,
    ...note.map((text) => `${words('column_note')}: ${text}`),
  ];
  return [
    ...entryParagraphs(entry, words),
    ...told.map((text) => plainParagraph(text, 'Reading')),
    ...remark.map((text) => plainParagraph(text, 'Remark')),
  ];
}

function articleParagraphs(setting: Setting, item: ArticleContent): Block[] {
  const { words } = setting;
  const title = oneLine(item.title) || words('export_no_title');
  const by = [item.byline, item.outlet, item.published].filter((each) => each !== undefined);
  const isMarked = item.paragraphs.some((parts) => parts.some(({ isExcerpt }) => isExcerpt));
  return [
    plainParagraph(title, 'Heading2'),
    new Paragraph({
      style: 'Byline',
      children: [...runs(oneLine(by.join(' · '))), ...sourceRuns(setting, item.source)],
    }),
    ...item.remark.map(
      (text) => new Paragraph({ style: 'Remark', keepNext: true, children: runs(text) }),
    ),
    ...(isMarked ? [legend(words)] : []),
    ...articleBlocks(item).map((block, at, all) => {
      if ('table' in block) return quotedTable(setting, block.table);
      const before = all[at - 1];
      // A table of Word has no room of its own below it.
      const isBelow = before !== undefined && 'table' in before;
      const children = block.paragraph.flatMap(stretch);
      return new Paragraph({
        style: 'Body',
        children,
        ...(block.isCaption && { keepNext: true }),
        ...(isBelow && { spacing: { before: BELOW_TABLE } }),
      });
    }),
  ];
}

function quotedTable({ width }: Setting, { rows, hasHead, shares }: ArticleTable): Table {
  const drawn = rows.map((cells) =>
    cells.map((cell) => ({ children: cell.flatMap(stretch), isNumber: isNumberCell(cell) })),
  );
  const [first] = drawn;
  const head = hasHead ? first : undefined;
  return wordTable(width, shares, head, drawn.slice(head ? 1 : 0));
}

/** Says what the marks mean, each shown as it is drawn. */
function legend(words: Words): Paragraph {
  const children = [
    stretch({ text: words('pack_legend_excerpt'), isExcerpt: true }),
    runs('; '),
    stretch({ text: words('pack_legend_figure'), isExcerpt: true, mention: 'figure' }),
    runs('; '),
    stretch({ text: words('pack_legend_programme'), isExcerpt: true, mention: 'programme' }),
  ];
  return new Paragraph({ style: 'Byline', children: children.flat() });
}

function stretch(part: ArticlePart): TextRun[] {
  return runs(part.text, lookOf(part));
}

/** Told apart by line and letter, never by colour. */
function lookOf({ isExcerpt, mention }: ArticlePart): Look {
  if (mention === 'figure') return { bold: true, underline: { type: 'single' } };
  if (mention) return { bold: true, italics: true, underline: { type: 'single' } };
  return isExcerpt ? { underline: { type: 'dotted' } } : {};
}

function figuresParagraphs(setting: Setting, item: FiguresContent): Block[] {
  const { words, width } = setting;
  const title = oneLine(item.title);
  return [
    ...(title ? [plainParagraph(title, 'Heading2')] : []),
    ...(item.rows.length > 0 ? [figureTable(setting, item)] : []),
    ...item.charts.flatMap((chart) => chartParagraphs(chart, width, words)),
  ];
}

function figureTable(setting: Setting, { rows }: FiguresContent): Table {
  const { words, hasSources, width } = setting;
  const columns = figureColumns(rows, words);
  const heads = [
    ...columns.map(({ header }) => header),
    ...(hasSources ? [words('column_source')] : []),
  ];
  const shares = [...columns.map(({ share }) => share), ...(hasSources ? [SOURCE_SHARE] : [])];
  const body = rows.map((row, at) => {
    const cells: WordCell[] = columns.map(({ value, isNumber }) => ({
      children: runs(oneLine(value(row, at))),
      isNumber,
    }));
    if (hasSources) cells.push({ children: [sourceRun(row.source)] });
    return cells;
  });
  const head = heads.map((text) => ({ children: runs(text) }));
  return wordTable(width, shares, head, body);
}

function questionParagraphs({ words }: Setting, item: QuestionContent): Block[] {
  const label = words('pack_question_number', [String(item.number)]);
  const [first = '', ...rest] = item.question;
  const lines = linesToWrite(item);
  const asked = [
    [...runs(`${label} `, { bold: true }), ...runs(first)],
    ...rest.map((text) => runs(text)),
  ];
  return [
    ...asked.map((children, at) => {
      // The style keeps it with the lines to write on; without them the next question would be kept, and the next.
      const isLast = lines === 0 && at === rest.length;
      return new Paragraph({ style: 'Question', children, ...(isLast && { keepNext: false }) });
    }),
    ...Array.from({ length: lines }, writingLine),
  ];
}

function writingLine(): Paragraph {
  return new Paragraph({ style: 'WritingLine', children: [new TextRun({ text: '\t' })] });
}
