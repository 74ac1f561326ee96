import { describe, expect, it, vi } from 'vitest';

/** As much as Firefox for Android has: no panel of either kind, no menus, no keys, no icon to set. */
const shown = vi.hoisted(() => ({ badge: '', title: '' }));
vi.mock('#imports', () => ({
  browser: {
    i18n: { getMessage: (key: string) => key },
    action: {
      setBadgeText: async ({ text }: { text: string }) => void (shown.badge = text),
      setBadgeBackgroundColor: async () => undefined,
      setBadgeTextColor: async () => undefined,
      setTitle: async ({ title }: { title: string }) => void (shown.title = title),
    },
  },
}));

const { openPanel } = await import('../lib/platform/panel.ts');
const { addMenus, onMenuAction } = await import('../lib/platform/menus.ts');
const { showOnToolbar } = await import('../lib/platform/toolbar.ts');

describe('on a phone, whose browser has no side panel, menus or keys', () => {
  it('a tap on the button still goes on to read the page', () => {
    expect(() => openPanel(1)).not.toThrow();
  });

  it('the background starts, so that pages are answered', async () => {
    expect(() => onMenuAction(() => undefined)).not.toThrow();
    await expect(addMenus()).resolves.toBeUndefined();
  });

  it('the button counts the excerpts, and names those the page no longer bears out', async () => {
    await showOnToolbar(1, 'on', 3, 1);
    expect(shown).toEqual({ badge: '3', title: 'toolbar_on toolbar_affected' });
  });
});
