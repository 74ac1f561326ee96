import { citationLine } from '../citation.ts';
import type { Words } from '../words.ts';
import { checkSheet } from './check-sheet.ts';
import type { Column } from './columns.ts';
import type { ExportSource, WriteExport } from './export-source.ts';
import { GatheredRows } from './gather-rows.ts';
import type { Row } from './row.ts';
import { seriesSheet } from './series-sheet.ts';
import {
  batched,
  countCell,
  dateCell,
  linkCell,
  mapEach,
  numberCell,
  sheetColumns,
  type Cells,
} from './sheet-cells.ts';
import type { Cell, Sheet, SheetWriter } from './sheet-writer.ts';
import { writeXlsx } from './xlsx-writer.ts';

type Key = Parameters<Words>[0];

/** Writes the excerpts as a workbook, with a sheet each for articles, documents, checks and series. */
export function writeWorkbook(write: SheetWriter = writeXlsx): WriteExport {
  return (source, { columns }, { now, words }) => {
    const gathered = new GatheredRows();
    const sheets = async function* (): AsyncGenerator<Sheet> {
      yield excerptSheet(source, columns, gathered, words);
      yield articleSheet(gathered, words);
      yield programmeSheet(gathered, words);
      yield checkSheet(gathered, words);
      yield seriesSheet(gathered, await source.judgements(), words);
    };
    return write(sheets(), { title: words('export_title'), created: now });
  };
}

function excerptSheet(
  source: ExportSource,
  columns: readonly Column[],
  gathered: GatheredRows,
  words: Words,
): Sheet {
  // Excel takes 65,530 links a sheet; two a row would use them up in half the rows.
  const linked =
    columns.find(({ key }) => key === 'link') ?? columns.find(({ type }) => type === 'link');
  const batches = async function* () {
    for await (const rows of source.batches()) {
      yield rows.map((row) => {
        gathered.add(row);
        return columns.map((column) => excerptCell(row, column, column === linked, words));
      });
    }
  };
  return {
    name: words('sheet_excerpts'),
    columns: columns.map(({ header, width }) => ({ header: words(header), width })),
    batches: batches(),
  };
}

function excerptCell(row: Row, column: Column, isLinked: boolean, words: Words): Cell {
  const value = column.value(row, words);
  if (!value) return undefined;
  if (column.type === 'number') return numberCell(value);
  if (column.type === 'date') return dateCell(value);
  return column.type === 'link' && isLinked ? linkCell(value) : value;
}

function articleSheet({ articles }: GatheredRows, words: Words): Sheet {
  const columns = sheetColumns(words, [
    ['column_title', 50],
    ['column_outlet', 20],
    ['column_author', 20],
    ['column_source', 20],
    ['column_published', 17],
    ['column_captured', 17],
    ['column_address', 40],
    ['sheet_excerpt_count', 12],
    ['column_citation', 70],
  ]);
  const rows = mapEach(articles.values(), ({ article, excerpts }): Cells => [
    article.title,
    article.siteName,
    article.byline,
    article.source,
    dateCell(article.publishedTime),
    dateCell(article.captured),
    linkCell(article.url),
    countCell(excerpts),
    citationLine(article),
  ]);
  return { name: words('sheet_articles'), columns, batches: batched(rows) };
}

function programmeSheet({ programmes }: GatheredRows, words: Words): Sheet {
  const columns = sheetColumns(words, [
    ['column_kind', 16],
    ['column_number', 20],
    ['column_issuer', 24],
    ['column_date', 13],
    ['column_term', 14],
    ['column_programme', 50],
    ['column_alias', 24],
    ['sheet_excerpt_count', 12],
    ['sheet_article_count', 12],
    ['sheet_first_article', 50],
  ]);
  const rows = mapEach(programmes.values(), ({ programme, ...cited }): Cells => [
    words(`kind_${programme.kind.replaceAll('-', '_')}` as Key),
    programme.number,
    programme.issuer,
    dateCell(programme.date),
    programme.term,
    programme.title ?? programme.exact,
    programme.alias,
    countCell(cited.excerpts),
    countCell(cited.articles.size),
    cited.title,
  ]);
  return { name: words('sheet_programmes'), columns, batches: batched(rows) };
}
