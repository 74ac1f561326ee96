import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  annotationsAt,
  openDatabase,
  ready,
  saveAnnotation,
  saveAnnotations,
  type Database,
} from '../lib/platform/database.ts';
import { editAnnotation, restore, trash } from '../lib/platform/revise.ts';
import { StorageError } from '../lib/platform/storage-error.ts';
import { tagsInUse } from '../lib/platform/tag-counts.ts';
import {
  article,
  draft,
  figure,
  KEY,
  LATER,
  NOW,
  SENTENCES,
  TEXT,
  world,
} from './sample-collection.ts';

const { HA, THUONG } = SENTENCES;

let serial = 0;
let db: Database;
beforeEach(() => {
  db = openDatabase(`test-${serial++}`);
});
afterEach(() => db.delete());

const saveTwo = async () => {
  const annotations = [draft(HA), draft(THUONG, { tags: ['đảng viên', 'thôn Thượng'] })];
  const saved = await saveAnnotations(db, { article: article(), annotations }, world);
  return saved.map(({ annotation }) => annotation);
};

describe('saving', () => {
  it('keeps the excerpt with its article', async () => {
    const { status, annotation } = await saveAnnotation(
      db,
      { article: article(), annotation: draft(HA) },
      world,
    );
    expect(status).toBe('stored');
    expect(await annotationsAt(db, KEY)).toEqual([annotation]);
    expect(await db.articles.get(annotation.articleId)).toMatchObject({
      ...article(),
      sourceKey: KEY,
      captured: NOW.toISOString(),
    });
  });

  it('stores nothing twice when the answer was lost and the page tries again', async () => {
    const clip = { article: article(), annotation: draft(HA) };
    const first = await saveAnnotation(db, clip, world);
    expect(await saveAnnotation(db, clip, world)).toEqual(first);
    expect(await db.annotations.count()).toBe(1);
    expect(await tagsInUse(db)).toEqual([{ tag: 'đảng viên', count: 1 }]);
  });

  it('answers with the stored excerpt when the same figure is clipped again, tags and note kept', async () => {
    const annotation = draft(HA, { note: 'dùng cho báo cáo quý' });
    const first = await saveAnnotation(db, { article: article(), annotation }, world);
    const again = await saveAnnotation(
      db,
      { article: article({ url: 'http://m.bao.example.vn/bai-1.html' }), annotation: draft(HA) },
      world,
    );
    expect(again).toEqual({ status: 'duplicate', annotation: first.annotation });
    expect(await db.annotations.count()).toBe(1);
  });

  it('knows the same figure again after the page added a line', async () => {
    await saveAnnotation(db, { article: article(), annotation: draft(HA) }, world);
    const longer = article({ text: `${TEXT}\nBình luận: 3` });
    const again = await saveAnnotation(db, { article: longer, annotation: draft(HA) }, world);
    expect(again.status).toBe('duplicate');
  });

  it('keeps two figures of one sentence apart', async () => {
    const drafts = ['31', '12,5'].map((exact) =>
      draft(THUONG, { mention: figure(THUONG, exact, '1') }),
    );
    const saved = await saveAnnotations(db, { article: article(), annotations: drafts }, world);
    expect(saved.map(({ status }) => status)).toEqual(['stored', 'stored']);
  });

  it('never overwrites a stored article', async () => {
    const { annotation } = await saveAnnotation(
      db,
      { article: article(), annotation: draft(HA) },
      world,
    );
    const renamed = article({ title: 'Tên khác' });
    await saveAnnotation(db, { article: renamed, annotation: draft(THUONG) }, world);
    expect((await db.articles.get(annotation.articleId))?.title).toBe('Chi bộ hai thôn');
    expect(await db.articles.count()).toBe(1);
  });

  it('stores all ticked excerpts or none', async () => {
    const bad = draft(THUONG, { created: 'hôm qua' });
    const save = saveAnnotations(db, { article: article(), annotations: [draft(HA), bad] }, world);
    await expect(save).rejects.toMatchObject({ reason: 'invalid' });
    expect([await db.annotations.count(), await db.articles.count()]).toEqual([0, 0]);
  });

  it('stores one excerpt once when one batch names it twice', async () => {
    const annotations = [draft(HA), draft(HA)];
    const saved = await saveAnnotations(db, { article: article(), annotations }, world);
    expect(saved.map(({ status }) => status)).toEqual(['stored', 'duplicate']);
    expect(await db.annotations.count()).toBe(1);
  });

  it('tells a full disk from other failures', async () => {
    db.annotations.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const save = saveAnnotation(db, { article: article(), annotation: draft(HA) }, world);
    await expect(save).rejects.toMatchObject({ messageKey: 'error_storage_quota' });
    expect(await db.articles.count()).toBe(0);
  });
});

describe('revising', () => {
  it('edits tags and note and keeps all else, also what a newer version added', async () => {
    const [first] = await saveTwo();
    const id = first?.id ?? '';
    await db.annotations.update(id, { addedLater: 1 } as object);
    await editAnnotation(db, id, { tags: [' chi bộ ', 'Chi bộ', ''], note: 'đã đối chiếu' }, LATER);
    expect(await db.annotations.get(id)).toEqual({
      ...first,
      tags: ['chi bộ'],
      note: 'đã đối chiếu',
      modified: LATER.toISOString(),
      parents: [first?.revision],
      revision: expect.not.stringMatching(first?.revision ?? ''),
      addedLater: 1,
    });
    const tags = await tagsInUse(db);
    expect(new Map(tags.map(({ tag, count }) => [tag, count]))).toEqual(
      new Map([
        ['chi bộ', 1],
        ['đảng viên', 1],
        ['thôn Thượng', 1],
      ]),
    );
  });

  it('says so when the excerpt to edit is gone', async () => {
    const edit = editAnnotation(db, draft(HA).id, { tags: [], note: '' }, LATER);
    await expect(edit).rejects.toBeInstanceOf(StorageError);
  });

  it('brings back from the trash just what was laid there', async () => {
    const before = await saveTwo();
    const ids = before.map(({ id }) => id);
    expect(await trash(db, ids, LATER)).toHaveLength(2);
    expect(await annotationsAt(db, KEY)).toEqual([]);
    expect(await tagsInUse(db)).toEqual([]);
    expect(await trash(db, ids, LATER)).toEqual([]);
    const evening = new Date('2026-11-22T12:00:00.000Z');
    await restore(db, ids, evening);
    const modified = evening.toISOString();
    expect(await annotationsAt(db, KEY)).toMatchObject(
      before.map((each) => ({ ...each, modified, revision: expect.any(String) })),
    );
    expect(await tagsInUse(db)).toHaveLength(2);
  });

  it('clips anew what lies in the trash', async () => {
    const [first] = await saveTwo();
    await trash(db, [first?.id ?? ''], LATER);
    const again = await saveAnnotation(db, { article: article(), annotation: draft(HA) }, world);
    expect(again.status).toBe('stored');
  });
});

describe('opening', () => {
  it('tells the reader when another window holds an older version open', async () => {
    const name = `blocked-${serial++}`;
    const request = indexedDB.open(name, 1);
    const older = await new Promise<IDBDatabase>((resolve) => {
      request.addEventListener('success', () => resolve(request.result));
    });
    const newer = openDatabase(name);
    await expect(ready(newer)).rejects.toMatchObject({ reason: 'blocked' });
    older.close();
    newer.close();
  });

  it('leaves what a newer Trích Báo stored as it was, should the older one be put back', async () => {
    const name = `newer-${serial++}`;
    const newer = new Dexie(name);
    newer.version(99).stores({ annotations: 'id', series: 'id' });
    await newer.table('series').add({ id: 'a' });
    newer.close();
    const older = openDatabase(name);
    await saveAnnotation(older, { article: article(), annotation: draft(HA) }, world);
    older.close();
    await newer.open();
    expect(await newer.table('series').toArray()).toEqual([{ id: 'a' }]);
    expect(await newer.table('annotations').count()).toBe(1);
    newer.close();
  });
});
