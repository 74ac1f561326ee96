import { browser } from '#imports';
import { Failure, requestPage } from './messages.ts';

const SCRIPT = '/content-scripts/content.js';
const STYLE = 'content-scripts/content.css';

/**
 * Puts the reader's script into a tab, once.
 * @throws {Failure} `error_tab_not_allowed` where the reader has allowed neither the site nor, by a click, the tab
 */
async function inject(tabId: number): Promise<void> {
  try {
    await browser.scripting.insertCSS({ target: { tabId }, files: [STYLE] });
    await browser.scripting.executeScript({ target: { tabId }, files: [SCRIPT] });
  } catch (cause) {
    throw new Failure('error_tab_not_allowed', cause);
  }
}

/** What the toolbar button, the menus, the keys and the probe ask of a tab. */
export type TabRequest = 'toggle' | 'turnOn' | 'clipSelection' | 'reportMissed';

/** Asks a tab's page; where no page listens yet, the script is put in first. */
export async function requestTab(tabId: number, name: TabRequest): Promise<void> {
  try {
    await requestPage(tabId, name, {});
  } catch (failure) {
    if (!(failure instanceof Failure) || failure.code !== 'error_page_gone') throw failure;
    await inject(tabId);
    await requestPage(tabId, name, {});
  }
}
