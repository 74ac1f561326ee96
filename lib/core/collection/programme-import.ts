import type { ProgrammeRow, RowProblem } from '../export/read-programme-csv.ts';
import type { ProgrammeEntry } from './programme-entry.ts';
import {
  blank,
  editEntry,
  type DeedWorld,
  type EntryDraft,
  type ProgrammeEdit,
} from './programme-deeds.ts';
import type { ProgrammeGroup } from './programme-groups.ts';
import { PROGRAMME_FIELDS, selfCitation, type ProgrammeField } from './programme-hand.ts';
import { summarise, type ProgrammeSummary } from './programme-summary.ts';
import { searchWords } from './search-words.ts';

/** What an import would do with one row. */
export interface ImportedRow {
  row: number;
  status: 'new' | 'filled' | 'same' | 'refused';
  /** What the row calls it. */
  name: string;
  reason?: RowProblem;
  /** Fields it fills in. */
  filled: ProgrammeField[];
  /** Fields it says otherwise than the register, which stays as it is. */
  kept: ProgrammeField[];
}

/** The rows of a file with what they come to, and the records that make it so. */
export interface ProgrammeImport {
  rows: ImportedRow[];
  drafts: EntryDraft[];
}

/** Where rows are looked for. */
export interface ImportRegister {
  /** By its id, or one of its keys. */
  find: (id: string) => ProgrammeGroup | undefined;
  /** Every entry that a record of these words is surely one with. */
  match: (record: ProgrammeEntry) => ProgrammeGroup[];
}

/** Plans an import: rows fill what is not known, or add entries nobody cites yet; nothing known is written over. */
export function planImport(
  rows: readonly ProgrammeRow[],
  register: ImportRegister,
  world: DeedWorld,
): ProgrammeImport {
  const seen = new Set<string>();
  const plan: ProgrammeImport = { rows: [], drafts: [] };
  for (const row of rows) {
    const { imported, drafts } = planRow(row, register, seen, world);
    plan.rows.push(imported);
    plan.drafts.push(...drafts);
  }
  return plan;
}

interface PlannedRow {
  imported: ImportedRow;
  drafts: EntryDraft[];
}

function planRow(
  { row, said, problem }: ProgrammeRow,
  register: ImportRegister,
  seen: Set<string>,
  world: DeedWorld,
): PlannedRow {
  const name = [said.number, said.title].filter(Boolean).join(' – ');
  const base: ImportedRow = { row, status: 'refused', name, filled: [], kept: [] };
  if (problem) return { imported: { ...base, reason: problem }, drafts: [] };
  const draft = newDraft(said, world);
  const { key } = selfCitation({ ...draft, modified: world.now().toISOString() });
  const named = said.id === undefined ? undefined : register.find(said.id);
  const matches = named
    ? [named]
    : register.match({ ...draft, modified: world.now().toISOString() });
  const [known] = matches;
  if (matches.length > 1) return { imported: { ...base, reason: 'ambiguous' }, drafts: [] };
  const own = key.indexOf('|@');
  // What only its record tells apart is new in each row: two rows of one name are told by the name.
  const place = known?.id ?? (own < 0 ? key : key.slice(0, own) + searchWords(name));
  if (seen.has(place)) return { imported: { ...base, reason: 'repeated' }, drafts: [] };
  seen.add(place);
  if (known) return fillRow(known, said, base, world);
  const filled = PROGRAMME_FIELDS.filter((field) => said[field]);
  return { imported: { ...base, status: 'new', filled }, drafts: [draft] };
}

function newDraft(said: ProgrammeRow['said'], world: DeedWorld): EntryDraft {
  const { id: _, aliases = [], note = '', ...fields } = said;
  return { ...blank(world.newId()), ...fields, aliases, note };
}

function fillRow(
  group: ProgrammeGroup,
  said: ProgrammeRow['said'],
  base: ImportedRow,
  world: DeedWorld,
): PlannedRow {
  const entry = summarise(group);
  const given = PROGRAMME_FIELDS.filter((field) => said[field] !== undefined);
  const filled = given.filter((field) => isOpen(entry, field));
  const kept = given.filter(
    (field) => !filled.includes(field) && !isTold(entry, field, said[field]),
  );
  const aliases = (said.aliases ?? []).filter((name) => !isNamed(entry, name));
  const edit: ProgrammeEdit = {
    ...Object.fromEntries(filled.map((field) => [field, said[field]])),
    ...(aliases.length > 0 && { aliases: [...entry.ownAliases, ...aliases] }),
    ...(said.note && !entry.note && { note: said.note }),
  };
  const isAnything = Object.keys(edit).length > 0;
  const status = isAnything ? 'filled' : kept.length > 0 ? 'refused' : 'same';
  return {
    imported: {
      ...base,
      status,
      filled,
      kept,
      ...(status === 'refused' && { reason: 'differing' }),
    },
    drafts: isAnything ? editEntry(group, edit, world) : [],
  };
}

function isOpen({ fields, kind }: ProgrammeSummary, field: ProgrammeField): boolean {
  return field === 'kind' ? kind === 'other' : fields[field] === undefined;
}

function isTold({ fields, aliases }: ProgrammeSummary, field: ProgrammeField, value = ''): boolean {
  const told = fields[field];
  const texts = [told?.value ?? '', ...(told?.others ?? []), ...(field === 'title' ? aliases : [])];
  return texts.some((text) => searchWords(text) === searchWords(value));
}

function isNamed({ fields, aliases }: ProgrammeSummary, name: string): boolean {
  const names = [fields.title?.value ?? '', fields.number?.value ?? '', ...aliases];
  return names.some((each) => searchWords(each) === searchWords(name));
}
