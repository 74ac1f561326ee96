import { browser, defineBackground } from '#imports';
import { recognise } from '../lib/core/recognise/recognise.ts';
import { hostOf } from '../lib/core/site.ts';
import { sourceKey } from '../lib/core/source-key.ts';
import { readBackupState } from '../lib/platform/backup-state.ts';
import { annotationsAt, openDatabase } from '../lib/platform/database.ts';
import { emptyTrash } from '../lib/platform/empty-trash.ts';
import { openOwnPage, welcome } from '../lib/platform/first-run.ts';
import { followPages, showArticleFound } from '../lib/platform/follow-pages.ts';
import { followSites } from '../lib/platform/follow-sites.ts';
import { injectPicker, requestTab, type TabRequest } from '../lib/platform/inject.ts';
import { addMenus, onMenuAction } from '../lib/platform/menus.ts';
import { failureCode, requestPage, serve, type Requests } from '../lib/platform/messages.ts';
import { openPanel } from '../lib/platform/panel.ts';
import { parseRequest } from '../lib/platform/request-schemas.ts';
import { chooseRegion, keepFromPages, readerName, readSettings } from '../lib/platform/settings.ts';
import { modeAt, registerSites } from '../lib/platform/sites.ts';
import { storeHandlers } from '../lib/platform/store-handlers.ts';

export default defineBackground(() => {
  keepFromPages();
  const db = openDatabase();
  const world = {
    now: () => new Date(),
    digest: (bytes: BufferSource) => crypto.subtle.digest('SHA-256', bytes),
    reader: readerName,
  };
  const countAt = async (url: string) => (await annotationsAt(db, sourceKey(url))).length;
  serve<Requests>(
    'background',
    {
      recognise: ({ text, publishedTime }) => recognise(text, { publishedTime }),
      ...storeHandlers(db, world),
      async settings(_, { url = '' }) {
        const { markStyle, keys, regions } = await readSettings();
        return { markStyle, keys, region: regions[hostOf(url) ?? ''] };
      },
      pickRegion: (_, { tab, frameId }) => injectPicker(tab?.id ?? -1, frameId ?? 0),
      async regionPicked({ selector }, { tab, url = '' }) {
        await chooseRegion(url, selector);
        await requestPage(tab?.id ?? -1, 'useRegion', { selector });
      },
      openLibrary: () => openOwnPage('library.html'),
      readTab: ({ tabId }) => requestTab(tabId, 'toggle'),
      async articleFound(_, { tab, url = '' }) {
        if (tab?.id === undefined) return;
        const mode = await modeAt(url, (await readSettings()).sites);
        if (mode === 'on') await requestTab(tab.id, 'turnOn');
        else if (mode === 'ask') await showArticleFound(tab.id, url, countAt);
      },
    },
    parseRequest,
  );
  browser.action.onClicked.addListener((tab) => {
    openPanel(tab.windowId);
    if (tab.id !== undefined) void run(tab.id, 'toggle');
  });
  onMenuAction((action, tabId) => {
    if (action === 'open-library') void openOwnPage('library.html');
    else if (tabId !== undefined)
      void run(tabId, action === 'missed' ? 'reportMissed' : 'clipSelection');
  });
  void readBackupState().then(({ shown }) =>
    emptyTrash(db, world.now(), shown ? new Date(shown) : undefined),
  );
  followPages(countAt);
  followSites();
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void addMenus();
    // An update forgets what was registered.
    void readSettings().then(({ sites }) => registerSites(sites));
    if (reason === 'install') void welcome();
  });
});

/** Where a tab cannot be read the panel explains; a page that can show words shows them. */
async function run(tabId: number, name: TabRequest): Promise<void> {
  await requestTab(tabId, name).catch((failure: unknown) => {
    return requestPage(tabId, 'notify', { message: failureCode(failure) }).catch(() => undefined);
  });
}
