import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LibraryDesk } from '../lib/core/collection/library-desk.ts';
import { CollectionIndex } from '../lib/platform/collection-index.ts';
import { openDatabase, type Database } from '../lib/platform/database.ts';
import { exportRows } from '../lib/platform/export-rows.ts';
import { FigureSeries } from '../lib/platform/figure-series.ts';
import { LibraryService } from '../lib/platform/library-service.ts';
import { mergeCollection, readCollection } from '../lib/platform/merge-collection.ts';
import { clipFigures } from './clipped-figures.ts';
import { NOW } from './sample-collection.ts';

let db: Database;
let desk: LibraryDesk;
let stop = () => undefined as void;
let serial = 0;
let clock = NOW.getTime();

beforeEach(() => {
  db = openDatabase(`series-${serial++}`);
});
afterEach(async () => {
  stop();
  await db.delete();
});

async function openDesk(): Promise<void> {
  stop();
  const now = () => new Date((clock += 1000));
  const service = new LibraryService(db, now, { readerName: () => Promise.resolve('An') });
  stop = await service.start(
    () => undefined,
    (error) => {
      throw error;
    },
  );
  desk = service;
}

async function store(text: string): Promise<void> {
  const url = `https://bao.example.vn/${serial++}.html`;
  const { article, annotations } = await clipFigures({ text, url, publishedTime: '2024-05-06' });
  await mergeCollection(db, { annotations, articles: [article] }, NOW);
}

const list = async () => (await desk.series('list', { text: '', filter: 'all' }, 0, 50)).series;
const proposals = async () => (await desk.series('proposals', 10)).proposals;

const PARTY = 'Năm 2022, Đảng bộ huyện Mẫu Sơn có 1.837 đảng viên.';
const DISTRICT = 'Năm 2023, huyện Mẫu Sơn có 1.912 đảng viên.';

describe('the series of a collection', () => {
  beforeEach(async () => {
    await store(PARTY);
    await store(DISTRICT);
    await openDesk();
  });

  async function join(): Promise<void> {
    const [proposed] = await proposals();
    await desk.series('judge', [
      { verdict: 'same', of: [proposed?.one.key ?? '', proposed?.other.key ?? ''] },
    ]);
  }

  it('keep what a person joined, when the library is opened again', async () => {
    await join();
    await openDesk();
    expect((await list()).map(({ points }) => points)).toEqual([2]);
    expect(await proposals()).toEqual([]);
  });

  it('tell questions asked together of the same news', async () => {
    await list();
    await join();
    const [series, open] = await Promise.all([list(), proposals()]);
    expect([series.length, open.length]).toEqual([1, 0]);
  });

  it('are as they were once a judgement is taken back, also one that took the place of another', async () => {
    const [proposed] = await proposals();
    const of: [string, string] = [proposed?.one.key ?? '', proposed?.other.key ?? ''];
    const joined = await desk.series('judge', [{ verdict: 'same', of }]);
    const parted = await desk.series('judge', [{ verdict: 'apart', of }]);
    expect(await list()).toHaveLength(2);
    await desk.series('undo', parted);
    expect(await list()).toHaveLength(1);
    await desk.series('undo', joined);
    expect(await list()).toHaveLength(2);
    expect(await proposals()).toHaveLength(1);
  });

  it('follow clips, deletions and corrections made after they were read', async () => {
    expect(await list()).toHaveLength(2);
    await store('Năm 2024, huyện Mẫu Sơn có 1.950 đảng viên.');
    await expect.poll(async () => (await list()).map(({ points }) => points)).toEqual([2, 1]);
    const [first] = await list();
    await desk.trash([first?.id ?? '']);
    expect((await list()).map(({ points }) => points)).toEqual([1, 1]);
  });

  it('go with the collection: judged elsewhere, they come out the same', async () => {
    await join();
    const file = await readCollection(db, NOW);
    const [before] = await list();
    stop();
    await db.delete();
    db = openDatabase(`series-${serial++}`);
    await mergeCollection(db, file, NOW);
    await openDesk();
    expect(await list()).toEqual([before]);
  });

  it('go out with what people judged of them', async () => {
    await join();
    const { judgements } = exportRows(db, [], NOW, () => undefined);
    expect((await judgements()).map(({ verdict, editor }) => [verdict, editor])).toEqual([
      ['same', 'An'],
    ]);
  });

  it('refuse nothing for a judgement that names no series, and join nothing by it', async () => {
    await desk.series('judge', [{ verdict: 'same', of: ['không phải khóa', '["sai"]'] }]);
    expect(await list()).toHaveLength(2);
  });
});

describe('the series of a collection that is still being read', () => {
  it('are those known so far, with how far it is', async () => {
    await store(PARTY);
    await store(DISTRICT);
    const index = new CollectionIndex(db, () => NOW);
    const series = new FigureSeries(db, index, { now: () => NOW });
    const asked = series.list({ text: '', filter: 'all' }, 0, 50);
    const [first] = await db.annotations.toArray();
    index.put(first ? [first] : []);
    const page = await asked;
    expect(page.series).toHaveLength(1);
    expect(page.progress).toEqual({ read: 1, of: 2 });
  });

  it('are all of them, without any progress, once it is read', async () => {
    await store(PARTY);
    await store(DISTRICT);
    await openDesk();
    const page = await desk.series('list', { text: '', filter: 'all' }, 0, 50);
    expect(page.series).toHaveLength(2);
    expect(page.progress).toBeUndefined();
  });
});
