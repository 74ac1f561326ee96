import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportOrder, ImportReport } from '../lib/core/collection/import-messages.ts';
import { jsonLdPieces, type Collection } from '../lib/core/export/json-ld.ts';
import { LARGEST_FILE } from '../lib/core/import-json.ts';
import { openDatabase } from '../lib/platform/database.ts';
import { mergeCollection, readCollection } from '../lib/platform/merge-collection.ts';
import { serveImport } from '../lib/platform/serve-import.ts';
import { collection, digest, NOW } from './sample-collection.ts';
import { companions } from './sample-companions.ts';

/** The page's end of the worker that is started for one file. */
class Port {
  #hear: ((event: MessageEvent<ImportOrder>) => void) | undefined;
  readonly #reports: ImportReport[] = [];

  postMessage(report: ImportReport): void {
    // As the browser hands it over: what cannot be cloned would fail here too.
    this.#reports.push(structuredClone(report));
  }

  addEventListener(_: 'message', hear: (event: MessageEvent<ImportOrder>) => void): void {
    this.#hear = hear;
  }

  /** Sends an order; gives all that was answered, the outcome last. */
  async send(order: ImportOrder): Promise<ImportReport[]> {
    this.#reports.length = 0;
    this.#hear?.({ data: order } as MessageEvent<ImportOrder>);
    for (;;) {
      if (this.#reports.some(({ type }) => type !== 'progress')) return [...this.#reports];
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
}

const fileOf = (of: Collection) => new Blob([...jsonLdPieces(of, NOW)]);

let port: Port;
beforeEach(() => {
  port = new Port();
  serveImport(port, { now: () => NOW, digest });
});
// The worker opens the collection under its own name.
afterEach(() => openDatabase().delete());

describe('the worker that takes a file in', () => {
  it('writes nothing before it is told to, then all of it, with what people made', async () => {
    const whole = { ...(await collection()), companions: companions() };
    const read = await port.send({ type: 'read', file: fileOf(whole) });
    expect(read.at(-1)).toMatchObject({
      type: 'read',
      summary: { excerpts: 2, fresh: 2, refused: 0, companions: { pack: { fresh: 1 } } },
    });
    const db = openDatabase();
    expect(await db.annotations.count()).toBe(0);
    const [merged] = await port.send({ type: 'merge' });
    const ids = whole.annotations.map(({ id }) => id);
    expect(merged).toEqual({ type: 'written', ids });
    expect(await readCollection(db, NOW)).toMatchObject(whole);
    db.close();
  });

  it('tells how far it is with a long file, and hands over little of it', async () => {
    const { annotations, articles } = await collection();
    const [one] = annotations;
    const bad = Array.from({ length: 1500 }, () => ({ ...one, created: 'hôm qua' }) as never);
    const file = fileOf({ annotations: [...annotations, ...bad], articles });
    const reports = await port.send({ type: 'read', file });
    const judged = reports.filter((each) => each.type === 'progress' && each.stage === 'judging');
    expect(judged).toMatchObject([
      { done: 500, total: 1503 },
      { done: 1000, total: 1503 },
      { done: 1500, total: 1503 },
    ]);
    const outcome = reports.at(-1);
    expect(outcome).toMatchObject({ type: 'read', summary: { fresh: 2, refused: 1500 } });
    expect(outcome?.type === 'read' && outcome.summary.refusals).toHaveLength(100);
  });

  it('puts a file in the place of everything, and back', async () => {
    const [one, two] = (await collection()).annotations;
    const { articles } = await collection();
    const db = openDatabase();
    const before = { annotations: [one, two].flatMap((each) => each ?? []), articles };
    await mergeCollection(db, before, NOW);
    const file = fileOf({ annotations: one ? [one] : [], articles });
    await port.send({ type: 'read', file });
    expect(await port.send({ type: 'replace' })).toEqual([{ type: 'written', ids: [one?.id] }]);
    expect(await db.annotations.count()).toBe(1);
    await port.send({ type: 'restore' });
    expect(await readCollection(db, NOW)).toMatchObject(before);
    db.close();
  });

  it.each([
    ['too_large', { size: LARGEST_FILE + 1 } as Blob],
    ['empty', new Blob([])],
    ['truncated', new Blob(['{"@context":["http://www.w3.org/ns/anno.jsonld",'])],
    ['not_json', new Blob(['PK\u{3}\u{4}'])],
    ['foreign', new Blob(['{"bookmarks":[]}'])],
  ])('says why it cannot read a file that is %s', async (reason, file) => {
    const reports = await port.send({ type: 'read', file });
    expect(reports.at(-1)).toEqual({ type: 'failed', messageKey: `error_import_${reason}` });
  });
});
