import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase, type Database } from '../lib/platform/database.ts';
import { mergeCollection } from '../lib/platform/merge-collection.ts';
import { rowReader } from '../lib/platform/row-reader.ts';
import { generateCollection } from './generated-collection.ts';
import { NOW } from './sample-collection.ts';

let serial = 0;
let db: Database;
let ids: string[];

beforeEach(async () => {
  db = openDatabase(`row-reader-${serial++}`);
  const made = await generateCollection({ articles: 10, excerptsPerArticle: 20 });
  await mergeCollection(db, made, NOW);
  ids = made.annotations.map(({ id }) => id).toSorted();
});
afterEach(() => db.delete());

describe('records read in batches', () => {
  const read = async (wanted: readonly string[]) =>
    (await rowReader(db.annotations)(wanted)).map((row) => row?.id);

  it('come in the order asked for, whichever that is', async () => {
    const stretch = ids.slice(50, 100);
    expect(await read(stretch)).toEqual(stretch);
    expect(await read(stretch.toReversed())).toEqual(stretch.toReversed());
  });

  it('are all there though they lie far apart, and more lie between than are read at once', async () => {
    const few = [ids[0], ids[100], ids[199], ids[3]].map(String);
    expect(await read(few)).toEqual(few);
  });

  it('leave a gap for what is gone', async () => {
    const gone = '00000000-0000-7000-8000-000000000000';
    expect(await read([ids[1] ?? '', gone, ids[2] ?? ''])).toEqual([ids[1], undefined, ids[2]]);
    expect(await read([gone])).toEqual([undefined]);
    expect(await read([])).toEqual([]);
  });

  it('are no longer read in stretches once those held little of what was wanted', async () => {
    const rowsOf = rowReader(db.annotations);
    const where = vi.spyOn(db.annotations, 'where');
    const scattered = ids.filter((_, at) => at % 10 === 0);
    for (const part of [scattered.slice(0, 10), scattered.slice(10)]) {
      expect((await rowsOf(part)).map((row) => row?.id)).toEqual(part);
    }
    expect(where).toHaveBeenCalledOnce();
  });
});
