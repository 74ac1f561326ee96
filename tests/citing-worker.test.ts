import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Cited } from '../lib/core/citation.ts';
import { renderCitations } from '../lib/core/cite/render-citations.ts';
import { citingWorker, IDLE_MS } from '../lib/platform/citing-worker.ts';
import { serveCiting } from '../lib/platform/serve-citing.ts';

const ARTICLES: Cited[] = [1, 2, 3].map((at) => ({
  title: `Bài ${at}`,
  url: `https://example.vn/${at}`,
  captured: '2026-11-22T03:00:00Z',
}));

/** A worker's two ends on one thread. */
class OneThread extends EventTarget {
  readonly #door = new EventTarget();

  constructor() {
    super();
    started++;
    if (isBroken) queueMicrotask(() => this.dispatchEvent(new Event('error')));
    else serveCiting(this.#door as Parameters<typeof serveCiting>[0]);
  }

  postMessage(order: { articles: readonly object[] }): void {
    sent.push(...order.articles);
    this.#door.dispatchEvent(new MessageEvent('message', { data: order }));
  }

  terminate(): void {
    ended++;
  }
}

let [started, ended, isBroken] = [0, 0, false];
let sent: object[] = [];

beforeEach(() => {
  [started, ended, isBroken, sent] = [0, 0, false, []];
  vi.stubGlobal('Worker', OneThread);
});
afterEach(() => void vi.unstubAllGlobals());

describe('articles cited in a worker', () => {
  it('get the lines they would get here, each asker its own, from one worker', async () => {
    const citeIn = citingWorker();
    const [apa, vancouver] = [citeIn('apa'), citeIn('vancouver')];
    const lines = await Promise.all([apa(ARTICLES), vancouver(ARTICLES), apa(ARTICLES.slice(1))]);
    const here = renderCitations(ARTICLES, 'apa');
    expect(lines).toEqual([here, renderCitations(ARTICLES, 'vancouver'), here.slice(1)]);
    expect(started).toBe(1);
  });

  it('are not started for where none are to be cited', () => {
    citingWorker()('apa');
    expect(started).toBe(0);
  });

  it('leave their texts at home, which are the most of them', async () => {
    const whole = ARTICLES.map((each) => ({ ...each, text: 'dài '.repeat(1000) }));
    await citingWorker()('apa')(whole);
    expect(sent).toHaveLength(3);
    for (const each of sent) expect(each).not.toHaveProperty('text');
  });

  it('fail with words for the reader where the style has a fault', async () => {
    const style = { id: 'own:x', csl: '{"name":"style","attrs":{},"children":[]}' };
    await expect(citingWorker()(style)(ARTICLES)).rejects.toMatchObject({
      messageKey: 'citation_error_unusable',
    });
  });

  it('fail, and do not wait for ever, when the worker does not start; the next have a new one', async () => {
    isBroken = true;
    const cite = citingWorker()('apa');
    await expect(cite(ARTICLES)).rejects.toThrow();
    isBroken = false;
    expect(await cite(ARTICLES)).toHaveLength(3);
  });

  it('leave no worker behind that nobody has asked anything for a while', async () => {
    vi.useFakeTimers();
    try {
      const cite = citingWorker()('apa');
      await cite(ARTICLES);
      vi.advanceTimersByTime(IDLE_MS - 1);
      await cite(ARTICLES);
      vi.advanceTimersByTime(IDLE_MS - 1);
      expect([started, ended]).toEqual([1, 0]);
      vi.advanceTimersByTime(1);
      expect([started, ended]).toEqual([1, 1]);
      expect(await cite(ARTICLES)).toHaveLength(3);
      expect(started).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('are let go of when whoever asked ends', async () => {
    const asking = new AbortController();
    await citingWorker(asking.signal)('apa')(ARTICLES);
    asking.abort();
    expect(ended).toBe(1);
  });
});
