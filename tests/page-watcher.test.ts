// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPage } from '../lib/dom/page-watcher.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function rewrite(times: number, everyMs: number) {
  for (let i = 0; i < times; i++) {
    document.body.textContent = `lần ${i}`;
    await vi.advanceTimersByTimeAsync(everyMs);
  }
}

describe('a page that changes while it is read', () => {
  it('is read again soon after text arrives', async () => {
    const stop = new AbortController();
    const changed = vi.fn();
    watchPage(document, window as never, changed, stop.signal, () => Date.now());
    await rewrite(1, 1000);
    expect(changed).toHaveBeenCalledTimes(1);
    stop.abort();
  });

  it('is read ever more seldom while it rewrites itself ten times a second', async () => {
    const stop = new AbortController();
    const changed = vi.fn();
    watchPage(document, window as never, changed, stop.signal, () => Date.now());
    await rewrite(1200, 100);
    expect(changed.mock.calls.length).toBeGreaterThan(3);
    expect(changed.mock.calls.length).toBeLessThan(12);
    stop.abort();
  });

  it('is read promptly when it goes to another address without loading, though it kept changing before', async () => {
    const stop = new AbortController();
    const changed = vi.fn();
    watchPage(document, window as never, changed, stop.signal, () => Date.now());
    await rewrite(300, 100);
    const before = changed.mock.calls.length;
    window.dispatchEvent(new PopStateEvent('popstate'));
    await vi.advanceTimersByTimeAsync(700);
    expect(changed).toHaveBeenCalledTimes(before + 1);
    stop.abort();
  });

  it('is left alone once reading stops', async () => {
    const stop = new AbortController();
    const changed = vi.fn();
    watchPage(document, window as never, changed, stop.signal, () => Date.now());
    stop.abort();
    await rewrite(3, 1000);
    expect(changed).not.toHaveBeenCalled();
  });
});
