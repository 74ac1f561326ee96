import { showArticleFound, type CountAt } from './follow-pages.ts';
import { injectPicker, readFrames, readTab, requestTab } from './inject.ts';
import { requestPage, type Handlers, type Requests } from './messages.ts';
import { chooseRegion, readSettings } from './settings.ts';
import { modeAt } from './sites.ts';

/** What there is no tab for, so that nothing is done to it. */
const NO_TAB = -1;

/** Serves what a page, and the panel beside it, ask to be done to their tab. */
export function tabHandlers(
  countAt: CountAt,
): Pick<
  Handlers<Requests>,
  'readTab' | 'frameLoaded' | 'articleFound' | 'pickRegion' | 'regionPicked'
> {
  return {
    readTab: ({ tabId }) => readTab(tabId),
    frameLoaded: (_, { tab }) => readFrames(tab?.id ?? NO_TAB),
    async articleFound(_, { tab, url = '' }) {
      if (tab?.id === undefined) return;
      const mode = await modeAt(url, (await readSettings()).sites);
      if (mode === 'on') await requestTab(tab.id, 'turnOn');
      else if (mode === 'ask') await showArticleFound(tab.id, url, countAt);
    },
    pickRegion: (_, { tab, frameId }) => injectPicker(tab?.id ?? NO_TAB, frameId ?? 0),
    async regionPicked({ selector }, { tab, url = '' }) {
      await chooseRegion(url, selector);
      await requestPage(tab?.id ?? NO_TAB, 'useRegion', { selector });
    },
  };
}
