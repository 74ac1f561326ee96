import type { Annotation } from '../annotation.ts';
import { stateOf } from '../export/columns.ts';
import { cleanCell } from '../export/read-csv.ts';
import { legalText } from '../export/xml-text.ts';
import { RETURNING, type ExcerptCsvRow, type ReturningColumn } from '../export/read-excerpt-csv.ts';
import { applyEdit, completeMention, reviewOf } from './edit.ts';
import type { Deed } from './revision.ts';

/** Why a row of a CSV file is not taken. */
export type CsvProblem =
  | 'quotes'
  | 'cells'
  | 'no_id'
  | 'unknown'
  | 'trashed'
  | 'repeated'
  | 'too_long'
  /** The sentence beside the id is another's: the rows were mixed up. */
  | 'sentence'
  /** The excerpt was changed here since the file was written, in the same column. */
  | 'newer'
  /** Nothing it says otherwise can come back. */
  | 'kept';

/** What one row of a CSV file would change. */
export interface CsvEdit {
  row: number;
  status: 'changed' | 'same' | 'refused';
  /** The sentence of the excerpt, or the id of one that is not here. */
  quote: string;
  reason?: CsvProblem;
  /** A state is named as in the record: `approved`. */
  changes: { column: ReturningColumn; before: string; after: string }[];
  /** Columns in which the row says otherwise, and the excerpt stays as it is. */
  kept: ReturningColumn[];
}

/** An excerpt as it is, and as it was when the row was written. */
export interface CsvSubject {
  current: Annotation;
  /** Where it is not known, what the row says is compared with what is there now. */
  base?: Annotation | undefined;
}

/** Excel cuts a cell here. */
const LONGEST = 32_767;
/** Spreadsheets make numbers and dates of such words when they save a file; what comes back is not what a person wrote. */
const DIGITS = /^[\d\s.,/:%–-]+$/;

/** States that a file may give: who sends an excerpt back has a reason to write. */
const GIVEN = ['draft', 'checked', 'approved'] as const;

/** Fields of each type of mention that come back. */
const FIELDS = {
  figure: { subject: 'subject', property: 'property', scope: 'scope' },
  programme: { issuer: 'issuer', term: 'term', programme: 'title' },
} as const;

/** Plans what a row changes; `seen` has the ids of the rows before it, and gets this one's. */
export function planCsvEdit(
  row: ExcerptCsvRow,
  subject: CsvSubject | undefined,
  seen: Set<string>,
): CsvEdit {
  const quote = subject?.current.target.selector[0].exact ?? row.id;
  const plan: CsvEdit = { row: row.row, status: 'same', quote, changes: [], kept: [] };
  const refused = (reason: CsvProblem): CsvEdit => ({
    ...plan,
    status: 'refused',
    reason,
    changes: [],
  });
  const problem = problemOf(row, subject, seen);
  seen.add(row.id);
  if (problem || !subject) return refused(problem ?? 'unknown');
  const { current, base = current } = subject;
  for (const column of RETURNING) {
    const after = row.said[column];
    const [before, told] = [textOf(current, column), textOf(base, column)];
    if (after === undefined || isSame(after, told) || isSame(after, before)) continue;
    if (after.length >= LONGEST) return refused('too_long');
    if (!isOpen(current, column, after) || DIGITS.test(before)) plan.kept.push(column);
    else if (isSame(told, before)) plan.changes.push({ column, before, after });
    else return refused('newer');
  }
  if (plan.changes.length > 0) return { ...plan, status: 'changed' };
  return plan.kept.length > 0 ? refused('kept') : plan;
}

/**
 * Makes the content that a row's changes give: fields of the document or figure are named as a person's, and a state is
 * that person's decision.
 */
export function applyCsvEdit(
  before: Annotation,
  { changes }: Pick<CsvEdit, 'changes'>,
  deed: Deed,
): Annotation {
  const said = new Map(changes.map(({ column, after }) => [column, after]));
  const [tags, note] = [said.get('tags'), said.get('note')];
  const edited = applyEdit(before, {
    ...(tags !== undefined && { tags: tagsIn(tags, before.tags) }),
    ...(note !== undefined && { note }),
  });
  const fields = Object.entries(before.mention ? FIELDS[before.mention.type] : {});
  const completion = fields.flatMap(([column, field]) => {
    const after = said.get(column as ReturningColumn);
    return after === undefined ? [] : [[field, after] as const];
  });
  const completed = completeMention(edited, Object.fromEntries(completion));
  const state = GIVEN.find((each) => each === said.get('state'));
  return state ? applyEdit(completed, { review: reviewOf({ state }, deed) }) : completed;
}

/**
 * The tags that a cell names; those there were stay whole, though they have semicolons in them.
 * `"a; b; c"` where there was `a; b` → `["a; b", "c"]`.
 */
function tagsIn(cell: string, before: readonly string[]): string[] {
  const named = partsOf(cell);
  const known = before.map((tag) => ({ tag, parts: partsOf(tag) }));
  const longestFirst = known.sort((one, other) => other.parts.length - one.parts.length);
  const tags: string[] = [];
  for (let at = 0; at < named.length;) {
    const here = longestFirst.find(({ parts }) =>
      parts.every((part, by) => part === named[at + by]),
    );
    tags.push(here?.tag ?? named[at] ?? '');
    at += here?.parts.length ?? 1;
  }
  return tags;
}

function partsOf(tags: string): string[] {
  return tags.split(';').map(spaced);
}

function problemOf(
  { id, damage, sentence }: ExcerptCsvRow,
  subject: CsvSubject | undefined,
  seen: ReadonlySet<string>,
): CsvProblem | undefined {
  if (damage) return damage;
  if (!id) return 'no_id';
  if (!subject) return 'unknown';
  if (seen.has(id)) return 'repeated';
  const { deleted, target } = subject.current;
  if (deleted) return 'trashed';
  const isMixedUp = sentence !== undefined && !isSame(sentence, target.selector[0].exact);
  return isMixedUp ? 'sentence' : undefined;
}

function isOpen({ mention }: Annotation, column: ReturningColumn, after: string): boolean {
  if (column === 'tags' || column === 'note') return true;
  if (column === 'state') return GIVEN.some((each) => each === after);
  return mention !== undefined && column in FIELDS[mention.type];
}

function textOf(annotation: Annotation, column: ReturningColumn): string {
  const { tags, note, mention } = annotation;
  if (column === 'tags') return tags.join('; ');
  if (column === 'note') return note;
  if (column === 'state') return stateOf(annotation);
  const field = mention && (FIELDS[mention.type] as Partial<Record<string, string>>)[column];
  return String((field && (mention as Record<string, unknown>)[field]) ?? '');
}

/** Whether a cell says what a text says, once written and read; LibreOffice leaves tabs out as it opens a file. */
function isSame(cell: string, text: string): boolean {
  const said = spaced(cell);
  return said === spaced(text) || said === spaced(text.replaceAll('\t', ''));
}

function spaced(text: string): string {
  return cleanCell(legalText(text).replace(/\s+/g, ' ').trim());
}
