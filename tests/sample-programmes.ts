import type { Programme } from '../lib/core/annotation.ts';
import type { CitingExcerpt } from '../lib/core/collection/programme-citation.ts';
import type { DeedWorld, EntryDraft } from '../lib/core/collection/programme-deeds.ts';
import type { ProgrammeEntry } from '../lib/core/collection/programme-entry.ts';
import type { ProgrammeGroup } from '../lib/core/collection/programme-groups.ts';
import { ProgrammeRegister } from '../lib/core/collection/programme-register.ts';
import { recognise } from '../lib/core/recognise/recognise.ts';
import { nextId } from './sample-collection.ts';

/** The documents one article of a day cites, an excerpt a mention, as the recogniser reads its text. */
export function citing(home: string, published: string, text: string): CitingExcerpt[] {
  const { mentions } = recognise(text, { publishedTime: published });
  const programmes = mentions.filter(
    (mention): mention is Programme => mention.type === 'programme',
  );
  return programmes.map((programme) => ({
    id: nextId(),
    articleId: home,
    programme,
    place: programme.start,
    published,
    home,
  }));
}

/** A register of some articles' excerpts. */
export function registerOf(...articles: readonly (readonly CitingExcerpt[])[]): ProgrammeRegister {
  const register = new ProgrammeRegister();
  for (const excerpt of articles.flat()) register.put(excerpt);
  return register;
}

/** The words each entry is cited by, entries and words in order. */
export function citedAs(register: ProgrammeRegister): string[][] {
  return register
    .read()
    .groups.map((group) => wordsOf(group))
    .sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

export function wordsOf({ nodes, pinned }: ProgrammeGroup): string[] {
  const cited = nodes.flatMap(({ citations }) =>
    [...citations].flatMap(({ excerpts }) => excerpts),
  );
  return [...cited, ...pinned].map(({ programme, home }) => `${home}: ${programme.exact}`).sort();
}

/** The entry that is cited by some words in some article. */
export function entryOf(register: ProgrammeRegister, words: string): ProgrammeGroup {
  const found = register.read().groups.find((group) => wordsOf(group).includes(words));
  if (!found) throw new Error(`nothing cited as ${words}`);
  return found;
}

/** A person at work on a register: deeds are stored one after the other, each later than the one before. */
export class Clerk implements DeedWorld {
  readonly #records = new Map<string, ProgrammeEntry>();
  #clock = Date.UTC(2026, 10, 22);
  newId = nextId;
  now = () => new Date((this.#clock += 1000));

  store(register: ProgrammeRegister, drafts: readonly EntryDraft[]): void {
    for (const draft of drafts) {
      this.#records.set(draft.id, { ...draft, modified: this.now().toISOString() });
    }
    register.setRecords([...this.#records.values()]);
  }

  records(): ProgrammeEntry[] {
    return [...this.#records.values()];
  }
}
