import type { CompanionDraft } from './companion.ts';
import type { ProgrammeEntry } from './programme-entry.ts';
import { fullestKey, latestFirst, type ProgrammeGroup } from './programme-groups.ts';
import { isSelfMade, PROGRAMME_FIELDS, type ProgrammeField } from './programme-hand.ts';
import { excerptsOf, summarise } from './programme-summary.ts';

/** A record as it is to be stored; one that is dropped has `deleted`. */
export type EntryDraft = CompanionDraft<'programme-entry'>;

/** What a person writes of an entry; an empty text takes the person's word back. */
export type ProgrammeEdit = Partial<Record<ProgrammeField | 'note', string>> & {
  aliases?: readonly string[];
};

/** Where deeds get ids and the time from. */
export interface DeedWorld {
  newId: () => string;
  now: () => Date;
}

/**
 * Makes some entries one. Excerpts that were split off go back to where they came from without a trace.
 * @param derivedKeyOf the key an excerpt has where nobody says otherwise
 */
export function mergeEntries(
  groups: readonly ProgrammeGroup[],
  derivedKeyOf: (excerpt: string) => string | undefined,
  world: DeedWorld,
): EntryDraft[] {
  const records = groups.flatMap((group) => group.records).sort(latestFirst);
  const cited = groups.filter(({ nodes }) => nodes.length > 0);
  const keys = [...new Set(groups.flatMap((group) => group.keys))].filter(isLasting).sort();
  const excerpts = [...new Set(records.flatMap((record) => record.excerpts))].filter(
    (id) => !keys.includes(derivedKeyOf(id) ?? ''),
  );
  const words = joinWords(records);
  const isPlain = cited.length <= 1 && excerpts.length === 0 && Object.keys(words).length === 0;
  const target = records.find(({ keys }) => keys.length > 0) ?? records[0];
  const merged = isPlain
    ? undefined
    : { ...blank(target?.id ?? world.newId()), ...words, keys, excerpts };
  return [
    ...(merged ? [merged] : []),
    ...records.filter(({ id }) => id !== merged?.id).map((record) => dropped(record, world)),
  ];
}

/** A key of an entry nobody cites names its record alone. */
function isLasting(key: string): boolean {
  return !key.includes('|@record:');
}

/** Takes excerpts out of an entry, as an entry of their own. Gives nothing where none would be left, or none is taken. */
export function splitEntry(
  group: ProgrammeGroup,
  excerpts: readonly string[],
  world: DeedWorld,
): EntryDraft[] {
  const all = excerptsOf(group).map(({ id }) => id);
  const taken = all.filter((id) => excerpts.includes(id));
  if (taken.length === 0 || taken.length === all.length) return [];
  const losing = group.records.filter((record) => record.excerpts.some((id) => taken.includes(id)));
  return [
    ...losing.map((record) => withoutExcerpts(record, taken)),
    { ...blank(world.newId()), excerpts: taken },
  ];
}

function withoutExcerpts(record: ProgrammeEntry, taken: readonly string[]): EntryDraft {
  const excerpts = record.excerpts.filter((id) => !taken.includes(id));
  return { ...draftOf(record), excerpts };
}

/** Writes a person's words of an entry; what only repeats the articles is not kept as theirs. */
export function editEntry(
  group: ProgrammeGroup,
  edit: ProgrammeEdit,
  world: DeedWorld,
): EntryDraft[] {
  const { fields } = summarise(group);
  const changed = PROGRAMME_FIELDS.filter((field) => {
    const value = edit[field];
    return value !== undefined && tidy(value) !== (fields[field]?.value ?? '');
  });
  const isNoted = edit.note !== undefined || edit.aliases !== undefined;
  if (changed.length === 0 && !isNoted) return [];
  const [latest, ...others] = group.records;
  const target = latest ? anchored(group, latest) : { ...blank(world.newId()), ...anchor(group) };
  const written = withEdit(target, edit, changed);
  const emptied = changed.filter((field) => tidy(edit[field] ?? '') === '');
  return [
    written,
    ...others
      .filter((record) => emptied.some((field) => record[field]))
      .map((record) => without(draftOf(record), emptied)),
  ];
}

/** Once articles cite it, its own words may change without losing them. */
function anchored(group: ProgrammeGroup, record: ProgrammeEntry): EntryDraft {
  const isCited = group.nodes.some(({ citations }) =>
    [...citations].some(({ excerpts }) => excerpts.length > 0),
  );
  return isSelfMade(record) && isCited ? { ...draftOf(record), ...anchor(group) } : draftOf(record);
}

function anchor({ keys }: ProgrammeGroup): Pick<EntryDraft, 'keys'> {
  const lasting = keys.filter(isLasting);
  return { keys: lasting.length > 0 ? [fullestKey(lasting)] : [] };
}

function withEdit(
  target: EntryDraft,
  edit: ProgrammeEdit,
  changed: readonly ProgrammeField[],
): EntryDraft {
  const given = changed.filter((field) => tidy(edit[field] ?? '') !== '');
  const values = Object.fromEntries(given.map((field) => [field, tidy(edit[field] ?? '')]));
  return {
    ...without(target, changed),
    ...values,
    ...(edit.note !== undefined && { note: edit.note.normalize('NFC').trim() }),
    ...(edit.aliases && { aliases: edit.aliases.map(tidy).filter(Boolean) }),
  };
}

/** Says that two entries are not one; it stays said, whatever is derived later. */
export function partEntries(
  one: ProgrammeGroup,
  other: ProgrammeGroup,
  world: DeedWorld,
): EntryDraft[] {
  if (one.keys.length === 0 || other.keys.length === 0) return [];
  return [{ ...blank(world.newId()), keys: [fullestKey(one.keys)], distinctFrom: other.keys }];
}

/** Takes back all that people said of an entry: it is again as the articles have it. */
export function forgetEntry({ records }: ProgrammeGroup, world: DeedWorld): EntryDraft[] {
  return records.map((record) => dropped(record, world));
}

/** A record that says nothing yet. */
export function blank(id: string): EntryDraft {
  return { type: 'programme-entry', id, keys: [], excerpts: [], aliases: [], note: '' };
}

function dropped(record: ProgrammeEntry, { now }: DeedWorld): EntryDraft {
  return { ...draftOf(record), deleted: now().toISOString() };
}

function draftOf(record: ProgrammeEntry): EntryDraft {
  const { modified: _, editor: __, ...draft } = record;
  return draft;
}

function without(draft: EntryDraft, fields: readonly ProgrammeField[]): EntryDraft {
  const kept = { ...draft };
  for (const field of fields) delete kept[field];
  return kept;
}

/** The words of several records: of each field the latest, all names and notes. Records come latest first. */
function joinWords(records: readonly ProgrammeEntry[]): Partial<EntryDraft> {
  const fields = PROGRAMME_FIELDS.flatMap((field) => {
    const value = records.map((record) => record[field]).find(Boolean);
    return value ? [[field, value] as const] : [];
  });
  const aliases = [...new Set(records.flatMap((record) => record.aliases))];
  const notes = [...new Set(records.map(({ note }) => note).filter(Boolean))];
  return {
    ...Object.fromEntries(fields),
    ...(aliases.length > 0 && { aliases }),
    ...(notes.length > 0 && { note: notes.join('\n') }),
  };
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
