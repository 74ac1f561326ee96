import { ReviewState } from '../annotation.ts';
import { searchWords } from '../collection/search-words.ts';
import type { Words } from '../words.ts';
import { columns } from './columns.ts';
import { PROGRAMME_CSV } from './programme-csv.ts';
import { readCsv, type CsvRow } from './read-csv.ts';

/**
 * Columns that come back from a CSV file. The others cannot: a table has no article and no place in it, and what is
 * written in digits is what spreadsheets rewrite as dates and numbers.
 */
export const RETURNING = [
  'tags',
  'note',
  'state',
  'subject',
  'property',
  'scope',
  'issuer',
  'term',
  'programme',
] as const;
export type ReturningColumn = (typeof RETURNING)[number];

const READ = ['id', 'revision', 'sentence', ...RETURNING] as const;
type ReadColumn = (typeof READ)[number];

/** What one row says of an excerpt; what it leaves empty it says nothing of. */
export interface ExcerptCsvRow {
  /** As the spreadsheet numbers it. */
  row: number;
  /** Empty where the row does not say it. */
  id: string;
  /** The state it was written from, where the file has that column. */
  revision?: string;
  /** The sentence beside the id, where the file has that column. */
  sentence?: string;
  /** A state by its name in the record (`approved`), where the cell has its word in some language. */
  said: Partial<Record<ReturningColumn, string>>;
  damage?: CsvRow['damage'];
}

export type CsvReason = 'too_large' | 'foreign' | 'register' | 'nothing';

/** A CSV file that has nothing of excerpts; nothing was changed. */
export class CsvError extends Error {
  override name = 'CsvError';
  readonly messageKey: `error_csv_${CsvReason}`;

  constructor(reason: CsvReason) {
    super(`csv: ${reason}`);
    this.messageKey = `error_csv_${reason}`;
  }
}

/**
 * Reads a CSV file that was written from the collection, its columns in any order, named in any of these languages.
 * Throws `CsvError` where the file is of something else, or has no column that comes back.
 */
export function readExcerptCsv(text: string, languages: readonly Words[]): ExcerptCsvRow[] {
  const { header, rows } = readCsv(text);
  const folded = header.map(searchWords);
  const placeOf = (key: Parameters<Words>[0]) =>
    folded.findIndex((name) => languages.some((words) => searchWords(words(key)) === name));
  // No table of excerpts has other names of documents.
  if (placeOf(PROGRAMME_CSV.aliases) >= 0) throw new CsvError('register');
  const headers = new Map(columns.map(({ key, header: name }) => [key, name]));
  const places = new Map<ReadColumn, number>();
  for (const name of READ) {
    const key = headers.get(name);
    const at = key ? placeOf(key) : -1;
    if (at >= 0) places.set(name, at);
  }
  if (!places.has('id')) throw new CsvError('foreign');
  if (!RETURNING.some((name) => places.has(name))) throw new CsvError('nothing');
  const states = stateNames(languages);
  return rows.map((row) => readRow(row, places, states));
}

function readRow(
  { row, cells, damage }: CsvRow,
  places: ReadonlyMap<ReadColumn, number>,
  states: ReadonlyMap<string, ReviewState>,
): ExcerptCsvRow {
  const cell = (name: ReadColumn) => (cells[places.get(name) ?? -1] ?? '').replace(/\r\n?/g, '\n');
  const [revision, sentence] = [cell('revision'), cell('sentence')];
  const words = (name: ReturningColumn) =>
    (name === 'state' && states.get(searchWords(cell(name)))) || cell(name);
  const said = RETURNING.flatMap((name) => (cell(name) ? [[name, words(name)] as const] : []));
  return {
    row,
    id: cell('id').toLowerCase(),
    ...(revision && { revision }),
    ...(sentence && { sentence }),
    said: Object.fromEntries(said),
    ...(damage && { damage }),
  };
}

/** States of a review by the words that stand for them in a file. */
function stateNames(languages: readonly Words[]): Map<string, ReviewState> {
  return new Map(
    ReviewState.options.flatMap((state) =>
      languages.map((words) => [searchWords(words(`review_${state}`)), state] as const),
    ),
  );
}
