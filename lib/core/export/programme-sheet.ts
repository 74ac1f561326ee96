import type { ProgrammeEntry } from '../collection/programme-entry.ts';
import type { Words } from '../words.ts';
import type { CitedProgramme, GatheredRows } from './gather-rows.ts';
import { handWords, kindWord, NAME_SEPARATOR } from './programme-csv.ts';
import { batched, countCell, dateCell, mapEach, sheetColumns, type Cells } from './sheet-cells.ts';
import type { Sheet } from './sheet-writer.ts';

/** A row a document or programme, each once, as the register has it. */
export function programmeSheet(
  gathered: GatheredRows,
  entries: readonly ProgrammeEntry[],
  words: Words,
): Sheet {
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
    ['programmes_by_hand', 24],
  ]);
  // Grouped only once the rows have passed.
  const rows = function* () {
    yield* mapEach(gathered.programmes(entries), (cited) => programmeCells(cited, words));
  };
  return { name: words('sheet_programmes'), columns, batches: batched(rows()) };
}

function programmeCells({ entry, firstTitle }: CitedProgramme, words: Words): Cells {
  const { kind, fields, aliases, excerpts, articles } = entry;
  return [
    kindWord(kind, words),
    fields.number?.value,
    fields.issuer?.value,
    dateCell(fields.date?.value),
    fields.term?.value,
    fields.title?.value,
    aliases.join(`${NAME_SEPARATOR} `) || undefined,
    countCell(excerpts),
    countCell(articles),
    firstTitle,
    handWords(entry, words) || undefined,
  ];
}
