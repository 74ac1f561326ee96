import { PROGRAMME_FIELDS } from '../collection/programme-hand.ts';
import type { ProgrammeSummary } from '../collection/programme-summary.ts';
import type { Words } from '../words.ts';
import { csvText } from './csv.ts';
import { formatDay } from './times.ts';

type Key = Parameters<Words>[0];

/** The columns of a register's file, by the name an import knows them under. */
export const PROGRAMME_CSV = {
  id: 'column_id',
  kind: 'column_kind',
  number: 'column_number',
  issuer: 'column_issuer',
  date: 'column_date',
  term: 'column_term',
  title: 'column_programme',
  aliases: 'column_alias',
  note: 'column_note',
  excerpts: 'sheet_excerpt_count',
  articles: 'sheet_article_count',
  hand: 'programmes_by_hand',
} as const satisfies Record<string, Key>;
type CsvColumn = keyof typeof PROGRAMME_CSV;

/** Between several names in one cell. */
export const NAME_SEPARATOR = ';';

/** Writes a register as a CSV file, an entry a row; what a person filled in is named in the last column. */
export function programmeCsv(entries: readonly ProgrammeSummary[], words: Words): string {
  const names = Object.keys(PROGRAMME_CSV) as CsvColumn[];
  const header = names.map((name) => words(PROGRAMME_CSV[name]));
  const rows = entries.map((entry) => {
    const cells = cellsOf(entry, words);
    return names.map((name) => cells[name]);
  });
  return csvText([header, ...rows]);
}

function cellsOf(entry: ProgrammeSummary, words: Words): Record<CsvColumn, string> {
  const { id, kind, fields, aliases, note, excerpts, articles } = entry;
  return {
    id,
    kind: kindWord(kind, words),
    number: fields.number?.value ?? '',
    issuer: fields.issuer?.value ?? '',
    date: formatDay(fields.date?.value ?? ''),
    term: fields.term?.value ?? '',
    title: fields.title?.value ?? '',
    aliases: aliases.join(`${NAME_SEPARATOR} `),
    note,
    excerpts: String(excerpts),
    articles: String(articles),
    hand: handWords(entry, words),
  };
}

/** The columns that a person filled in. */
export function handWords({ fields }: ProgrammeSummary, words: Words): string {
  const byHand = PROGRAMME_FIELDS.filter((field) => fields[field]?.origin === 'hand');
  return byHand.map((field) => words(PROGRAMME_CSV[field])).join(`${NAME_SEPARATOR} `);
}

/** What the interface calls a kind: `joint-resolution` → `Nghị quyết liên tịch`. */
export function kindWord(kind: string, words: Words): string {
  return words(`kind_${kind.replaceAll('-', '_')}` as Key);
}
