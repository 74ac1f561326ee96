import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { itemsOf } from '../lib/core/pack/pack-edit.ts';
import { dropCompanion } from '../lib/platform/companions.ts';
import { openDatabase, type Database } from '../lib/platform/database.ts';
import { rescueStashed, stashPack, unstashPack } from '../lib/platform/pack-stash.ts';
import {
  followShelf,
  packMaterial,
  readPack,
  savePack,
  type Shelf,
} from '../lib/platform/packs.ts';
import { generateCollection } from './generated-collection.ts';
import { nextId, NOW } from './sample-collection.ts';
import { item, pack, section } from './sample-pack.ts';

let db: Database;
const world = { now: () => NOW, newId: nextId, reader: () => Promise.resolve('An') };
beforeEach(() => {
  db = openDatabase(`packs-${Math.random()}`);
});
afterEach(() => db.delete());

describe('a pack', () => {
  it('is stored and read back with everything in it', async () => {
    const made = pack([section('Một', [item({ type: 'text', text: 'chữ' })])]);
    const kept = await savePack(db, made, undefined, world);
    expect(await readPack(db, made.id)).toEqual(kept);
    expect(kept).toMatchObject({ title: made.title, sections: made.sections, editor: 'An' });
  });

  it('takes the place of what it was read as', async () => {
    const first = await savePack(db, pack([]), undefined, world);
    const second = await savePack(db, { ...first, title: 'Mới' }, first.modified, world);
    expect(second.id).toBe(first.id);
    expect(second.modified > first.modified).toBe(true);
    expect(await db.companions.count()).toBe(1);
  });

  it('overwrites nothing that another window saved meanwhile: both are kept', async () => {
    const first = await savePack(db, pack([]), undefined, world);
    await savePack(db, { ...first, title: 'Của An' }, first.modified, world);
    const mine = await savePack(db, { ...first, title: 'Của Bình' }, first.modified, world);
    expect(mine).toMatchObject({ title: 'Của Bình', versionOf: first.id });
    expect((await readPack(db, first.id))?.title).toBe('Của An');
    expect((await readPack(db, mine.id))?.title).toBe('Của Bình');
  });

  it('is stored once where a page that was closed had stored it after all', async () => {
    const first = await savePack(db, pack([]), undefined, world);
    const changed = { ...first, title: 'Mới' };
    const kept = await savePack(db, changed, first.modified, world);
    expect(await savePack(db, changed, first.modified, world)).toEqual(kept);
    expect(await db.companions.count()).toBe(1);
  });

  it('is kept where it was deleted elsewhere while it was being edited', async () => {
    const first = await savePack(db, pack([]), undefined, world);
    await dropCompanion(db, first.id, world);
    const mine = await savePack(db, { ...first, title: 'Còn sửa' }, first.modified, world);
    expect(await readPack(db, first.id)).toBeUndefined();
    expect((await readPack(db, mine.id))?.title).toBe('Còn sửa');
  });

  it('is told to every window when it changes', async () => {
    const heard: Shelf[] = [];
    const stop = followShelf(
      db,
      (shelf) => heard.push(shelf),
      () => undefined,
    );
    await vi.waitFor(() => expect(heard.at(-1)?.packs).toEqual([]));
    const kept = await savePack(db, pack([]), undefined, world);
    await vi.waitFor(() => expect(heard.at(-1)?.packs).toEqual([kept]));
    stop();
  });
});

describe('what a pack needs of the collection', () => {
  it('is what it names, whole articles with all their excerpts, and no more', async () => {
    const { annotations, articles } = await generateCollection({
      articles: 4,
      excerptsPerArticle: 3,
    });
    await db.annotations.bulkAdd(annotations);
    await db.articles.bulkAdd(articles);
    const [quoted, , , shown, , , tabled] = annotations;
    const made = pack([
      section('Một', [
        item({ type: 'excerpt', annotationId: quoted?.id ?? '', remark: '' }),
        item({ type: 'article', articleId: shown?.articleId ?? '', remark: '' }),
        item({
          type: 'figures',
          title: '',
          annotationIds: [tabled?.id ?? '', nextId()],
          chart: true,
        }),
      ]),
    ]);
    expect(itemsOf(made)).toHaveLength(3);
    const material = await packMaterial(db, made);
    const wanted = [quoted, tabled, ...annotations.slice(3, 6)].map((each) => each?.id).sort();
    expect(material.annotations.map(({ id }) => id).sort()).toEqual(wanted);
    expect(new Set(material.articles.map(({ id }) => id))).toEqual(
      new Set(articles.slice(0, 3).map(({ id }) => id)),
    );
  });
});

describe('a pack put aside by a page that was closed', () => {
  /** As much of a browser's storage as is used. */
  const makeStorage = (): Storage => {
    const values = new Map<string, string>();
    return {
      get length() {
        return values.size;
      },
      key: (at) => [...values.keys()][at] ?? null,
      getItem: (key) => values.get(key) ?? null,
      setItem: (key, value) => void values.set(key, value),
      removeItem: (key) => void values.delete(key),
      clear: () => values.clear(),
    };
  };

  it('is stored when the library is opened again, once', async () => {
    const storage = makeStorage();
    const first = await savePack(db, pack([]), undefined, world);
    stashPack(storage, { pack: { ...first, title: 'Gõ dở' }, base: first.modified });
    await rescueStashed(storage, db, world);
    expect((await readPack(db, first.id))?.title).toBe('Gõ dở');
    expect(storage.length).toBe(0);
  });

  it('is forgotten once it is stored', async () => {
    const storage = makeStorage();
    const made = pack([]);
    stashPack(storage, { pack: made });
    unstashPack(storage, made.id);
    await rescueStashed(storage, db, world);
    expect(await db.companions.count()).toBe(0);
  });

  it('stays aside where it cannot be read', async () => {
    const storage = makeStorage();
    storage.setItem('pack-stash/x', '{"pack":');
    storage.setItem('khác', 'x');
    await rescueStashed(storage, db, world);
    expect(storage.length).toBe(2);
    expect(await db.companions.count()).toBe(0);
  });
});
