import type { ProgrammeKind } from '../lib/core/annotation.ts';
import type { RegisterWords } from '../lib/core/collection/programme-desk.ts';
import type { ProgrammeField } from '../lib/core/collection/programme-hand.ts';
import type { ProgrammeSummary } from '../lib/core/collection/programme-summary.ts';
import { formatDay } from '../lib/core/export/times.ts';
import { PROGRAMME_CSV } from '../lib/core/export/programme-csv.ts';
import type { MessageKey, Translate } from './i18n.tsx';
import { PROGRAMME_KINDS } from './kinds.ts';

/** What the interface calls a kind. */
export function programmeKindWord(t: Translate, kind: ProgrammeKind): string {
  return t(kindKey(kind));
}

function kindKey(kind: ProgrammeKind): MessageKey {
  return `kind_${kind.replaceAll('-', '_')}` as MessageKey;
}

/** A whole number has the letters of its kind and issuer. */
const WHOLE = /\p{L}/u;

/** What an entry is called: `Chỉ thị 05-CT/TW`, else as articles call it, else its title. */
export function programmeName(t: Translate, entry: ProgrammeSummary): string {
  const { kind, fields, aliases } = entry;
  const number = fields.number?.value;
  const numbered = number && `${programmeKindWord(t, kind)} ${number}`;
  if (numbered && (WHOLE.test(number) || aliases.length === 0)) return numbered;
  if (number === undefined) return fields.title?.value ?? aliases[0] ?? programmeKindWord(t, kind);
  return aliases[0] ?? number;
}

/** A field's value as a reader says it. */
export function fieldWords(t: Translate, field: ProgrammeField, value: string): string {
  if (field === 'kind') return programmeKindWord(t, value as ProgrammeKind);
  return field === 'date' ? formatDay(value) : value;
}

/** Where an entry is opened. */
export function programmePlace(id: string): string {
  return `#programmes/${encodeURIComponent(id)}`;
}

/** Where an entry's excerpts are shown in the library. */
export function programmeExcerptsPlace(id: string): string {
  return `#library/${encodeURIComponent(id)}`;
}

/** The id that an address's fragment names; what cannot be read names nothing. */
export function idInPlace(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** The words a register's file is written in. */
export function registerWords(t: Translate): RegisterWords {
  const keys = [...Object.values(PROGRAMME_CSV), ...PROGRAMME_KINDS.map(kindKey)];
  return Object.fromEntries(keys.map((key) => [key, t(key)]));
}
