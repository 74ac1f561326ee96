import { browser, defineBackground } from '#imports';
import { recognise } from '../lib/core/recognise/recognise.ts';
import { hostOf } from '../lib/core/site.ts';
import { sourceKey } from '../lib/core/source-key.ts';
import { readBackupState } from '../lib/platform/backup-state.ts';
import { annotationsAt, openDatabase } from '../lib/platform/database.ts';
import { emptyTrash } from '../lib/platform/empty-trash.ts';
import { openOwnPage, welcome } from '../lib/platform/first-run.ts';
import { followPages } from '../lib/platform/follow-pages.ts';
import { followSites } from '../lib/platform/follow-sites.ts';
import { requestTab, type TabRequest } from '../lib/platform/inject.ts';
import { addMenus, onMenuAction } from '../lib/platform/menus.ts';
import { failureCode, requestPage, serve, type Requests } from '../lib/platform/messages.ts';
import { openPanel } from '../lib/platform/panel.ts';
import { parseRequest } from '../lib/platform/request-schemas.ts';
import { keepFromPages, readerName, readSettings } from '../lib/platform/settings.ts';
import { registerSites } from '../lib/platform/sites.ts';
import { storeHandlers } from '../lib/platform/store-handlers.ts';
import { tabHandlers } from '../lib/platform/tab-handlers.ts';

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
      ...tabHandlers(countAt),
      async settings(_, { url = '' }) {
        const { markStyle, keys, regions } = await readSettings();
        return { markStyle, keys, region: regions[hostOf(url) ?? ''] };
      },
      openLibrary: () => openOwnPage('library.html'),
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
