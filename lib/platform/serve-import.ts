import { summarise } from '../core/collection/compare-import.ts';
import type {
  ImportOrder,
  ImportProgress,
  ImportReport,
} from '../core/collection/import-messages.ts';
import type { Collection } from '../core/export/json-ld.ts';
import { importJson, ImportError, LARGEST_FILE } from '../core/import-json.ts';
import { openDatabase, type Database, type World } from './database.ts';
import {
  mergeCollection,
  previewImport,
  readCollection,
  replaceCollection,
} from './merge-collection.ts';

/** The worker's own side of the channel. */
interface Port {
  postMessage(report: ImportReport): void;
  addEventListener(type: 'message', heard: (event: MessageEvent<ImportOrder>) => void): void;
}

/** Reads the one file a worker is started for, and writes it down once the reader has seen what that would do. */
export function serveImport(port: Port, world: World): void {
  const session = new ImportSession(openDatabase(), world);
  const heard = (progress: ImportProgress) => port.postMessage({ type: 'progress', ...progress });
  port.addEventListener('message', ({ data: order }) => {
    const answer = session.obey(order, heard);
    answer.then(
      (report) => port.postMessage(report),
      ({ messageKey = 'error_unexpected' }: { messageKey?: string }) =>
        port.postMessage({ type: 'failed', messageKey }),
    );
  });
}

/** A file between its reading and its writing. */
class ImportSession {
  readonly #db: Database;
  readonly #world: World;
  #file: Collection = { annotations: [], articles: [] };
  #before: Collection = { annotations: [], articles: [] };

  constructor(db: Database, world: World) {
    this.#db = db;
    this.#world = world;
  }

  async obey(order: ImportOrder, heard: (progress: ImportProgress) => void): Promise<ImportReport> {
    if (order.type === 'read') return this.#read(order.file, heard);
    const now = this.#world.now();
    if (order.type === 'merge') return written(await mergeCollection(this.#db, this.#file, now));
    if (order.type === 'restore') {
      return written(await replaceCollection(this.#db, this.#before, now));
    }
    this.#before = await readCollection(this.#db, now);
    return written(await replaceCollection(this.#db, this.#file, now));
  }

  async #read(file: Blob, heard: (progress: ImportProgress) => void): Promise<ImportReport> {
    if (file.size > LARGEST_FILE) throw new ImportError('too_large');
    heard({ stage: 'reading', done: 0, total: undefined });
    const read = await importJson(await file.text(), this.#world.digest, (done, total) =>
      heard({ stage: 'judging', done, total }),
    );
    heard({ stage: 'comparing', done: 0, total: undefined });
    const preview = await previewImport(this.#db, read);
    this.#file = preview.file;
    return { type: 'read', summary: summarise(preview) };
  }
}

function written(annotations: readonly { id: string }[]): ImportReport {
  return { type: 'written', ids: annotations.map(({ id }) => id) };
}
