/** People who clip, edit and exchange files, each with a collection and a clock of their own. */
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import type { Annotation } from '../lib/core/annotation.ts';
import type { Companion } from '../lib/core/collection/companion.ts';
import { revisionOf } from '../lib/core/collection/revision.ts';
import { jsonLdPieces } from '../lib/core/export/json-ld.ts';
import { importJson } from '../lib/core/import-json.ts';
import { dropCompanion, keepCompanions } from '../lib/platform/companions.ts';
import {
  conflicts,
  reopenConflicts,
  resolveConflict,
  type Conflict,
} from '../lib/platform/conflicts.ts';
import { openDatabase, saveAnnotations, type Database } from '../lib/platform/database.ts';
import {
  mergeCollection,
  previewImport,
  readCollection,
} from '../lib/platform/merge-collection.ts';
import {
  editAnnotation,
  editAnnotations,
  restore,
  reviewAnnotations,
  takeBack,
  trash,
} from '../lib/platform/revise.ts';
import { article, digest, draft, NOW, SENTENCES } from './sample-collection.ts';
import { entry, pack } from './sample-companions.ts';

let serial = 0;
const opened: Database[] = [];

/** Takes every collection away. */
export async function forgetEverybody(): Promise<void> {
  await Promise.all(opened.splice(0).map((db) => db.delete()));
}

/** A reader with a collection and a clock, which is not everybody's clock. */
export class Person {
  readonly name: string;
  readonly db = openDatabase(`exchange-${serial++}`);
  /** Every state this person was told is stored. */
  readonly acknowledged: Annotation[] = [];
  #time: number;

  constructor(name: string, minutesAhead = 0) {
    this.name = name;
    this.#time = NOW.getTime() + minutesAhead * 60_000;
    opened.push(this.db);
  }

  now(): Date {
    this.#time += 1000;
    return new Date(this.#time);
  }

  async does(work: Promise<Annotation | readonly Annotation[]>): Promise<void> {
    this.acknowledged.push(...[await work].flat());
  }

  async clip(...sentences: string[]): Promise<void> {
    const annotations = sentences.map((sentence) => draft(sentence));
    const world = { now: () => this.now(), digest, reader: async () => this.name };
    const saved = await saveAnnotations(this.db, { article: article(), annotations }, world);
    await this.does(Promise.resolve(saved.map(({ annotation }) => annotation)));
  }

  async file(): Promise<string> {
    return [...jsonLdPieces(await readCollection(this.db, NOW), NOW)].join('');
  }

  async takes(text: string) {
    const preview = await previewImport(this.db, await importJson(text, digest));
    await mergeCollection(this.db, preview.file, this.now());
    return preview;
  }

  /** The whole collection, in one order. */
  async all() {
    const { annotations, articles, revisions, companions } = await readCollection(this.db, NOW);
    const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
    const heads = await this.db.revisions.where('head').equals(1).primaryKeys();
    return {
      annotations: [...annotations].sort(byId),
      articles: [...articles].sort(byId),
      revisions: [...(revisions ?? [])].sort(byId).map(({ annotation }) => annotation),
      companions: [...(companions ?? [])].sort(byId),
      heads: heads.map(([, id]) => id).sort(),
      facets: await this.db.facetCounts.toArray(),
    };
  }

  async ids(): Promise<string[]> {
    return (await this.db.annotations.toCollection().primaryKeys()).sort();
  }
}

export async function exchange(one: Person, other: Person): Promise<void> {
  const [mine, theirs] = [await one.file(), await other.file()];
  await other.takes(mine);
  await one.takes(theirs);
}

/** One thing that happens among three people. */
export const event = fc.record({
  what: fc.constantFrom(
    'clip',
    'edit',
    'tag',
    'review',
    'trash',
    'restore',
    'resolve',
    'undo',
    'reopen',
    'make',
    'drop',
    'send',
  ),
  who: fc.nat({ max: 2 }),
  to: fc.nat({ max: 2 }),
  nth: fc.nat({ max: 5 }),
});

/** The versions of an excerpt, the one shown first. */
export function revisionsOf(conflict: Conflict | undefined): string[] {
  return conflict ? [conflict.shown, ...conflict.rivals].map(revisionOf) : [];
}

export function signed(made: Companion, words: string): Companion {
  if (made.type === 'pack') return { ...made, title: words };
  return made.type === 'pack-template' ? made : { ...made, note: words };
}

export async function happen(
  { what, who, to, nth }: { what: string; who: number; to: number; nth: number },
  people: readonly Person[],
): Promise<void> {
  const person = people[who % people.length] as Person;
  const { db, name } = person;
  const ids = await person.ids();
  const id = ids[nth % Math.max(1, ids.length)] ?? '';
  const now = person.now();
  const world = { now: () => now, reader: async () => name };
  const made = [pack(), entry()][nth % 2] as Companion;
  if (what === 'make') await keepCompanions(db, [signed(made, `${name} ${nth}`)], world);
  else if (what === 'drop') await dropCompanion(db, made.id, world);
  else if (what === 'send') await people[to % people.length]?.takes(await person.file());
  else if (what === 'clip') await person.clip(nth % 2 ? SENTENCES.HA : SENTENCES.THUONG);
  else if (ids.length === 0) return;
  else if (what === 'edit')
    await person.does(editAnnotation(db, id, { note: `${name} ${nth}` }, now, name));
  else if (what === 'tag')
    await person.does(editAnnotations(db, ids, { addTags: [`t${nth}`] }, now, name));
  else if (what === 'review')
    await person.does(reviewAnnotations(db, [id], { state: 'approved' }, now, name));
  else if (what === 'trash') await person.does(trash(db, [id], now, name));
  else if (what === 'restore') await person.does(restore(db, ids, now, name));
  else if (what === 'undo')
    await person.does(takeBack(db, person.acknowledged.slice(-2), now, name));
  else if (what === 'reopen')
    await person.does(reopenConflicts(db, person.acknowledged.slice(-1), now));
  else {
    const [conflict] = await conflicts(db);
    const between = revisionsOf(conflict);
    const choice = { between, revision: between[nth % between.length] ?? '' };
    if (conflict) await person.does(resolveConflict(db, conflict.shown.id, choice, now, name));
  }
}
