import type { Programme } from '../annotation.ts';
import type { Citation } from './programme-citation.ts';
import type { ProgrammeEntry } from './programme-entry.ts';
import { citationKey, programmeFacts } from './programme-facts.ts';

/** What a person can say of a document: each field fills what no article tells, or overrides what one does. */
export const PROGRAMME_FIELDS = ['kind', 'number', 'issuer', 'date', 'term', 'title'] as const;
export type ProgrammeField = (typeof PROGRAMME_FIELDS)[number];

/** Whether a record only says what an entry is not. */
export function isVerdict(record: ProgrammeEntry): boolean {
  return (
    (record.distinctFrom?.length ?? 0) > 0 &&
    record.keys.length === 1 &&
    record.excerpts.length === 0 &&
    !hasWords(record)
  );
}

function hasWords({ aliases, note, ...fields }: ProgrammeEntry): boolean {
  return aliases.length > 0 || note !== '' || PROGRAMME_FIELDS.some((field) => fields[field]);
}

/** The keys a record speaks of: those it names, else the one its own words make. */
export function ownKeys(record: ProgrammeEntry): readonly string[] {
  if (record.keys.length > 0) return record.keys;
  return record.excerpts.length > 0 ? [] : [selfCitation(record).key];
}

/** An entry that nobody cites yet, as if its record cited it: articles that come to cite it find it. */
export function selfCitation(record: ProgrammeEntry): Citation {
  const { id, kind = 'other', number, issuer, date, term, title } = record;
  const programme: Programme = {
    type: 'programme',
    kind,
    start: 0,
    end: 0,
    exact: title ?? '',
    entity: id,
    rule: 'register',
    ...(number && { number }),
    ...(issuer && { issuer }),
    ...(date && { date }),
    ...(term && { term }),
    ...(title && { title }),
  };
  const facts = programmeFacts(programme);
  const key = citationKey(facts, { home: `record:${id}` });
  return { key, facts, assumed: undefined, excerpts: [], aliases: [] };
}

/** Whether a record stands for an entry of its own words. */
export function isSelfMade({ keys, excerpts }: ProgrammeEntry): boolean {
  return keys.length === 0 && excerpts.length === 0;
}
