import { beforeEach, describe, expect, it, vi } from 'vitest';

/** A tab whose process learns of a click's permission only after it has refused some scripts. */
const tab = vi.hoisted(() => ({ refusals: 0, isListening: false, put: [] as string[] }));
vi.mock('#imports', () => ({
  browser: {
    runtime: { id: 'self' },
    tabs: {
      sendMessage: async () =>
        tab.isListening ? { ok: true, value: undefined } : Promise.reject(new Error('nobody')),
    },
    scripting: {
      insertCSS: async () => undefined,
      async executeScript({ files }: { files?: string[] }) {
        if (tab.refusals > 0) {
          tab.refusals--;
          throw new Error('Cannot access contents of the page.');
        }
        tab.put.push(...(files ?? []));
        tab.isListening ||= files?.[0]?.endsWith('content.js') ?? false;
        return [{ frameId: 0, result: 900 }];
      },
    },
  },
}));

const { requestTab } = await import('../lib/platform/inject.ts');

describe('a click on the toolbar button', () => {
  beforeEach(() => void Object.assign(tab, { refusals: 0, isListening: false, put: [] }));

  it('reads the page though the first scripts came before the permission it gives', async () => {
    tab.refusals = 2;
    await requestTab(7, 'toggle');
    expect(tab.put).toEqual(['/content-scripts/content.js', '/content-scripts/views.js']);
  });

  it('tells that a page which no click can open is not allowed', async () => {
    tab.refusals = Infinity;
    await expect(requestTab(7, 'toggle')).rejects.toThrow('error_tab_not_allowed');
    expect(tab.put).toEqual([]);
  });
});
