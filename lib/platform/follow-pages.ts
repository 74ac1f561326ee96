import { hostOf, covers } from '../core/site.ts';
import type { PageSettings, Settings } from '../core/settings.ts';
import { browser } from '#imports';
import { onPageChange, requestPage } from './messages.ts';
import { modeAt } from './sites.ts';
import { clearToolbar, showOnToolbar } from './toolbar.ts';

/** How many excerpts are kept of the page at an address. */
export type CountAt = (url: string) => Promise<number>;

/** Keeps the toolbar button of each tab true to its page; the page is asked anew each time, nothing is remembered. */
export function followPages(countAt: CountAt): void {
  onPageChange((tabId, change) => {
    if (change.what !== 'all') return;
    // One at a time, or an older answer could be shown last.
    void navigator.locks.request(`toolbar-${tabId}`, async () => {
      const page = await requestPage(tabId, 'shown', {}).catch(() => undefined);
      if (!page) return;
      const state = page.status === 'refused' ? 'none' : page.status;
      await showOnToolbar(tabId, state, await countAt(page.url), page.affected);
    });
  });
}

/** Shows that a page not read yet has an article, and how much of it is kept. */
export async function showArticleFound(tabId: number, url: string, countAt: CountAt) {
  await showOnToolbar(tabId, 'found', await countAt(url));
}

/** Hands settings on to every page being read. */
export async function applyToPages(settings: PageSettings): Promise<void> {
  await eachTab((tabId) => requestPage(tabId, 'applySettings', settings));
}

/** Takes the marks off every open page of these hosts that may not be read unasked any more. */
export async function stopReading(
  hosts: readonly string[],
  sites: Settings['sites'],
): Promise<void> {
  await eachTab(async (tabId, isKnown) => {
    const page = await requestPage(tabId, 'shown', {}).catch(() => undefined);
    // The button of a page only looked at may still tell of its article; of an allowed site it may.
    if (!page) return isKnown ? undefined : clearToolbar(tabId);
    const hostname = hostOf(page.url) ?? '';
    const isConcerned = hosts.some((host) => covers(host, hostname));
    if (!isConcerned || (await modeAt(page.url, sites)) !== 'off') return undefined;
    return requestPage(tabId, 'turnOff', {});
  });
}

/** Does something with every tab; whether its address may be known is told, and a tab that does not answer is passed. */
async function eachTab(act: (tabId: number, isKnown: boolean) => Promise<unknown>): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.flatMap(({ id, url }) => (id === undefined ? [] : [act(id, url !== undefined)])),
  );
}
