import { browser, defineBackground } from '#imports';
import { recognise } from '../lib/core/recognise/recognise.ts';
import { sourceKey } from '../lib/core/source-key.ts';
import { annotationsAt, openDatabase, saveAnnotations } from '../lib/platform/database.ts';
import { requestTab } from '../lib/platform/inject.ts';
import { addMenus, onMenuAction } from '../lib/platform/menus.ts';
import {
  Failure,
  failureCode,
  requestPage,
  serve,
  type Requests,
} from '../lib/platform/messages.ts';
import { openPanel } from '../lib/platform/panel.ts';
import { parseRequest } from '../lib/platform/request-schemas.ts';
import { restore, trash } from '../lib/platform/revise.ts';
import { registerSites } from '../lib/platform/sites.ts';
import { addSkips, removeSkips, skipsAt } from '../lib/platform/skips.ts';
import { StorageError } from '../lib/platform/storage-error.ts';
import { tagsInUse } from '../lib/platform/tag-counts.ts';

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
      saveAnnotations: (clip) => told(saveAnnotations(db, clip, world)),
      storedAt: async ({ url }) => {
        const key = sourceKey(url);
        const stored = Promise.all([annotationsAt(db, key), skipsAt(db, key)]);
        return told(stored.then(([annotations, skips]) => ({ annotations, skips })));
      },
      trashAnnotations: async ({ ids }) => void (await told(trash(db, ids, world.now()))),
      restoreAnnotations: async ({ ids }) => void (await told(restore(db, ids, world.now()))),
      addSkips: ({ skips }) => told(addSkips(db, skips)),
      removeSkips: ({ ids }) => told(removeSkips(db, ids)),
      tags: async () => (await told(tagsInUse(db))).map(({ tag }) => tag),
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
    else if (tabId !== undefined) void run(tabId, 'clipSelection');
  });
  browser.runtime.onInstalled.addListener(() => {
    void addMenus();
    void registerSites();
  });
  browser.permissions.onAdded.addListener(() => void registerSites());
  browser.permissions.onRemoved.addListener(() => void registerSites());
});

/** Where a tab cannot be read the panel explains; a page that can show words shows them. */
async function run(tabId: number, name: 'toggle' | 'clipSelection'): Promise<void> {
  await requestTab(tabId, name).catch((failure: unknown) => {
    return requestPage(tabId, 'notify', { message: failureCode(failure) }).catch(() => undefined);
  });
}

async function openLibrary(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/library.html' as '/background.js') });
}

/** Storage failures keep their own words on the way to the page. */
function told<T>(work: Promise<T>): Promise<T> {
  return work.catch((cause: unknown) => {
    throw cause instanceof StorageError ? new Failure(cause.messageKey, cause) : cause;
  });
}
