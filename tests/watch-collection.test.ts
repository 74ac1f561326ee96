import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rescue } from '../lib/platform/damaged.ts';
import { openDatabase, saveAnnotations, type Database } from '../lib/platform/database.ts';
import { mergeCollection, readCollection } from '../lib/platform/merge-collection.ts';
import { editAnnotation, trash } from '../lib/platform/revise.ts';
import { watchCollection, type Snapshot } from '../lib/platform/watch-collection.ts';
import {
  article,
  collection,
  draft,
  LATER,
  nextId,
  NOW,
  SENTENCES,
  world,
} from './sample-collection.ts';

let serial = 0;
let db: Database;
let stop = () => undefined as void;
beforeEach(() => {
  db = openDatabase(`watch-${serial++}`);
});
afterEach(async () => {
  stop();
  await db.delete();
});

/** What the library page would show now. */
function watch(): () => Snapshot | undefined {
  let latest: Snapshot | undefined;
  stop = watchCollection(
    db,
    () => NOW,
    (snapshot) => (latest = snapshot),
    (error) => {
      throw error;
    },
  );
  return () => latest;
}

const annotationsOf = (snapshot: Snapshot | undefined) =>
  snapshot?.excerpts.map(({ annotation }) => annotation);

async function many(count: number) {
  const { annotations, articles } = await collection();
  const [one] = annotations;
  const copies = Array.from({ length: count }, () => Object.assign({}, one, { id: nextId() }));
  await mergeCollection(db, { annotations: copies, articles }, NOW);
  return copies;
}

describe('the open library', () => {
  it('says that an empty collection is empty, and is then complete', async () => {
    const latest = watch();
    await vi.waitFor(() =>
      expect(latest()).toEqual({ excerpts: [], isComplete: true, damaged: 0, conflicts: 0 }),
    );
  });

  it('shows a clip made on a page without being reloaded, with its source', async () => {
    const latest = watch();
    await vi.waitFor(() => expect(latest()?.isComplete).toBe(true));
    const annotations = [draft(SENTENCES.HA)];
    await saveAnnotations(db, { article: article(), annotations }, world);
    await vi.waitFor(() => expect(latest()?.excerpts).toHaveLength(1));
    expect(latest()?.excerpts[0]?.article).toMatchObject({ title: 'Chi bộ hai thôn' });
    expect(latest()?.excerpts[0]?.article).not.toHaveProperty('text');
  });

  it('follows one edit, and a deletion of hundreds', async () => {
    const copies = await many(1200);
    const latest = watch();
    await vi.waitFor(() => expect(latest()?.excerpts).toHaveLength(1200));
    const [first, ...rest] = copies.map(({ id }) => id);
    await editAnnotation(db, first ?? '', { tags: ['mới'], note: '' }, LATER);
    await vi.waitFor(() =>
      expect(annotationsOf(latest())?.filter(({ tags }) => tags.includes('mới'))).toHaveLength(1),
    );
    await trash(db, rest, LATER);
    await vi.waitFor(() =>
      expect(annotationsOf(latest())?.filter(({ deleted }) => deleted)).toHaveLength(1199),
    );
    await db.annotations.bulkDelete(rest);
    await vi.waitFor(() => expect(latest()?.excerpts).toHaveLength(1));
  });

  it('shows the newest first, before all are read', async () => {
    const copies = await many(600);
    const newest = { ...copies[0], id: nextId(), created: LATER.toISOString() };
    await db.annotations.add(newest as (typeof copies)[0]);
    const snapshots: Snapshot[] = [];
    stop = watchCollection(
      db,
      () => NOW,
      (snapshot) => snapshots.push(snapshot),
      () => undefined,
    );
    await vi.waitFor(() => expect(snapshots).toHaveLength(2));
    expect(snapshots.map(({ excerpts }) => excerpts[0]?.annotation.id)).toEqual([
      newest.id,
      newest.id,
    ]);
    expect(snapshots.map(({ excerpts }) => excerpts.length)).toEqual([50, 601]);
  });
});

describe('damaged records', () => {
  it('are set aside whole, counted and exported, and the rest is shown', async () => {
    const [good] = await many(1);
    const bad = { id: nextId(), created: NOW.toISOString(), tags: 'không phải danh sách', lạ: 1 };
    await db.table('annotations').add(bad);
    const latest = watch();
    await vi.waitFor(() => expect(latest()).toMatchObject({ isComplete: true, damaged: 1 }));
    expect(annotationsOf(latest())).toEqual([good]);
    const { damaged } = await readCollection(db, NOW);
    expect(damaged).toMatchObject([{ key: `annotations/${bad.id}`, record: bad }]);
  });

  it('leave the excerpts of a damaged article in place, by their address', async () => {
    const [one] = await many(1);
    await db.articles.update(one?.articleId ?? '', { origins: 'hỏng' } as object);
    const latest = watch();
    await vi.waitFor(() => expect(latest()).toMatchObject({ isComplete: true, damaged: 1 }));
    expect(latest()?.excerpts).toMatchObject([{ article: undefined, annotation: one }]);
  });

  it('come back when a later version can read them', async () => {
    const { annotations, articles } = await collection();
    const [one] = annotations;
    const record = { key: `annotations/${one?.id}`, table: 'annotations' as const, record: one };
    await db.damaged.add({ ...record, reason: 'x', found: NOW.toISOString() });
    await db.damaged.add({
      ...record,
      key: 'annotations/y',
      record: { id: 'y' },
      reason: 'x',
      found: '',
    });
    await mergeCollection(db, { annotations: [], articles }, NOW);
    expect(await rescue(db)).toBe(1);
    expect(await db.annotations.toArray()).toEqual([one]);
    expect(await db.damaged.toCollection().primaryKeys()).toEqual(['annotations/y']);
  });
});
