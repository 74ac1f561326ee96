import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import type { LibraryDesk } from '../lib/core/collection/library-desk.ts';
import { rescue } from '../lib/platform/damaged.ts';
import { saveAnnotations } from '../lib/platform/database.ts';
import { mergeCollection, readCollection } from '../lib/platform/merge-collection.ts';
import { article, collection, draft, nextId, NOW, SENTENCES, world } from './sample-collection.ts';
import { here } from './served-library.ts';

describe('articles', () => {
  it('are put right with their origin, and excerpts are found under the new outlet and year', async () => {
    await here.many(3);
    const desk: LibraryDesk = await here.open();
    const [shelved] = (await desk.listArticles('hai thon', 0, 10)).articles;
    expect(shelved).toMatchObject({ excerpts: 3, others: [] });
    const id = shelved?.first.id ?? '';
    const edit = { siteName: 'Báo Khác', publishedTime: '2019-05-01' };
    const corrected = await desk.correctArticle(id, edit);
    expect(corrected.origins).toMatchObject({ siteName: 'edited', publishedTime: 'edited' });
    await vi.waitFor(async () =>
      expect((await here.find({ text: 'nguồn:báokhác năm:2019' })).total).toBe(3),
    );
    const { facets } = await here.find();
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
        here.db,
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
    const desk: LibraryDesk = await here.open();
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
    await mergeCollection(here.db, { annotations: annotations.toReversed(), articles }, NOW);
    const desk: LibraryDesk = await here.open();
    const opened = await desk.openArticle(articles[0]?.id ?? '');
    expect(opened?.article.text).toBe(articles[0]?.text);
    expect(opened?.annotations.map(({ mention }) => mention?.exact)).toEqual(['27', '31']);
    expect(await desk.openArticle('x')).toBeUndefined();
  });
});

describe('damaged records', () => {
  it('are set aside whole, counted and exported, and the rest is shown', async () => {
    const [good] = await here.many(1);
    const bad = { id: nextId(), created: NOW.toISOString(), tags: 'không phải danh sách', lạ: 1 };
    await here.db.table('annotations').add(bad);
    await here.open();
    await vi.waitFor(() => expect(here.status).toMatchObject({ damaged: 1 }));
    expect(await here.annotationsOf()).toEqual([good]);
    const { damaged } = await readCollection(here.db, NOW);
    expect(damaged).toMatchObject([{ key: `annotations/${bad.id}`, record: bad }]);
  });

  it('leave the excerpts of a damaged article in place, by their address', async () => {
    const [one] = await here.many(1);
    await here.db.articles.update(one?.articleId ?? '', { origins: 'hỏng' } as object);
    await here.open();
    await vi.waitFor(() => expect(here.status).toMatchObject({ damaged: 1 }));
    expect((await here.find()).excerpts).toMatchObject([{ article: undefined, annotation: one }]);
  });

  it('come back when a later version can read them', async () => {
    const { annotations, articles } = await collection();
    const [one] = annotations;
    const record = { key: `annotations/${one?.id}`, table: 'annotations' as const, record: one };
    await here.db.damaged.add({ ...record, reason: 'x', found: NOW.toISOString() });
    const other = { ...record, key: 'annotations/y', record: { id: 'y' }, reason: 'x', found: '' };
    await here.db.damaged.add(other);
    await mergeCollection(here.db, { annotations: [], articles }, NOW);
    expect(await rescue(here.db)).toBe(1);
    expect(await here.db.annotations.toArray()).toEqual([one]);
    expect(await here.db.damaged.toCollection().primaryKeys()).toEqual(['annotations/y']);
  });
});
