import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation, StoredArticle } from '../lib/core/annotation.ts';
import { revisionOf } from '../lib/core/collection/revision.ts';
import { jsonLdPieces } from '../lib/core/export/json-ld.ts';
import { importJson } from '../lib/core/import-json.ts';
import { openDatabase, ready, type Database } from '../lib/platform/database.ts';
import { emptyTrash } from '../lib/platform/empty-trash.ts';
import { facetValues } from '../lib/platform/facet-counts.ts';
import { conflicts } from '../lib/platform/conflicts.ts';
import { historyOf } from '../lib/platform/histories.ts';
import {
  mergeCollection,
  previewImport,
  readCollection,
} from '../lib/platform/merge-collection.ts';
import { editAnnotation } from '../lib/platform/revise.ts';
import { tagsInUse } from '../lib/platform/tag-counts.ts';
import { digest, LATER, NOW } from './sample-collection.ts';
import { SCHEMAS, type StoredVersion } from './stored-schemas.ts';

const VERSIONS = Object.keys(SCHEMAS) as StoredVersion[];
const MONTHS_LATER = new Date('2027-06-01T00:00:00.000Z');

type Stored = Record<string, object[]> & { annotations: Annotation[]; articles: StoredArticle[] };
const stored = (name: string) => readFileSync(new URL(`stored/${name}`, import.meta.url), 'utf8');
const sample = (version: string) => JSON.parse(stored(`${version}.json`)) as Stored;

let serial = 0;
let db: Database;
beforeEach(() => {
  db = openDatabase(`stored-${serial++}`, () => NOW);
});
afterEach(() => db.delete());

/** Puts a version's sample where this version will look for its collection. */
async function lay(version: StoredVersion): Promise<Stored> {
  const rows = sample(version);
  const older = new Dexie(db.name);
  older.version(Number(version.slice(1))).stores(SCHEMAS[version]);
  for (const [table, records] of Object.entries(rows)) await older.table(table).bulkAdd(records);
  older.close();
  await ready(db);
  return rows;
}

describe.each(VERSIONS)('a collection stored by %s', (version) => {
  it('is read whole, its records as they were', async () => {
    const { annotations, articles, revisions = [], companions = [] } = await lay(version);
    const read = await readCollection(db, NOW);
    expect(read).toMatchObject({ annotations, articles, companions, damaged: [] });
    expect(read.revisions).toHaveLength(revisions.length);
    expect((await conflicts(db)).length).toBe(version === 'v1' ? 0 : 1);
  });

  it('counts its tags, outlets and states as it did or would have', async () => {
    const { annotations } = await lay(version);
    const live = annotations.filter(({ deleted }) => !deleted);
    const tagged = live.filter(({ tags }) => tags.includes('đảng viên'));
    expect(await tagsInUse(db)).toContainEqual({ tag: 'đảng viên', count: tagged.length });
    expect(await facetValues(db, 'outlet')).toEqual([
      { facet: 'outlet', value: 'Cổng xã Bến Mới', count: live.length },
    ]);
    const states = await facetValues(db, 'state');
    expect(states.reduce((sum, { count }) => sum + count, 0)).toBe(live.length);
  });

  it('can be edited, with what was there as its past', async () => {
    const [first] = (await lay(version)).annotations;
    const id = first?.id ?? '';
    const before = await historyOf(db, id);
    await editAnnotation(db, id, { note: 'đã hỏi lại' }, LATER, 'Hà');
    const [latest, ...past] = await historyOf(db, id);
    expect(latest).toMatchObject({ by: 'Hà', annotation: { note: 'đã hỏi lại' } });
    expect(past.map(({ revision }) => revision)).toEqual(before.map(({ revision }) => revision));
    expect(past[0]?.annotation).toMatchObject(first ?? {});
  });

  it('keeps in the trash for 30 more days what lay there', async () => {
    const { annotations } = await lay(version);
    const trashed = annotations.filter(({ deleted }) => deleted).map(({ id }) => id);
    const soon = new Date(NOW.getTime() + 29 * 86_400_000);
    expect(await emptyTrash(db, soon, soon)).toEqual([]);
    expect(await emptyTrash(db, MONTHS_LATER, MONTHS_LATER)).toEqual(trashed);
  });
});

describe.each(VERSIONS)('a backup written by %s', (version) => {
  it('restores into an empty collection, whole', async () => {
    const file = await importJson(stored(`${version}.trichbao.json`), digest);
    expect(file.refused).toEqual([]);
    const { file: kept } = await previewImport(db, file);
    await mergeCollection(db, kept, NOW);
    const { annotations, articles, revisions = [], companions = [] } = sample(version);
    const read = await readCollection(db, NOW);
    expect(read).toMatchObject({ annotations, articles, companions, damaged: [] });
    expect(read.revisions).toHaveLength(revisions.length);
  });

  it('adds nothing to the collection it was made of, nor takes anything from it', async () => {
    await lay(version);
    const before = await readCollection(db, NOW);
    const file = await importJson(stored(`${version}.trichbao.json`), digest);
    const preview = await previewImport(db, file);
    expect(preview).toMatchObject({ fresh: [], updated: [], differing: [], refused: [] });
    for (const tally of Object.values(preview.companions)) {
      expect(tally).toMatchObject({ fresh: 0, newer: 0, differing: 0 });
    }
    await mergeCollection(db, preview.file, LATER);
    expect(await readCollection(db, NOW)).toEqual(before);
  });
});

it('the newest sample is of this version, its ids and its file made as this version makes them', async () => {
  const newest = VERSIONS.at(-1) ?? 'v1';
  expect(db.verno).toBe(Number(newest.slice(1)));
  const { annotations } = sample(newest);
  for (const { revision, ...content } of annotations.filter((each) => each.parents)) {
    expect(revisionOf(content)).toBe(revision);
  }
  await lay(newest);
  const written = [...jsonLdPieces(await readCollection(db, NOW), NOW)].join('');
  expect(JSON.parse(written)).toEqual(JSON.parse(stored(`${newest}.trichbao.json`)));
});
