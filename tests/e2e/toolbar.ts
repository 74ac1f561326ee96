import type { Page } from './browser.ts';

/** The API object of an extension's own page, as far as it is used here. */
interface ExtensionApi {
  tabs: { query(filter: object): Promise<{ id: number }[]> };
  action: {
    getBadgeText(tab: { tabId: number }): Promise<string>;
    getTitle(tab: { tabId: number }): Promise<string>;
  };
  scripting: { getRegisteredContentScripts(): Promise<{ matches: string[] }[]> };
}

/** What the toolbar button says on each tab: its badge and its title. */
export function toolbarButtons(extensionPage: Page): Promise<{ badge: string; title: string }[]> {
  return extensionPage.evaluate(async () => {
    const { chrome, browser } = globalThis as { chrome?: ExtensionApi; browser?: ExtensionApi };
    const api = browser?.action ? browser : (chrome as ExtensionApi);
    const tabs = await api.tabs.query({});
    return Promise.all(
      tabs.map(async ({ id: tabId }) => ({
        badge: await api.action.getBadgeText({ tabId }),
        title: await api.action.getTitle({ tabId }),
      })),
    );
  });
}

/** The patterns on whose pages the extension has the browser run a script. */
export function watchedPatterns(extensionPage: Page): Promise<string[]> {
  return extensionPage.evaluate(async () => {
    const { chrome, browser } = globalThis as { chrome?: ExtensionApi; browser?: ExtensionApi };
    const api = browser?.scripting ? browser : (chrome as ExtensionApi);
    const scripts = await api.scripting.getRegisteredContentScripts();
    return scripts.flatMap(({ matches }) => matches);
  });
}
