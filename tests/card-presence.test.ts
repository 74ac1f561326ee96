import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCardPresence } from '../lib/dom/card-presence.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched() {
  const seen: (number | undefined)[] = [];
  return { seen, card: createCardPresence((mark) => seen.push(mark)) };
}

describe('the card of a mark', () => {
  it('does not flash while the pointer only passes over marks', () => {
    const { seen, card } = watched();
    card.hover(1);
    vi.advanceTimersByTime(100);
    card.hover(undefined);
    vi.advanceTimersByTime(5000);
    expect(seen).not.toContain(1);
  });

  it('opens when the pointer rests, and goes when it leaves', () => {
    const { seen, card } = watched();
    card.hover(1);
    vi.advanceTimersByTime(300);
    card.hover(undefined);
    vi.advanceTimersByTime(500);
    expect(seen).toEqual([1, undefined]);
  });

  it('stays while the pointer is on the card', () => {
    const { seen, card } = watched();
    card.hover(1);
    vi.advanceTimersByTime(300);
    card.hover(undefined);
    card.hold(true);
    vi.advanceTimersByTime(5000);
    expect(seen).toEqual([1]);
    card.hold(false);
    vi.advanceTimersByTime(500);
    expect(seen).toEqual([1, undefined]);
  });

  it('stays when it was chosen by click or key, until it is closed', () => {
    const { seen, card } = watched();
    card.pin(2);
    card.hover(3);
    card.hover(undefined);
    vi.advanceTimersByTime(5000);
    expect(seen).toEqual([2]);
    card.close();
    expect(seen).toEqual([2, undefined]);
  });
});
