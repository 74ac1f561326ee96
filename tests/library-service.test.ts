import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Annotation } from '../lib/core/annotation.ts';
import type { FoundPage, LibraryDesk, LibraryStatus } from '../lib/core/collection/library-desk.ts';
import { EVERYTHING, type SearchRequest } from '../lib/core/collection/search-index.ts';
import { rescue } from '../lib/platform/damaged.ts';
import { openDatabase, saveAnnotations, type Database } from '../lib/platform/database.ts';
import { connectLibrary, serveLibrary } from '../lib/platform/library-channel.ts';
import { LibraryService } from '../lib/platform/library-service.ts';
import { mergeCollection, readCollection } from '../lib/platform/merge-collection.ts';
import { editAnnotation, trash } from '../lib/platform/revise.ts';
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

const PAGE = { from: 0, count: 50, whole: [] };

let serial = 0;
let db: Database;
let service: LibraryService;
let status: LibraryStatus | undefined;
let stop = () => undefined as void;
let clock = NOW.getTime();
const now = () => new Date((clock += 1000));

beforeEach(() => {
  db = openDatabase(`library-${serial++}`);
  status = undefined;
});
afterEach(async () => {
  stop();
  await db.delete();
});

function make() {
  service = new LibraryService(db, now, { readerName: () => Promise.resolve('Bình') });
  return service;
}

/** Opens the library and waits until all is read. */
async function open(): Promise<LibraryService> {
  stop = await make().start(
    (told) => (status = told),
    (error) => {
      throw error;
    },
  );
  await vi.waitFor(() => expect(status?.isComplete).toBe(true));
  return service;
}

const find = (request: Partial<SearchRequest> = {}): Promise<FoundPage> =>
  service.find({ ...EVERYTHING, ...request }, PAGE);
const annotationsOf = async (request?: Partial<SearchRequest>) =>
  (await find(request)).excerpts.map(({ annotation }) => annotation);

async function many(count: number): Promise<Annotation[]> {
  const { annotations, articles } = await collection();
  const [one] = annotations;
  const copies = Array.from({ length: count }, () => Object.assign({}, one, { id: nextId() }));
  for (const copy of copies) delete copy.revision;
  await mergeCollection(db, { annotations: copies, articles }, NOW);
  return db.annotations.toArray();
}

describe('the open library', () => {
  it('says that an empty collection is empty', async () => {
    await open();
    expect(await find()).toMatchObject({ excerpts: [], total: 0, of: 0, isComplete: true });
    expect(status).toMatchObject({ trashed: 0, damaged: 0, conflicts: 0, tags: [] });
  });

  it('shows a clip made on a page without being reloaded, with its source', async () => {
    await open();
    await saveAnnotations(db, { article: article(), annotations: [draft(SENTENCES.HA)] }, world);
    await vi.waitFor(async () => expect((await find()).total).toBe(1));
    const [shown] = (await find({ text: 'thon ha' })).excerpts;
    expect(shown?.article).toMatchObject({ title: 'Chi bộ hai thôn' });
    expect(shown?.article).not.toHaveProperty('text');
  });

  it('follows one edit elsewhere, and a deletion of hundreds', async () => {
    const copies = await many(1200);
    await open();
    const [first, ...rest] = copies.map(({ id }) => id);
    await editAnnotation(db, first ?? '', { tags: ['mới'], note: '' }, LATER);
    await vi.waitFor(async () => expect((await find({ chosen: { tag: ['mới'] } })).total).toBe(1));
    await trash(db, rest, LATER);
    await vi.waitFor(async () => expect((await find({ isTrash: true })).total).toBe(1199));
    await db.annotations.bulkDelete(rest);
    await vi.waitFor(async () => expect((await find({ isTrash: true })).total).toBe(0));
    expect((await find()).total).toBe(1);
  });

  it('shows the newest first, before all are read, with counts of all', async () => {
    const copies = await many(60);
    const newest = { ...copies[0], id: nextId(), created: LATER.toISOString() } as Annotation;
    await db.annotations.add(newest);
    make();
    expect(await find()).toMatchObject({ isComplete: false, total: 60, facets: {} });
    const page = await find();
    expect(page).toMatchObject({ isComplete: false, total: 60 });
    expect(page.excerpts).toHaveLength(50);
    expect(page.excerpts[0]?.annotation.id).toBe(newest.id);
    expect(page.excerpts[0]?.article?.title).toBe('Chi bộ hai thôn');
    expect(page.facets.tag?.values).toEqual([{ value: 'đảng viên', count: 60 }]);
  });

  it('lists those clipped in one go alike while they are read and after, so that no row moves', async () => {
    const copies = await many(12);
    const [one] = copies;
    if (!one) throw new Error('nothing was stored');
    const [quote, position] = one.target.selector;
    const starts = copies.map((_, at) => (at * 7) % copies.length);
    const moved = copies.map((copy, at) => {
      const start = starts[at] ?? 0;
      const selector: typeof copy.target.selector = [quote, { ...position, start }];
      return { ...copy, target: { ...copy.target, selector } };
    });
    await db.annotations.bulkPut(moved);
    make();
    const listed = async () => (await find()).excerpts.map(({ annotation }) => annotation.id);
    const before = await listed();
    await open();
    expect(await listed()).toEqual(before);
  });

  it('counts facets the same from storage and from memory', async () => {
    await many(20);
    make();
    await find();
    const before = (await find()).facets;
    await open();
    expect((await find()).facets).toMatchObject(before);
    expect((await find({ text: 'thon ha' })).facets).toMatchObject(before);
  });

  it('does not do to all found what it has not read yet', async () => {
    await many(1100);
    stop = await make().start(
      () => undefined,
      () => undefined,
    );
    expect(await service.ids(EVERYTHING)).toHaveLength(1100);
  });
});

describe('deeds of the library', () => {
  it('are seen at once, name who did them, and are taken back', async () => {
    const [one, two] = await many(3);
    const desk: LibraryDesk = await open();
    const ids = [one?.id ?? '', two?.id ?? ''];
    const done = await desk.editMany(ids, { addTags: ['họp'], removeTags: ['đảng viên'] });
    expect(done).toMatchObject({ count: 2, first: ids[0] });
    const tagged = await annotationsOf({ chosen: { tag: ['họp'] } });
    expect(tagged.map(({ editor, tags }) => [editor, tags])).toEqual([
      ['Bình', ['họp']],
      ['Bình', ['họp']],
    ]);
    expect(await desk.undo(done.undo)).toMatchObject({ count: 2 });
    expect((await find({ chosen: { tag: ['đảng viên'] } })).total).toBe(3);
    expect(await desk.undo(999)).toMatchObject({ count: 0 });
  });

  it('move excerpts through review, keep every state, and find them by it', async () => {
    const [one] = await many(2);
    const id = one?.id ?? '';
    const desk: LibraryDesk = await open();
    await desk.review([id], { state: 'checked' });
    await desk.review([id], { state: 'returned', reason: 'Thiếu thời điểm' });
    expect((await find({ chosen: { state: ['returned'] } })).total).toBe(1);
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
    await open();
    await expect(service.edit('x', { tags: [], note: '' })).rejects.toMatchObject({
      messageKey: 'error_storage_missing',
    });
  });
});

describe('articles', () => {
  it('are put right with their origin, and excerpts are found under the new outlet and year', async () => {
    await many(3);
    const desk: LibraryDesk = await open();
    const [shelved] = (await desk.listArticles('hai thon', 0, 10)).articles;
    expect(shelved).toMatchObject({ excerpts: 3, others: [] });
    const id = shelved?.first.id ?? '';
    const edit = { siteName: 'Báo Khác', publishedTime: '2019-05-01' };
    const corrected = await desk.correctArticle(id, edit);
    expect(corrected.origins).toMatchObject({ siteName: 'edited', publishedTime: 'edited' });
    await vi.waitFor(async () =>
      expect((await find({ text: 'nguồn:báokhác năm:2019' })).total).toBe(3),
    );
    const { facets } = await find();
    expect(facets.outlet?.values).toEqual([{ value: 'Báo Khác', count: 3 }]);
    expect(facets.year?.values).toEqual([{ value: '2019', count: 3 }]);
  });

  it('alike are proposed once, joined or kept apart as a person says', async () => {
    const text = Array.from({ length: 60 }, (_, at) => `Đoàn ${at} về thôn ${at * 7} họp.`).join(
      ' ',
    );
    const clip = async (url: string, body: string) => {
      const made = article({ url, text: body, title: url });
      const saved = await saveAnnotations(
        db,
        { article: made, annotations: [draft(SENTENCES.HA)] },
        world,
      );
      return saved[0]?.annotation.articleId ?? '';
    };
    const [one, two, three] = [
      await clip('https://a.example.vn/1', text),
      await clip('https://b.example.vn/2', `Theo báo A. ${text}`),
      await clip('https://c.example.vn/3', `${text} Hết.`),
    ];
    const desk: LibraryDesk = await open();
    expect(await desk.reprints()).toHaveLength(3);
    await desk.joinReprint(two, one);
    await desk.partReprint(three, one);
    await desk.partReprint(three, two);
    await vi.waitFor(async () => expect(await desk.reprints()).toEqual([]));
    const { articles, of } = await desk.listArticles('', 0, 10);
    expect(of).toBe(2);
    const joined = articles.find(({ others }) => others.length > 0);
    expect(joined).toMatchObject({ first: { id: one }, others: [{ id: two }], excerpts: 2 });
    expect((await desk.openArticle(two))?.others.map(({ id }) => id)).toEqual([one]);
    await desk.partReprint(two, one);
    await vi.waitFor(async () => expect((await desk.listArticles('', 0, 10)).of).toBe(3));
  });

  it('open with their text and their excerpts in place', async () => {
    const { annotations, articles } = await collection();
    await mergeCollection(db, { annotations: annotations.toReversed(), articles }, NOW);
    const desk: LibraryDesk = await open();
    const opened = await desk.openArticle(articles[0]?.id ?? '');
    expect(opened?.article.text).toBe(articles[0]?.text);
    expect(opened?.annotations.map(({ mention }) => mention?.exact)).toEqual(['27', '31']);
    expect(await desk.openArticle('x')).toBeUndefined();
  });
});

describe('choices', () => {
  it('are kept, and the usual where what is stored cannot be read', async () => {
    await open();
    const usual = await service.choices();
    const saved = [{ name: 'Họp', text: 'thẻ:họp', chosen: { tag: ['a'] } }];
    await service.choose({ ...usual, layout: 'table', saved });
    expect(await service.choices()).toEqual({ ...usual, layout: 'table', saved });
    await db.local.put({
      key: 'library',
      value: { layout: 7, columns: ['x'], saved: [{}, ...saved] },
    });
    expect(await service.choices()).toEqual({ ...usual, saved });
  });

  it('of one tab leave what another tab chose as it is', async () => {
    await open();
    const saved = [{ name: 'Họp', text: 'thẻ:họp', chosen: {} }];
    await Promise.all([service.choose({ saved }), service.choose({ layout: 'table' })]);
    expect(await service.choices()).toMatchObject({ saved, layout: 'table' });
  });
});

describe('damaged records', () => {
  it('are set aside whole, counted and exported, and the rest is shown', async () => {
    const [good] = await many(1);
    const bad = { id: nextId(), created: NOW.toISOString(), tags: 'không phải danh sách', lạ: 1 };
    await db.table('annotations').add(bad);
    await open();
    await vi.waitFor(() => expect(status).toMatchObject({ damaged: 1 }));
    expect(await annotationsOf()).toEqual([good]);
    const { damaged } = await readCollection(db, NOW);
    expect(damaged).toMatchObject([{ key: `annotations/${bad.id}`, record: bad }]);
  });

  it('leave the excerpts of a damaged article in place, by their address', async () => {
    const [one] = await many(1);
    await db.articles.update(one?.articleId ?? '', { origins: 'hỏng' } as object);
    await open();
    await vi.waitFor(() => expect(status).toMatchObject({ damaged: 1 }));
    expect((await find()).excerpts).toMatchObject([{ article: undefined, annotation: one }]);
  });

  it('come back when a later version can read them', async () => {
    const { annotations, articles } = await collection();
    const [one] = annotations;
    const record = { key: `annotations/${one?.id}`, table: 'annotations' as const, record: one };
    await db.damaged.add({ ...record, reason: 'x', found: NOW.toISOString() });
    const other = { ...record, key: 'annotations/y', record: { id: 'y' }, reason: 'x', found: '' };
    await db.damaged.add(other);
    await mergeCollection(db, { annotations: [], articles }, NOW);
    expect(await rescue(db)).toBe(1);
    expect(await db.annotations.toArray()).toEqual([one]);
    expect(await db.damaged.toCollection().primaryKeys()).toEqual(['annotations/y']);
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
