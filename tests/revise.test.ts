import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../lib/core/annotation.ts';
import { revisionOf } from '../lib/core/collection/revision.ts';
import { openDatabase, saveAnnotations, type Database } from '../lib/platform/database.ts';
import { emptyTrash } from '../lib/platform/empty-trash.ts';
import { facetValues } from '../lib/platform/facet-counts.ts';
import { conflicts, resolveConflict } from '../lib/platform/conflicts.ts';
import { historyOf } from '../lib/platform/histories.ts';
import { mergeCollection } from '../lib/platform/merge-collection.ts';
import {
  completeFields,
  editAnnotation,
  editAnnotations,
  restore,
  reviewAnnotations,
  takeBack,
  trash,
} from '../lib/platform/revise.ts';
import { article, draft, figure, LATER, SENTENCES, world } from './sample-collection.ts';

const { HA, THUONG } = SENTENCES;
const DAY_MS = 86_400_000;
const after = (days: number) => new Date(LATER.getTime() + days * DAY_MS);

let serial = 0;
let db: Database;
let one: Annotation;
let two: Annotation;
beforeEach(async () => {
  db = openDatabase(`revise-${serial++}`);
  const annotations = [
    draft(HA, { mention: figure(HA, '27') }),
    draft(THUONG, { mention: figure(THUONG, '31'), tags: ['đảng viên', 'thôn Thượng'] }),
  ];
  const reader = async () => 'Lan';
  const saved = await saveAnnotations(
    db,
    { article: article(), annotations },
    { ...world, reader },
  );
  [one, two] = saved.map(({ annotation }) => annotation) as [Annotation, Annotation];
});
afterEach(() => db.delete());

const stored = async (id: string) => (await db.annotations.get(id)) as Annotation;
const counts = async (facet: Parameters<typeof facetValues>[1]) =>
  Object.fromEntries((await facetValues(db, facet)).map(({ value, count }) => [value, count]));

describe('a clip', () => {
  it('is signed, and a page cannot sign it for somebody else or approve it itself', async () => {
    const forged = { ...draft(`${HA} ${THUONG}`), author: 'Bí thư', review: { state: 'approved' } };
    const reader = async () => 'Lan';
    const annotations = [forged as ReturnType<typeof draft>];
    const [saved] = await saveAnnotations(
      db,
      { article: article(), annotations },
      { ...world, reader },
    );
    expect(saved?.annotation).toMatchObject({ author: 'Lan' });
    expect(saved?.annotation).not.toHaveProperty('review');
  });

  it('writes no more than the excerpt, its article and their counts', async () => {
    expect([await db.revisions.count(), await db.trash.count()]).toEqual([0, 0]);
  });
});

describe('a review', () => {
  it('says who decided what and when, and is counted', async () => {
    const ids = [one.id, two.id];
    await reviewAnnotations(db, ids, { state: 'checked' }, LATER, 'Hà');
    const decision = { state: 'returned', reason: ' thiếu kỳ báo cáo ' } as const;
    await reviewAnnotations(db, [two.id], decision, after(1), 'Mai');
    expect((await stored(two.id)).review).toEqual({
      state: 'returned',
      by: 'Mai',
      at: after(1).toISOString(),
      reason: 'thiếu kỳ báo cáo',
    });
    expect(await counts('state')).toEqual({ checked: 1, returned: 1 });
    const history = await historyOf(db, two.id);
    expect(history.map(({ by, annotation }) => [by, annotation.review?.state])).toEqual([
      ['Mai', 'returned'],
      ['Hà', 'checked'],
      ['Lan', undefined],
    ]);
  });

  it('ends when what was approved is no longer what stands there', async () => {
    await reviewAnnotations(db, [one.id], { state: 'approved' }, LATER, 'Hà');
    await editAnnotation(db, one.id, { note: 'một lời ghi' }, after(1), 'Lan');
    expect((await stored(one.id)).review?.state).toBe('approved');
    const completed = await completeFields(db, one.id, { period: '2026' }, after(2), 'Lan');
    expect(completed).toMatchObject({ mention: { period: '2026' }, completed: ['period'] });
    expect(completed).not.toHaveProperty('review');
    expect(await counts('state')).toEqual({ draft: 2 });
  });
});

describe('filling in what an article leaves open', () => {
  it('takes a field back with an empty text, and passes over what a figure does not have', async () => {
    await completeFields(db, one.id, { scope: 'Đảng bộ xã Mẫu', issuer: 'không phải' }, LATER);
    expect(await counts('organisation')).toEqual({ 'Đảng bộ xã Mẫu': 1 });
    const emptied = await completeFields(db, one.id, { scope: '' }, after(1));
    expect(emptied.mention).not.toHaveProperty('scope');
    expect(emptied.mention).not.toHaveProperty('issuer');
    expect(await counts('organisation')).toEqual({});
  });

  it('makes no new state where nothing is different', async () => {
    await completeFields(db, one.id, { subject: 'đảng viên' }, LATER);
    await editAnnotation(db, one.id, { tags: ['đảng viên'], note: '' }, LATER);
    expect(await historyOf(db, one.id)).toHaveLength(1);
  });
});

describe('editing many at once', () => {
  it('adds and removes tags, keeps the others, and counts them', async () => {
    const ids = [one.id, two.id];
    const edit = { addTags: ['quý IV'], removeTags: ['đảng viên'], colour: 'green' } as const;
    expect(await editAnnotations(db, ids, edit, LATER, 'Lan')).toHaveLength(2);
    expect((await stored(two.id)).tags).toEqual(['thôn Thượng', 'quý IV']);
    expect(await counts('tag')).toEqual({ 'quý IV': 2, 'thôn Thượng': 1 });
    await editAnnotations(db, [one.id], { colour: null }, after(1), 'Lan');
    expect(await stored(one.id)).not.toHaveProperty('colour');
    expect((await stored(two.id)).colour).toBe('green');
  });

  it('changes none where one cannot be changed', async () => {
    await db.annotations.update(two.id, { created: 'hỏng' });
    const ids = [one.id, two.id];
    await expect(editAnnotations(db, ids, { addTags: ['x'] }, LATER)).rejects.toMatchObject({
      reason: 'invalid',
    });
    expect((await stored(one.id)).tags).toEqual(['đảng viên']);
    expect(await db.revisions.count()).toBe(0);
  });
});

describe('taking back', () => {
  it('gives each excerpt what it said before, and leaves what was edited since', async () => {
    const ids = [one.id, two.id];
    const made = await editAnnotations(db, ids, { addTags: ['nhầm'] }, LATER, 'Lan');
    await editAnnotation(db, two.id, { note: 'sửa sau đó' }, after(1), 'Hà');
    const back = await takeBack(db, made, after(2), 'Lan');
    expect(back.map(({ id }) => id)).toEqual([one.id]);
    expect((await stored(one.id)).tags).toEqual(one.tags);
    expect(await stored(two.id)).toMatchObject({ note: 'sửa sau đó', tags: [...two.tags, 'nhầm'] });
    expect(await historyOf(db, one.id)).toHaveLength(3);
  });

  it.each(['trash', 'review', 'complete'])('undoes a %s', async (what) => {
    const made =
      what === 'trash'
        ? await trash(db, [one.id], LATER)
        : what === 'review'
          ? await reviewAnnotations(db, [one.id], { state: 'approved' }, LATER, 'Hà')
          : [await completeFields(db, one.id, { period: '2026' }, LATER)];
    await takeBack(db, made, after(1));
    const { revision, parents, modified, ...content } = await stored(one.id);
    expect(one).toMatchObject(content);
    expect([await db.trash.count(), await counts('state')]).toEqual([0, { draft: 2 }]);
    expect([revision, parents, modified].every(Boolean)).toBe(true);
  });
});

describe('the trash', () => {
  it('keeps an excerpt 30 days, then deletes it with its history', async () => {
    await editAnnotation(db, one.id, { note: 'x' }, LATER);
    await trash(db, [one.id], LATER);
    expect(await emptyTrash(db, after(29), after(29))).toEqual([]);
    expect(await emptyTrash(db, after(31), after(31))).toEqual([one.id]);
    expect([await db.annotations.count(), await db.revisions.count()]).toEqual([1, 0]);
    expect(await stored(two.id)).toEqual(two);
  });

  it('deletes nothing the reader has had no chance to see there', async () => {
    await trash(db, [one.id], LATER);
    expect(await emptyTrash(db, after(90), undefined)).toEqual([]);
    expect(await emptyTrash(db, after(90), after(-1))).toEqual([]);
    expect(await emptyTrash(db, after(90), after(2))).toEqual([one.id]);
  });

  it('counts anew the days of an excerpt taken out and laid in again', async () => {
    await trash(db, [one.id], LATER);
    await restore(db, [one.id], after(20));
    expect(await emptyTrash(db, after(40), after(40))).toEqual([]);
    await trash(db, [one.id], after(41));
    expect(await emptyTrash(db, after(60), after(60))).toEqual([]);
  });

  it('keeps 30 days what came into it from a file, however long ago it was deleted there', async () => {
    const old = {
      ...one,
      deleted: '2020-01-01T00:00:00.000Z',
      revision: undefined,
      parents: [revisionOf(one)],
    };
    await mergeCollection(db, { annotations: [old], articles: [] }, LATER);
    expect(await stored(one.id)).toMatchObject({ deleted: old.deleted });
    expect(await emptyTrash(db, after(1), after(1))).toEqual([]);
  });

  it('does not delete what a colleague still edits', async () => {
    const theirs = { ...one, note: 'còn dùng', revision: undefined, parents: [revisionOf(one)] };
    await trash(db, [one.id], LATER);
    await mergeCollection(db, { annotations: [theirs], articles: [] }, LATER);
    expect(await conflicts(db)).toHaveLength(1);
    expect(await emptyTrash(db, after(90), after(90))).toEqual([]);
    const revision = revisionOf(theirs);
    await resolveConflict(db, one.id, { between: [revision], revision }, after(91), 'Lan');
    expect(await stored(one.id)).toMatchObject({ note: 'còn dùng', editor: 'Lan' });
    expect(await db.trash.count()).toBe(0);
  });
});
