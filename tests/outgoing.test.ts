import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Annotation } from '../lib/core/annotation.ts';
import type { Companion } from '../lib/core/collection/companion.ts';
import { isWhole, type LibraryStatus, type Outgoing } from '../lib/core/collection/library-desk.ts';
import { EVERYTHING } from '../lib/core/collection/search-index.ts';
import type { ExportOrder, ExportReport, Extent } from '../lib/core/export/export-messages.ts';
import { orderExcerpts, ROW_ORDERS } from '../lib/core/export/order-rows.ts';
import { standardChoice } from '../lib/core/export/profile.ts';
import { openDatabase, type Database } from '../lib/platform/database.ts';
import { orderIds } from '../lib/platform/export-rows.ts';
import { connectLibrary, serveLibrary } from '../lib/platform/library-channel.ts';
import { mergeCollection } from '../lib/platform/merge-collection.ts';
import { serveExport } from '../lib/platform/serve-export.ts';
import messages from '../public/_locales/vi/messages.json' with { type: 'json' };
import { generateCollection } from './generated-collection.ts';
import { NOW } from './sample-collection.ts';
import { companions } from './sample-companions.ts';

const STATES = ['draft', 'approved', 'checked', 'approved', 'returned'] as const;

let db: Database;
let annotations: Annotation[];
let close = () => undefined as void;
let desk: ReturnType<typeof connectLibrary>['desk'];

/** The library behind its channel, as the page has it, on 60 excerpts of which 24 are approved. */
beforeEach(async () => {
  db = openDatabase();
  const generated = await generateCollection({ articles: 6, excerptsPerArticle: 10 });
  annotations = generated.annotations.map((each, at) => ({
    ...each,
    review: { state: STATES[at % STATES.length] ?? 'draft' },
  }));
  await mergeCollection(db, { annotations, articles: generated.articles }, NOW);
  const { port1, port2 } = new MessageChannel();
  port1.start();
  port2.start();
  serveLibrary(port1);
  const channel = connectLibrary(port2);
  desk = channel.desk;
  close = () => port1.close();
  const heard = vi.fn<(status: LibraryStatus) => void>();
  channel.start({}, heard, () => undefined);
  await vi.waitFor(() => expect(heard.mock.lastCall?.[0].isComplete).toBe(true));
});
afterEach(async () => {
  vi.unstubAllGlobals();
  close();
  await db.delete();
});

/** What the export worker is sent by the library's worker. */
async function sent(outgoing: Outgoing): Promise<string[]> {
  const { port1, port2 } = new MessageChannel();
  const ids: string[] = [];
  const ended = new Promise<void>((resolve) => {
    port2.addEventListener('message', ({ data: order }: MessageEvent<ExportOrder>) => {
      if (order.type === 'ids') ids.push(...order.ids);
      else if (order.type === 'end') resolve();
    });
    port2.start();
  });
  await desk.sendOutgoing(outgoing, port1);
  await ended;
  port2.close();
  return ids;
}

const approvedOf = (ids: readonly string[]) =>
  ids.filter((id) => annotations.find((each) => each.id === id)?.review?.state === 'approved');

describe('what goes out in a file', () => {
  it('is all that is found, or what is picked of it, in the library’s order', async () => {
    const all = await desk.ids(EVERYTHING);
    expect(all).toHaveLength(60);
    expect(await sent({ found: EVERYTHING, isApproved: false })).toEqual(all);
    const [first = '', second = '', ...rest] = all;
    const some = { found: EVERYTHING, isApproved: false };
    expect(await sent({ ...some, picked: [second, first] })).toEqual([first, second]);
    const but = { found: EVERYTHING, but: [first, second] };
    expect(await sent({ ...some, picked: but })).toEqual(rest);
  });

  it('is exactly what is approved where that is asked for, and counted so beforehand', async () => {
    const all = await desk.ids(EVERYTHING);
    expect(await desk.countOutgoing({ found: EVERYTHING })).toEqual({ total: 60, approved: 24 });
    expect(await sent({ found: EVERYTHING, isApproved: true })).toEqual(approvedOf(all));
    const picked = all.slice(0, 7);
    expect(await desk.countOutgoing({ found: EVERYTHING, picked })).toEqual({
      total: 7,
      approved: approvedOf(picked).length,
    });
    const outgoing = { found: EVERYTHING, picked, isApproved: true };
    expect(await sent(outgoing)).toEqual(approvedOf(picked));
    await desk.review(picked, { state: 'returned', reason: 'xem lại' });
    expect(await sent(outgoing)).toEqual([]);
  });

  it.each(ROW_ORDERS)('is previewed and written in one order: %s', async (order) => {
    const all = await desk.ids(EVERYTHING);
    const outgoing = { found: EVERYTHING, isApproved: false };
    const ordered = await orderIds(db, all, order);
    expect(await desk.firstOutgoing(outgoing, order, 5)).toEqual(ordered.slice(0, 5));
    expect(ordered.toSorted()).toEqual(all.toSorted());
    const excerpts = orderExcerpts(await desk.excerpts(all), order);
    if (order !== 'clipped')
      expect(ordered).toEqual(excerpts.map(({ annotation }) => annotation.id));
  });

  it('reaches the file past the page: the approved, and no other', async () => {
    const told = await made({ found: EVERYTHING, isApproved: true }, 'some');
    expect(told.written).toBe(24);
    for (const { id, review } of annotations) {
      expect(told.text.includes(id)).toBe(review?.state === 'approved');
    }
  });

  it('has packs, entries and judgements where it is all of the library, and else none', async () => {
    const all = companions().toSorted((one, other) => (one.id < other.id ? -1 : 1));
    await mergeCollection(db, { annotations: [], articles: [], companions: all }, NOW);
    const whole: Outgoing = { found: EVERYTHING, isApproved: false };
    const some: Outgoing[] = [
      { ...whole, isApproved: true },
      { ...whole, picked: [] },
      { ...whole, found: { ...EVERYTHING, text: 'xã' } },
      { ...whole, found: { ...EVERYTHING, isTrash: true } },
    ];
    expect([whole, ...some].map(isWhole)).toEqual([true, false, false, false, false]);
    const read = async (extent: Extent) =>
      (JSON.parse((await made(whole, extent)).text) as { companions: Companion[] }).companions;
    expect(await read('shown')).toEqual(all);
    expect(await read('some')).toEqual([]);
  });
});

/** The exchange file that the export worker makes of what the library's worker hands it. */
async function made(
  outgoing: Outgoing,
  extent: Extent,
): Promise<{ written: number; text: string }> {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(messages)));
  const { port1: to, port2: ids } = new MessageChannel();
  const report = new Promise<ExportReport>((resolve) => {
    const heard: ((event: MessageEvent<ExportOrder>) => void)[] = [];
    serveExport({
      postMessage: (told) => told.type !== 'progress' && resolve(told),
      addEventListener: (_, hear) => heard.push(hear),
    });
    const task = { choice: standardChoice('json'), now: NOW, locale: 'vi', total: 0, extent };
    const data: ExportOrder = { type: 'start', ...task, ids };
    for (const hear of heard) hear({ data } as MessageEvent<ExportOrder>);
  });
  await desk.sendOutgoing(outgoing, to);
  const told = await report;
  ids.close();
  if (told.type !== 'done') throw new Error(JSON.stringify(told));
  return { written: told.written, text: await told.file.text() };
}
