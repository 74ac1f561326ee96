import { ProgrammeKind } from '../annotation.ts';
import { parseDay } from '../collection/article-edit.ts';
import { searchWords } from '../collection/search-words.ts';
import type { Words } from '../words.ts';
import { kindWord, NAME_SEPARATOR, PROGRAMME_CSV } from './programme-csv.ts';
import { readCsv, type CsvRow } from './read-csv.ts';

/** Why a row of a register's file is not taken. */
export type RowProblem =
  | 'quotes'
  | 'cells'
  | 'kind'
  | 'date'
  | 'unnamed'
  | 'too_long'
  | 'repeated'
  | 'ambiguous'
  | 'differing';

const READ = [
  'id',
  'kind',
  'number',
  'issuer',
  'date',
  'term',
  'title',
  'aliases',
  'note',
] as const;
type ReadColumn = (typeof READ)[number];

/** What one row says of a document; what it leaves empty it says nothing of. */
export interface ProgrammeRow {
  /** As the spreadsheet numbers it. */
  row: number;
  said: Partial<Record<Exclude<ReadColumn, 'kind' | 'aliases'>, string>> & {
    kind?: ProgrammeKind;
    aliases?: string[];
  };
  problem?: RowProblem;
}

/** Also understood as a column's name, folded; files come from elsewhere too. */
const OTHER_NAMES: Record<ReadColumn, readonly string[]> = {
  id: ['id', 'ma'],
  kind: ['loai', 'loai van ban', 'dang', 'kind', 'type'],
  number: ['so', 'so hieu', 'so ky hieu', 'so ky hieu van ban', 'number'],
  issuer: ['co quan ban hanh', 'noi ban hanh', 'ban hanh', 'issuer'],
  date: ['ngay', 'ngay ban hanh', 'date'],
  term: ['khoa', 'nhiem ky', 'khoa nhiem ky', 'term'],
  title: ['ten', 'trich yeu', 'ten van ban', 'ten van ban chuong trinh', 'title'],
  aliases: ['ten goi khac', 'goi tat', 'aliases'],
  note: ['ghi chu', 'note'],
};

const LONGEST = 2000;

/** Reads a register's CSV file; nothing where no column is one of a register's. */
export function readProgrammeCsv(text: string, words: Words): ProgrammeRow[] | undefined {
  const { header, rows } = readCsv(text);
  const places = placesOf(header, words);
  if (!places.has('number') && !places.has('title') && !places.has('id')) return undefined;
  const kinds = new Map(
    ProgrammeKind.options.flatMap((kind) => [
      [searchWords(kind), kind] as const,
      [searchWords(kindWord(kind, words)), kind] as const,
    ]),
  );
  return rows.map((row) => readRow(row, places, kinds));
}

function placesOf(header: readonly string[], words: Words): Map<ReadColumn, number> {
  const folded = header.map(searchWords);
  const places = READ.map((name) => {
    const known = new Set([searchWords(words(PROGRAMME_CSV[name])), ...OTHER_NAMES[name]]);
    return [name, folded.findIndex((each) => known.has(each))] as const;
  });
  return new Map(places.filter(([, at]) => at >= 0));
}

function readRow(
  { row, cells, damage }: CsvRow,
  places: ReadonlyMap<ReadColumn, number>,
  kinds: ReadonlyMap<string, ProgrammeKind>,
): ProgrammeRow {
  const cell = (name: ReadColumn) => cells[places.get(name) ?? -1] ?? '';
  const [kind, date] = [kinds.get(searchWords(cell('kind'))), parseDay(cell('date'))];
  const plain = ['id', 'number', 'issuer', 'term', 'title', 'note'] as const;
  const texts = plain.flatMap((name) => (cell(name) ? [[name, cell(name)] as const] : []));
  const aliases = cell('aliases')
    .split(NAME_SEPARATOR)
    .map((name) => name.trim())
    .filter(Boolean);
  const said: ProgrammeRow['said'] = {
    ...Object.fromEntries(texts),
    ...(kind && { kind }),
    ...(date && { date }),
    ...(aliases.length > 0 && { aliases }),
  };
  const problem =
    damage ??
    problemOf(cells, said, {
      isKind: !cell('kind') || kind !== undefined,
      isDate: date !== undefined,
    });
  return { row, said, ...(problem && { problem }) };
}

function problemOf(
  cells: readonly string[],
  said: ProgrammeRow['said'],
  { isKind, isDate }: { isKind: boolean; isDate: boolean },
): RowProblem | undefined {
  if (cells.some(({ length }) => length > LONGEST)) return 'too_long';
  if (!isKind) return 'kind';
  if (!isDate || said.date?.includes('T')) return 'date';
  return said.number || said.title ? undefined : 'unnamed';
}
