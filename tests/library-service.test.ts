import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import type { Annotation } from '../lib/core/annotation.ts';
import type { LibraryDesk, LibraryStatus } from '../lib/core/collection/library-desk.ts';
import { EVERYTHING } from '../lib/core/collection/search-index.ts';
import { saveAnnotations } from '../lib/platform/database.ts';
import { connectLibrary, serveLibrary } from '../lib/platform/library-channel.ts';
import { editAnnotation, trash } from '../lib/platform/revise.ts';
import { article, draft, LATER, nextId, SENTENCES, world } from './sample-collection.ts';
import { here, PAGE } from './served-library.ts';

describe('the open library', () => {
  it('says that an empty collection is empty', async () => {
    await here.open();
    expect(await here.find()).toMatchObject({ excerpts: [], total: 0, of: 0, isComplete: true });
    expect(here.status).toMatchObject({ trashed: 0, damaged: 0, conflicts: 0, tags: [] });
  });

  it('shows a clip made on a page without being reloaded, with its source', async () => {
    await here.open();
    await saveAnnotations(
      here.db,
      { article: article(), annotations: [draft(SENTENCES.HA)] },
      world,
    );
    await vi.waitFor(async () => expect((await here.find()).total).toBe(1));
    const [shown] = (await here.find({ text: 'thon ha' })).excerpts;
    expect(shown?.article).toMatchObject({ title: 'Chi bộ hai thôn' });
    expect(shown?.article).not.toHaveProperty('text');
  });

  it('follows one edit elsewhere, and a deletion of hundreds', async () => {
    const copies = await here.many(1200);
    await here.open();
    const [first, ...rest] = copies.map(({ id }) => id);
    await editAnnotation(here.db, first ?? '', { tags: ['mới'], note: '' }, LATER);
    await vi.waitFor(async () =>
      expect((await here.find({ chosen: { tag: ['mới'] } })).total).toBe(1),
    );
    await trash(here.db, rest, LATER);
    await vi.waitFor(async () => expect((await here.find({ isTrash: true })).total).toBe(1199));
    await here.db.annotations.bulkDelete(rest);
    await vi.waitFor(async () => expect((await here.find({ isTrash: true })).total).toBe(0));
    expect((await here.find()).total).toBe(1);
  });

  it('shows the newest first, before all are read, with counts of all', async () => {
    const copies = await here.many(60);
    const newest = { ...copies[0], id: nextId(), created: LATER.toISOString() } as Annotation;
    await here.db.annotations.add(newest);
    here.make();
    expect(await here.find()).toMatchObject({ isComplete: false, total: 60, facets: {} });
    const page = await here.find();
    expect(page).toMatchObject({ isComplete: false, total: 60 });
    expect(page.excerpts).toHaveLength(50);
    expect(page.excerpts[0]?.annotation.id).toBe(newest.id);
    expect(page.excerpts[0]?.article?.title).toBe('Chi bộ hai thôn');
    expect(page.facets.tag?.values).toEqual([{ value: 'đảng viên', count: 60 }]);
  });

  it('lists those clipped in one go alike while they are read and after, so that no row moves', async () => {
    const copies = await here.many(12);
    const [one] = copies;
    if (!one) throw new Error('nothing was stored');
    const [quote, position] = one.target.selector;
    const starts = copies.map((_, at) => (at * 7) % copies.length);
    const moved = copies.map((copy, at) => {
      const start = starts[at] ?? 0;
      const selector: typeof copy.target.selector = [quote, { ...position, start }];
      return { ...copy, target: { ...copy.target, selector } };
    });
    await here.db.annotations.bulkPut(moved);
    here.make();
    const listed = async () => (await here.find()).excerpts.map(({ annotation }) => annotation.id);
    const before = await listed();
    await here.open();
    expect(await listed()).toEqual(before);
  });

  it('counts facets the same from storage and from memory', async () => {
    await here.many(20);
    here.make();
    await here.find();
    const before = (await here.find()).facets;
    await here.open();
    expect((await here.find()).facets).toMatchObject(before);
    expect((await here.find({ text: 'thon ha' })).facets).toMatchObject(before);
  });

  it('does not do to all found what it has not read yet', async () => {
    await here.many(1100);
    here.stop = await here.make().start(
      () => undefined,
      () => undefined,
    );
    expect(await here.service.ids(EVERYTHING)).toHaveLength(1100);
  });
});

describe('deeds of the library', () => {
  it('are seen at once, name who did them, and are taken back', async () => {
    const [one, two] = await here.many(3);
    const desk: LibraryDesk = await here.open();
    const ids = [one?.id ?? '', two?.id ?? ''];
    const done = await desk.editMany(ids, { addTags: ['họp'], removeTags: ['đảng viên'] });
    expect(done).toMatchObject({ count: 2, first: ids[0] });
    const tagged = await here.annotationsOf({ chosen: { tag: ['họp'] } });
    expect(tagged.map(({ editor, tags }) => [editor, tags])).toEqual([
      ['Bình', ['họp']],
      ['Bình', ['họp']],
    ]);
    expect(await desk.undo(done.undo)).toMatchObject({ count: 2 });
    expect((await here.find({ chosen: { tag: ['đảng viên'] } })).total).toBe(3);
    expect(await desk.undo(999)).toMatchObject({ count: 0 });
  });

  it('move excerpts through review, keep every state, and find them by it', async () => {
    const [one] = await here.many(2);
    const id = one?.id ?? '';
    const desk: LibraryDesk = await here.open();
    await desk.review([id], { state: 'checked' });
    await desk.review([id], { state: 'returned', reason: 'Thiếu thời điểm' });
    expect((await here.find({ chosen: { state: ['returned'] } })).total).toBe(1);
    await desk.complete(id, { period: '2026' });
    const history = await desk.history(id);
    expect(history.map(({ annotation }) => annotation.review?.state)).toEqual([
      undefined,
      'returned',
      'checked',
      undefined,
    ]);
    expect(history[1]?.annotation.review).toMatchObject({ by: 'Bình', reason: 'Thiếu thời điểm' });
    expect(history[0]?.annotation).toMatchObject({ completed: ['period'] });
  });

  it('refuse an excerpt that is gone, in words', async () => {
    await here.open();
    await expect(here.service.edit('x', { tags: [], note: '' })).rejects.toMatchObject({
      messageKey: 'error_storage_missing',
    });
  });
});

describe('choices', () => {
  it('are kept, and the usual where what is stored cannot be read', async () => {
    await here.open();
    const usual = await here.service.choices();
    const saved = [{ name: 'Họp', text: 'thẻ:họp', chosen: { tag: ['a'] } }];
    await here.service.choose({ ...usual, layout: 'table', saved });
    expect(await here.service.choices()).toEqual({ ...usual, layout: 'table', saved });
    await here.db.local.put({
      key: 'library',
      value: { layout: 7, columns: ['x'], saved: [{}, ...saved] },
    });
    expect(await here.service.choices()).toEqual({ ...usual, saved });
  });

  it('of one tab leave what another tab chose as it is', async () => {
    await here.open();
    const saved = [{ name: 'Họp', text: 'thẻ:họp', chosen: {} }];
    await Promise.all([here.service.choose({ saved }), here.service.choose({ layout: 'table' })]);
    expect(await here.service.choices()).toMatchObject({ saved, layout: 'table' });
  });
});

describe('the channel between page and worker', () => {
  it('carries questions, answers, refusals and news', async () => {
    const { port1, port2 } = new MessageChannel();
    port1.start();
    port2.start();
    serveLibrary(port1);
    const { desk, start, signAs } = connectLibrary(port2);
    const heard = vi.fn<(told: LibraryStatus) => void>();
    start({ state: { draft: 'Nháp' } }, heard, () => undefined);
    signAs('An');
    await vi.waitFor(() => expect(heard).toHaveBeenCalled());
    expect((await desk.find(EVERYTHING, PAGE)).total).toBe(0);
    await expect(desk.edit('x', { tags: [], note: '' })).rejects.toMatchObject({
      messageKey: 'error_storage_missing',
    });
    port1.close();
  });
});
