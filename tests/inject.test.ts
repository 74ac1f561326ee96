import { beforeEach, describe, expect, it, vi } from 'vitest';
import { put, resetTab, tab } from './fake-tab.ts';

vi.mock('#imports', async () => ({ browser: (await import('./fake-tab.ts')).tabBrowser }));

const { readFrames, readTab, requestTab } = await import('../lib/platform/inject.ts');

beforeEach(() => resetTab([{ frameId: 0, prose: 900 }]));

describe('a click on the toolbar button', () => {
  it('reads the page though the first scripts came before the permission it gives', async () => {
    tab.refusals = 2;
    await requestTab(7, 'toggle');
    expect(put('content')).toEqual([0]);
    expect(put('views')).toEqual([0]);
  });

  it('finds the article in its frame though a page of frames gave nothing to the first scripts', async () => {
    resetTab([
      { frameId: 0, prose: 0 },
      { frameId: 4, prose: 900 },
    ]);
    tab.refusals = 4;
    await requestTab(7, 'toggle');
    expect(put('content')).toEqual([4]);
  });

  it('tells that a page which no click can open is not allowed', async () => {
    tab.refusals = Infinity;
    await expect(requestTab(7, 'toggle')).rejects.toThrow('error_tab_not_allowed');
    expect(tab.scripts).toEqual([]);
  });

  it('does not wait for a frame that never comes', async () => {
    resetTab([
      { frameId: 0, prose: 900 },
      { frameId: 4, prose: 0, isStalled: true },
    ]);
    await requestTab(7, 'toggle');
    expect(tab.statusAt(0)).toBe('on');
  });

  it('looks into the frames again where it found no article before', async () => {
    resetTab([
      { frameId: 0, prose: 0 },
      { frameId: 4, prose: 0 },
    ]);
    await requestTab(7, 'toggle');
    expect(tab.statusAt(0)).toBe('refused');
    tab.load(4, 900);
    await requestTab(7, 'toggle');
    expect([tab.statusAt(0), tab.statusAt(4)]).toEqual([undefined, 'on']);
  });

  it('keeps the reader of a page without an article, with what it can undo, while no frame has one', async () => {
    resetTab([{ frameId: 0, prose: 0 }]);
    await requestTab(7, 'toggle');
    await requestTab(7, 'toggle');
    expect(put('content')).toEqual([0]);
  });
});

describe('a frame that loads after the click', () => {
  beforeEach(() =>
    resetTab([
      { frameId: 0, prose: 0 },
      { frameId: 4, prose: 0 },
    ]),
  );

  it('is read when the page itself has no article', async () => {
    await requestTab(7, 'toggle');
    expect(put('frames')).toEqual([0]);
    tab.load(4, 900);
    await readFrames(7);
    expect([tab.statusAt(0), tab.statusAt(4)]).toEqual([undefined, 'on']);
  });

  it('is read when it takes the place of the article read', async () => {
    tab.load(4, 900);
    await requestTab(7, 'toggle');
    tab.load(4, 1200);
    await readFrames(7);
    expect(tab.statusAt(4)).toBe('on');
  });

  it('is not read when the reader took the marks off before', async () => {
    tab.load(4, 900);
    await requestTab(7, 'toggle');
    await requestTab(7, 'toggle');
    expect(tab.isFollowed).toBe(false);
  });

  it('is asked for once, not for ever, while none has an article', async () => {
    await requestTab(7, 'toggle');
    await readFrames(7);
    expect(put('content')).toEqual([0]);
    expect(put('frames')).toEqual([0]);
  });

  it('is left alone while an article is read, or was and has its marks taken off', async () => {
    resetTab([
      { frameId: 0, prose: 900 },
      { frameId: 4, prose: 0 },
    ]);
    await requestTab(7, 'toggle');
    expect(tab.isFollowed).toBe(false);
    tab.load(4, 5000);
    await readFrames(7);
    await requestTab(7, 'toggle');
    await readFrames(7);
    expect([tab.statusAt(0), tab.statusAt(4)]).toEqual(['off', undefined]);
  });
});

it('a page asked for twice by the panel, its first answer lost, keeps its marks', async () => {
  await readTab(7);
  await readTab(7);
  expect(tab.statusAt(0)).toBe('on');
});
