import { citationLine } from '../citation.ts';
import type { Words } from '../words.ts';
import { checkSheet } from './check-sheet.ts';
import type { Column } from './columns.ts';
import type { ExportSource, WriteExport } from './export-source.ts';
import { GatheredRows } from './gather-rows.ts';
import { programmeSheet } from './programme-sheet.ts';
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

/** Writes the excerpts as a workbook, with a sheet each for articles, documents, checks and series. */
export function writeWorkbook(write: SheetWriter = writeXlsx): WriteExport {
  return (source, { columns }, { now, words, pack }) => {
    const gathered = new GatheredRows();
    const sheets = async function* (): AsyncGenerator<Sheet> {
      yield excerptSheet(source, columns, gathered, words);
      yield articleSheet(gathered, words);
      yield programmeSheet(gathered, await source.entries(), words);
      yield checkSheet(gathered, words);
      yield seriesSheet(gathered, await source.judgements(), words);
    };
    return write(sheets(), { title: words('export_title'), created: now }, pack);
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
  const rows = mapEach(articles.values(), ({ article, excerpts, citation }): Cells => [
    article.title,
    article.siteName,
    article.byline,
    article.source,
    dateCell(article.publishedTime),
    dateCell(article.captured),
    linkCell(article.url),
    countCell(excerpts),
    citation ?? citationLine(article),
  ]);
  return { name: words('sheet_articles'), columns, batches: batched(rows) };
}
