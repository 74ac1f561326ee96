import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setTimeout } from 'node:timers/promises';
import { inflateRawSync } from 'node:zlib';
import { packText } from '../lib/core/export/zip-stream.ts';
import { packingWorker, servePacking } from '../lib/platform/packing-worker.ts';

const LINES = Array.from({ length: 400 }, (_, at) =>
  `Chi bộ ${at} có ${at * 7} đảng viên.\n`.repeat(20),
);

/** A worker's two ends on one thread. */
class OneThread extends EventTarget {
  readonly #door = new EventTarget();

  constructor() {
    super();
    started++;
    if (state === 'broken') queueMicrotask(() => this.dispatchEvent(new Event('error')));
    if (state === 'well') servePacking(this.#door as Parameters<typeof servePacking>[0]);
  }

  postMessage(port: MessagePort): void {
    this.#door.dispatchEvent(new MessageEvent('message', { data: port }));
  }
}

let started = 0;
let state: 'well' | 'broken' | 'asleep' = 'well';

beforeEach(() => {
  started = 0;
  state = 'well';
  vi.stubGlobal('Worker', OneThread);
});
afterEach(() => void vi.unstubAllGlobals());

const unpack = (parts: readonly Uint8Array[]) => inflateRawSync(Buffer.concat(parts)).toString();

describe('a file packed in a worker', () => {
  it('holds the same text as one packed here, however long', async () => {
    const { parts, ...told } = await packText(LINES, packingWorker());
    expect(unpack(parts)).toBe(LINES.join(''));
    const { parts: _, ...toldHere } = await packText(LINES);
    expect(told).toEqual(toldHere);
  });

  it('holds each its own text when two are packed at once, by one worker', async () => {
    const pack = packingWorker();
    const packed = await Promise.all(LINES.slice(0, 3).map((line) => packText([line], pack)));
    expect(packed.map(({ parts }) => unpack(parts))).toEqual(LINES.slice(0, 3));
    expect(started).toBe(1);
  });

  it('reads no more than it can hand over, or a whole collection would fill the memory', async () => {
    let read = 0;
    const text = function* () {
      for (const line of LINES) {
        read++;
        yield line;
      }
    };
    state = 'asleep';
    void packingWorker()(text()).next();
    await setTimeout(20);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(LINES.length / 4);
  });

  it('fails with the reason when what is written fails half way, as a full disk would have it', async () => {
    const text = function* () {
      yield LINES[0] ?? '';
      throw new Error('unreadable');
    };
    await expect(packText(text(), packingWorker())).rejects.toThrow('unreadable');
  });

  it('fails, and does not wait for ever, when the worker does not start; the next try has a new one', async () => {
    state = 'broken';
    const pack = packingWorker();
    await expect(packText(LINES, pack)).rejects.toThrow();
    state = 'well';
    const { parts } = await packText(LINES, pack);
    expect(unpack(parts)).toBe(LINES.join(''));
  });
});
