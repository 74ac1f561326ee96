// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PanelActions } from '../components/Panel.tsx';
import type { Checklist } from '../components/use-checklist.ts';
import { usePanelKeys } from '../entrypoints/sidepanel/use-panel-keys.ts';
import { EVERYTHING } from '../lib/core/checklist.ts';
import type { PageState } from '../lib/core/page-state.ts';
import { DEFAULT_KEYS } from '../lib/core/reading-keys.ts';
import type { ReadingKeys } from '../lib/dom/reading-keys.ts';

let keys: ReadingKeys;
vi.mock('../lib/dom/reading-keys.ts', () => ({
  watchReadingKeys: (_: Document, reading: ReadingKeys) => void (keys = reading),
}));

/** What the page is asked to show, each to be answered by the test. */
const asked: { at: number; answer: () => void }[] = [];
const clipped: number[] = [];
const actions = {
  show: (at: number) =>
    new Promise<void>((answer) => void asked.push({ at, answer: () => answer() })),
  of: (at: number) => ({ clip: () => clipped.push(at), skip: () => undefined }),
  undo: () => undefined,
} as unknown as PanelActions;
const checklist: Checklist = {
  filter: EVERYTHING,
  setFilter: () => undefined,
  grouping: 'none',
  setGrouping: () => undefined,
  shown: [0, 1, 2, 3],
  ticked: new Set(),
  setTicked: () => undefined,
};
const pageAt = (current: number) =>
  ({
    status: 'on',
    article: { url: 'https://example.vn/a' },
    mentions: [],
    own: [],
    current,
  }) as unknown as PageState;

let root: HTMLElement;
/** The field asked for, as each drawing had it. */
const wished: (string | undefined)[] = [];
/** The mention that was open. */
const shown: (number | undefined)[] = [];

function Keys({ page }: { page: PageState }) {
  const keysOf = usePanelKeys({ page, checklist, actions, keys: DEFAULT_KEYS });
  wished.push(keysOf.wish?.field);
  shown.push(keysOf.shown?.status === 'on' ? keysOf.shown.current : undefined);
  return null;
}
const draw = (current: number) => act(() => render(<Keys page={pageAt(current)} />, root));

beforeEach(async () => {
  for (const list of [asked, clipped, wished, shown]) list.length = 0;
  root = document.body.appendChild(document.createElement('div'));
  await draw(0);
});
afterEach(() => {
  render(null, root);
  root.remove();
});

it('goes on by as many mentions as keys are pressed, however late the page follows', () => {
  for (const key of ['next', 'next'] as const) keys.act(key);
  expect(asked.map(({ at }) => at)).toEqual([1, 2]);
});

it('shows and keeps the mention that the keys have led to, not the one the page is still at', async () => {
  await act(() => void keys.act('next'));
  await act(() => void keys.act('next'));
  for (const { answer } of asked) answer();
  await draw(1);
  expect(shown.at(-1)).toBe(2);
  keys.act('clip');
  await draw(2);
  // The reader points at another on the page.
  await draw(0);
  keys.act('clip');
  expect(clipped).toEqual([2, 0]);
  expect(shown.at(-1)).toBe(0);
});

it('is where the page is, when that does not go where it was asked to', async () => {
  vi.useFakeTimers();
  await act(() => void keys.act('next'));
  await act(async () => {
    asked[0]?.answer();
    await vi.advanceTimersByTimeAsync(60_000);
  });
  vi.useRealTimers();
  expect(shown.at(-1)).toBe(0);
});

it('gives the keyboard to a field once, and not again with every mention after it', async () => {
  await act(() => void keys.act('tag'));
  expect(wished).toContain('tags');
  wished.length = 0;
  await draw(1);
  await draw(0);
  expect(wished).not.toContain('tags');
});

it('leaves Escape to what else it can close while the help is closed', async () => {
  expect(keys.close()).toBe(false);
  await act(() => void keys.act('help'));
  expect(keys.close()).toBe(true);
});
