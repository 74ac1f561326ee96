import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Article, Programme } from '../lib/core/annotation.ts';
import type { LibraryStatus } from '../lib/core/collection/library-desk.ts';
import { WHOLE_REGISTER, type ProgrammeSearch } from '../lib/core/collection/programme-list.ts';
import { EVERYTHING } from '../lib/core/collection/search-index.ts';
import { newId } from '../lib/core/id.ts';
import { recognise } from '../lib/core/recognise/recognise.ts';
import { describeQuote } from '../lib/core/selector.ts';
import { openDatabase, saveAnnotations, type Database } from '../lib/platform/database.ts';
import { LibraryService } from '../lib/platform/library-service.ts';
import { trash } from '../lib/platform/revise.ts';
import messages from '../public/_locales/vi/messages.json' with { type: 'json' };
import { article, nextId, NOW, world } from './sample-collection.ts';

const WORDS = Object.fromEntries(
  Object.entries(messages).map(([key, { message }]) => [key, message]),
);

let serial = 0;
let db: Database;
let desk: LibraryService;
let status: LibraryStatus | undefined;
let stop = () => undefined as void;
let clock = NOW.getTime();

beforeEach(() => {
  db = openDatabase(`programmes-${serial++}`);
  status = undefined;
});
afterEach(async () => {
  stop();
  await db.delete();
});

/** Clips every document that a text names; gives the excerpts' ids. */
async function clip(address: string, publishedTime: string, text: string): Promise<string[]> {
  const made: Article = article({
    url: `https://${address}.example.vn/1`,
    title: address,
    text,
    publishedTime,
  });
  const mentions = recognise(text, { publishedTime }).mentions.filter(
    (mention): mention is Programme => mention.type === 'programme',
  );
  const annotations = mentions.map((mention) => ({
    id: nextId(),
    target: { source: made.url, selector: describeQuote(text, { start: 0, end: text.length }) },
    mention,
    tags: [],
    note: '',
    created: NOW.toISOString(),
    modified: NOW.toISOString(),
  }));
  const saved = await saveAnnotations(db, { article: made, annotations }, world);
  return saved.map(({ annotation }) => annotation.id);
}

async function open(): Promise<LibraryService> {
  desk = new LibraryService(db, () => new Date((clock += 1000)), {
    readerName: () => Promise.resolve('Bình'),
    labelOf: (_, value) => (value === 'programme/directive' ? 'Chỉ thị' : undefined),
  });
  stop = await desk.start(
    (told) => (status = told),
    (error) => {
      throw error;
    },
  );
  await vi.waitFor(() => expect(status?.isComplete).toBe(true));
  return desk;
}

const list = (search: Partial<ProgrammeSearch> = {}) =>
  desk.programmes('list', { ...WHOLE_REGISTER, ...search }, 0, 50);
const names = async (search?: Partial<ProgrammeSearch>) =>
  (await list(search)).entries.map(({ fields }) => fields.number?.value ?? fields.title?.value);
const idOf = async (number: string) =>
  (await list()).entries.find(({ fields }) => fields.number?.value === number)?.id ?? '';

async function openTwo() {
  const [long] = await clip(
    'a',
    '2023-03-01',
    'Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.',
  );
  const [short] = await clip('b', '2023-04-01', 'Chỉ thị 05 của Bộ Chính trị. Luật Đất đai.');
  await open();
  return { long, short };
}

describe('the register of the library', () => {
  it('is empty where nothing is clipped', async () => {
    await open();
    expect(await list()).toMatchObject({ entries: [], total: 0, of: 0 });
  });

  it.each(['05-CT/TW', '5 ct tw', '05ct/tw', 'chi thi 5', 'bo chinh tri 2016', 'CT/TW'])(
    'finds a document by “%s”',
    async (text) => {
      await openTwo();
      expect(await names({ text })).toContain('05-CT/TW');
      expect(await names({ text })).not.toContain('Luật Đất đai');
    },
  );

  it('counts kinds, narrows to them, and to what leaves something open', async () => {
    await openTwo();
    const page = await list();
    expect(page.kinds).toEqual([
      { kind: 'directive', count: 2 },
      { kind: 'law', count: 1 },
    ]);
    expect(page).toMatchObject({ incomplete: 3, proposed: 2 });
    expect(await names({ kinds: ['law'] })).toEqual(['Luật Đất đai']);
    expect(await names({ isProposed: true })).toEqual(['05', '05-CT/TW']);
    expect(await names({ sort: { by: 'date', isDescending: false } })).toEqual([
      '05-CT/TW',
      '05',
      'Luật Đất đai',
    ]);
  });

  it('follows clips, the trash and edits of articles', async () => {
    const { long } = await openTwo();
    await clip('c', '2024-01-01', 'Nghị quyết số 27-NQ/TW ngày 9/11/2022.');
    await vi.waitFor(async () => expect(await names()).toContain('27-NQ/TW'));
    await trash(db, [long ?? ''], new Date());
    await vi.waitFor(async () => expect(await names()).not.toContain('05-CT/TW'));
  });

  it('merges what it proposes, names who did, and takes it back', async () => {
    await openTwo();
    const [one, other] = [await idOf('05-CT/TW'), await idOf('05')];
    const opened = await desk.programmes('open', one);
    expect(opened?.like).toMatchObject([{ entry: { id: other }, reason: 'short_number' }]);
    const { undo } = await desk.programmes('merge', [one, other]);
    expect(await list({ text: 'chi thi' })).toMatchObject({ total: 1, proposed: 0 });
    expect(await db.companions.toArray()).toMatchObject([{ editor: 'Bình' }]);
    await desk.programmes('undo', undo);
    expect(await list({ text: 'chi thi' })).toMatchObject({ total: 2, proposed: 2 });
  });

  it('splits, fills in, and takes back deed by deed', async () => {
    await openTwo();
    const merged = await desk.programmes('merge', [await idOf('05-CT/TW'), await idOf('05')]);
    const id = await idOf('05-CT/TW');
    const filled = await desk.programmes('edit', id, { title: 'Về học tập' });
    const [, second] = (await desk.programmes('open', id))?.articles ?? [];
    const split = await desk.programmes('split', id, second?.excerpts ?? []);
    expect(await list({ text: 'chi thi' })).toMatchObject({ total: 2 });
    for (const { undo } of [split, filled, merged]) await desk.programmes('undo', undo);
    const entries = (await list({ text: 'chi thi' })).entries;
    expect(entries.map(({ isByHand }) => isByHand)).toEqual([false, false]);
  });

  it('keeps an entry at its address when the excerpts it was named by are split off', async () => {
    const { short } = await openTwo();
    const { entries } = await list({ text: 'chi thi' });
    const place = entries.find(({ fields }) => fields.date === undefined)?.place ?? '';
    await desk.programmes('merge', [place, await idOf('05-CT/TW')]);
    await desk.programmes('split', place, [short ?? '']);
    const opened = await desk.programmes('open', place);
    expect(opened?.entry.fields.number?.value).toBe('05-CT/TW');
  });

  it('refuses an entry that is gone, in words, and changes nothing', async () => {
    await openTwo();
    await expect(desk.programmes('merge', [await idOf('05'), 'x'])).rejects.toMatchObject({
      messageKey: 'error_storage_missing',
    });
    expect(await db.companions.count()).toBe(0);
  });

  it('narrows the library to exactly what cites an entry', async () => {
    const { long } = await openTwo();
    await clip('c', '2024-08-01', 'Chỉ thị 05-CT/TW ngày 14/6/2021. Chỉ thị số 05-CT/TW.');
    await vi.waitFor(async () => expect((await list()).total).toBe(4));
    const entry = (await list()).entries.find(({ fields }) => fields.date?.value === '2016-05-15');
    const opened = await desk.programmes('open', entry?.id ?? '');
    expect(await desk.ids({ ...EVERYTHING, chosen: opened?.narrow ?? {} })).toEqual([long]);
  });

  it('goes out as CSV and comes back filled in, with a preview first', async () => {
    await openTwo();
    const text = await desk.programmes('writeCsv', WHOLE_REGISTER, WORDS);
    const filled = text.replace(
      /(05-CT\/TW,Bộ Chính trị,15\/05\/2016,XII,),/u,
      '$1Về học tập và làm theo,',
    );
    expect(filled).not.toBe(text);
    const file = new TextEncoder().encode(filled);
    const rows = await desk.programmes('previewCsv', file, WORDS);
    expect(rows?.map((row) => row.status).sort()).toEqual(['filled', 'same', 'same']);
    expect(await db.companions.count()).toBe(0);
    const { undo } = await desk.programmes('importCsv', file, WORDS);
    expect(await names({ text: 've hoc tap va lam theo' })).toEqual(['05-CT/TW']);
    await desk.programmes('undo', undo);
    expect(await names({ text: 've hoc tap va lam theo' })).toEqual([]);
    expect(
      await desk.programmes('previewCsv', new TextEncoder().encode('x'), WORDS),
    ).toBeUndefined();
  });

  it('hears of what a colleague’s file brings', async () => {
    await openTwo();
    const { version = 0 } = status ?? {};
    await db.companions.add({
      type: 'programme-entry',
      id: newId(0, new Uint8Array(10)),
      keys: [],
      excerpts: [],
      number: '27-NQ/TW',
      kind: 'resolution',
      aliases: [],
      note: '',
      modified: NOW.toISOString(),
    });
    await vi.waitFor(() => expect(status?.version).toBeGreaterThan(version));
    expect(await names()).toContain('27-NQ/TW');
  });
});
