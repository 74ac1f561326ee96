import { Dexie, type ObservabilitySet } from 'dexie';
import type { Annotation } from '../core/annotation.ts';
import type { Source } from '../core/collection/excerpt.ts';
import { citingExcerpt } from '../core/collection/programme-citation.ts';
import {
  editEntry,
  forgetEntry,
  mergeEntries,
  partEntries,
  splitEntry,
  type DeedWorld,
  type EntryDraft,
  type ProgrammeEdit,
} from '../core/collection/programme-deeds.ts';
import type {
  AskProgrammes,
  OpenProgramme,
  ProgrammeDesk,
  ProgrammeDone,
  RegisterWords,
} from '../core/collection/programme-desk.ts';
import type { ProgrammeEntry } from '../core/collection/programme-entry.ts';
import type { ProgrammeGroup } from '../core/collection/programme-groups.ts';
import { planImport, type ProgrammeImport } from '../core/collection/programme-import.ts';
import {
  searchProgrammes,
  type ProgrammePage,
  type ProgrammeSearch,
} from '../core/collection/programme-list.ts';
import { ProgrammeRegister } from '../core/collection/programme-register.ts';
import { listRegister, openEntry, type LabelOfKind } from '../core/collection/programme-shelf.ts';
import { programmeCsv } from '../core/export/programme-csv.ts';
import { decodeCsv } from '../core/export/read-csv.ts';
import { readProgrammeCsv } from '../core/export/read-programme-csv.ts';
import type { Words } from '../core/words.ts';
import { newId } from '../core/id.ts';
import { breath } from './breath.ts';
import type { CollectionIndex } from './collection-index.ts';
import { companionsOf, keepCompanions } from './companions.ts';
import type { Database } from './database.ts';
import { StorageError } from './storage-error.ts';

/** Articles read, and numbers compared, between two questions of the page. */
const BATCH = 100;
/** Deeds that can be taken back: more than anybody remembers. */
const REMEMBERED = 20;

interface RegisterWorld {
  now: () => Date;
  readerName: () => Promise<string | undefined>;
  labelOfKind: LabelOfKind;
}

/** Each record a deed wrote, with what it took the place of. */
type Undoable = readonly { id: string; before: ProgrammeEntry | undefined }[];

/** The register of documents and programmes, kept up with the collection, and what people say of its entries. */
export class ProgrammeRegisterDesk implements ProgrammeDesk {
  readonly #db: Database;
  readonly #index: CollectionIndex;
  readonly #world: RegisterWorld;
  readonly #register = new ProgrammeRegister();
  readonly #deeds = new Map<number, Undoable>();
  #deed = 0;
  /** Whether records were written, here or elsewhere, since they were read. */
  #isStale = true;

  constructor(db: Database, index: CollectionIndex, world: RegisterWorld) {
    this.#db = db;
    this.#index = index;
    this.#world = world;
    index.tell({
      put: (annotation, source) => this.#put(annotation, source),
      remove: (id) => this.#register.remove(id),
    });
    Dexie.on('storagemutated', (parts: ObservabilitySet) => {
      if (parts[`idb://${db.name}/companions/`]) this.#isStale = true;
    });
  }

  /** Answers a question by its name. */
  readonly ask: AskProgrammes = (name, ...args) => {
    const answer = this[name] as (...args: readonly unknown[]) => unknown;
    return answer.apply(this, args) as ReturnType<ProgrammeDesk[typeof name]>;
  };

  async list(search: ProgrammeSearch, from: number, count: number): Promise<ProgrammePage> {
    return searchProgrammes(await this.#listed(), search, from, count);
  }

  async open(id: string): Promise<OpenProgramme | undefined> {
    const listed = await this.#listed();
    const group = this.#register.find(id);
    return group && openEntry(group, listed, this.#register.read(), this.#index.sources);
  }

  merge(ids: readonly string[]): Promise<ProgrammeDone> {
    return this.#do((world) => {
      const groups = [...new Set(ids.map((id) => this.#entry(id)))];
      return groups.length < 2
        ? []
        : mergeEntries(groups, (excerpt) => this.#register.derivedKeyOf(excerpt), world);
    });
  }

  split(id: string, excerpts: readonly string[]): Promise<ProgrammeDone> {
    return this.#do((world) => splitEntry(this.#entry(id), excerpts, world));
  }

  part(one: string, other: string): Promise<ProgrammeDone> {
    return this.#do((world) => partEntries(this.#entry(one), this.#entry(other), world));
  }

  edit(id: string, edit: ProgrammeEdit): Promise<ProgrammeDone> {
    return this.#do((world) => editEntry(this.#entry(id), edit, world));
  }

  forget(id: string): Promise<ProgrammeDone> {
    return this.#do((world) => forgetEntry(this.#entry(id), world));
  }

  /** Takes back what a deed wrote; nothing where it was too long ago. */
  undo(deed: number): Promise<ProgrammeDone> {
    const written = this.#deeds.get(deed) ?? [];
    return this.#do(({ now }) =>
      written.flatMap(({ id, before }) => {
        const known = before ?? this.#register.records.find((record) => record.id === id);
        return known ? [before ?? { ...known, deleted: now().toISOString() }] : [];
      }),
    );
  }

  async writeCsv(search: ProgrammeSearch, words: RegisterWords): Promise<string> {
    const { entries } = searchProgrammes(await this.#listed(), search, 0, Infinity);
    return programmeCsv(entries, wordsOf(words));
  }

  async previewCsv(file: Uint8Array<ArrayBuffer>, words: RegisterWords) {
    await this.#refresh();
    return this.#plan(file, words, this.#deedWorld())?.rows;
  }

  importCsv(file: Uint8Array<ArrayBuffer>, words: RegisterWords): Promise<ProgrammeDone> {
    return this.#do((world) => this.#plan(file, words, world)?.drafts ?? []);
  }

  #plan(
    file: Uint8Array<ArrayBuffer>,
    words: RegisterWords,
    world: DeedWorld,
  ): ProgrammeImport | undefined {
    const rows = readProgrammeCsv(decodeCsv(file), wordsOf(words));
    return rows && planImport(rows, this.#register, world);
  }

  #put(annotation: Annotation, source: Source | undefined): void {
    const excerpt = citingExcerpt(annotation, source);
    if (excerpt) this.#register.put(excerpt);
    else this.#register.remove(annotation.id);
  }

  async #listed() {
    await this.#refresh();
    const steps = listRegister(this.#register, this.#world.labelOfKind);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      await breath();
    }
  }

  /** Takes in what is new; other questions are let in meanwhile. */
  async #refresh(): Promise<void> {
    if (this.#isStale) {
      // Before the read: what is written meanwhile must be read again.
      this.#isStale = false;
      this.#register.setRecords(await companionsOf(this.#db, 'programme-entry'));
    }
    while (this.#register.settle(BATCH)) await breath();
  }

  /** @throws StorageError `missing` where it is gone. */
  #entry(id: string): ProgrammeGroup {
    const group = this.#register.find(id);
    if (!group) throw new StorageError('missing');
    return group;
  }

  async #do(deed: (world: DeedWorld) => readonly EntryDraft[]): Promise<ProgrammeDone> {
    await this.#index.whole;
    await this.#refresh();
    const drafts = deed(this.#deedWorld());
    const undo = ++this.#deed;
    if (drafts.length === 0) return { isChanged: false, undo };
    const known = new Map(this.#register.records.map((record) => [record.id, record]));
    const { now, readerName: reader } = this.#world;
    await keepCompanions(this.#db, drafts, { now, reader });
    this.#deeds.set(
      undo,
      drafts.map(({ id }) => ({ id, before: known.get(id) })),
    );
    this.#deeds.delete(undo - REMEMBERED);
    this.#isStale = true;
    await this.#refresh();
    return { isChanged: true, undo };
  }

  #deedWorld(): DeedWorld {
    const { now } = this.#world;
    return { now, newId: () => newId(now().getTime(), crypto.getRandomValues(new Uint8Array(10))) };
  }
}

function wordsOf(words: RegisterWords): Words {
  return (key) => words[key] ?? '';
}
