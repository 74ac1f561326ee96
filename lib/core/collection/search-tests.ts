import type { Condition, QueryField } from './query.ts';
import type { SearchEntry, ValueName } from './search-entry.ts';
import { looseWords } from './search-words.ts';
import type { ValueTable } from './value-table.ts';

export type EntryTest = (entry: SearchEntry) => boolean;

type Of<Type extends Condition['type']> = Extract<Condition, { type: Type }>;

/** Tests when an excerpt's article came out; one without a day is never in a time. */
export function publishedTest({ from, before, isNot }: Of<'published'>): EntryTest {
  return ({ published }) => {
    const day = published.slice(0, 10);
    // A bare year or month stands for its first day.
    return (day !== '' && day >= from.slice(0, day.length) && day < before) !== isNot;
  };
}

/** Tests one condition; what depends on values alone is settled once for all excerpts. */
export function entryTest(
  condition: Exclude<Condition, Of<'published'>>,
  values: ValueTable<ValueName>,
): EntryTest {
  const { isNot } = condition;
  if (condition.type === 'field') {
    const passing = values.select(valueTest(condition));
    return (entry) => entry.values.some((id) => passing[id] === 1) !== isNot;
  }
  if (condition.type === 'number') {
    const keys = condition.keys.map((key) => ` ${key} `);
    return ({ numbers }) => keys.some((key) => numbers.includes(key)) !== isNot;
  }
  const wanted = needle(looseWords(condition.text), condition.isWhole);
  return ({ words }) => words.includes(wanted) !== isNot;
}

/** Every word begins where it is said to; the last may go on, unless it was quoted. */
function needle(words: string, isWhole: boolean): string {
  return isWhole ? ` ${words} ` : ` ${words}`;
}

const LOOKED_AT: Record<QueryField, readonly ValueName[]> = {
  tag: ['tag'],
  kind: ['kind'],
  subject: ['subject'],
  organisation: ['organisation'],
  unit: ['unit'],
  unitOrOrganisation: ['unit', 'organisation'],
  programme: ['programme'],
  outlet: ['outlet', 'host'],
  state: ['state'],
  check: ['check'],
  title: ['title'],
  note: ['note'],
  author: ['author'],
  period: ['period'],
  missing: ['missing'],
  agreement: ['agreement'],
};

function valueTest({ field, text, isWhole }: Of<'field'>) {
  const names = LOOKED_AT[field];
  const words = looseWords(text);
  const wanted = needle(words, isWhole);
  const squeezed = words.replaceAll(' ', '');
  return ({
    name,
    ...value
  }: {
    name: ValueName;
    words: readonly string[];
    folded: readonly string[];
  }) => {
    if (!names.includes(name)) return false;
    // `%` and `m²` have no words to compare.
    if (words === '') return value.folded.includes(text);
    // Outlets are typed as their addresses are, in one word.
    if (field === 'outlet')
      return value.words.some((each) => each.replaceAll(' ', '').includes(squeezed));
    return value.words.some((each) => each.includes(wanted));
  };
}
