import { browser, defineBackground } from '#imports';
import { recognise } from '../lib/core/recognise/recognise.ts';
import { openDatabase } from '../lib/platform/database.ts';
import { requestTab, type TabRequest } from '../lib/platform/inject.ts';
import { addMenus, onMenuAction } from '../lib/platform/menus.ts';
import { failureCode, requestPage, serve, type Requests } from '../lib/platform/messages.ts';
import { openPanel } from '../lib/platform/panel.ts';
import { parseRequest } from '../lib/platform/request-schemas.ts';
import { registerSites } from '../lib/platform/sites.ts';
import { storeHandlers } from '../lib/platform/store-handlers.ts';

export default defineBackground(() => {
  const db = openDatabase();
  const world = {
    now: () => new Date(),
    digest: (bytes: BufferSource) => crypto.subtle.digest('SHA-256', bytes),
  };
  serve<Requests>(
    'background',
    {
      recognise: ({ text, publishedTime }) => recognise(text, { publishedTime }),
      ...storeHandlers(db, world),
      openLibrary,
      readTab: ({ tabId }) => requestTab(tabId, 'toggle'),
      articleFound: (_, { tab }) =>
        tab?.id === undefined ? undefined : requestTab(tab.id, 'toggle'),
    },
    parseRequest,
  );
  browser.action.onClicked.addListener((tab) => {
    openPanel(tab.windowId);
    if (tab.id !== undefined) void run(tab.id, 'toggle');
  });
  onMenuAction((action, tabId) => {
    if (action === 'open-library') void openLibrary();
    else if (tabId !== undefined)
      void run(tabId, action === 'missed' ? 'reportMissed' : 'clipSelection');
  });
  browser.runtime.onInstalled.addListener(() => {
    void addMenus();
    void registerSites();
  });
  browser.permissions.onAdded.addListener(() => void registerSites());
  browser.permissions.onRemoved.addListener(() => void registerSites());
});

/** Where a tab cannot be read the panel explains; a page that can show words shows them. */
async function run(tabId: number, name: TabRequest): Promise<void> {
  await requestTab(tabId, name).catch((failure: unknown) => {
    return requestPage(tabId, 'notify', { message: failureCode(failure) }).catch(() => undefined);
  });
}

async function openLibrary(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/library.html' as '/background.js') });
}
