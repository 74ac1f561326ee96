import { browser } from '#imports';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PageState } from '../../lib/core/page-state.ts';
import { onPageChange, requestPage } from '../../lib/platform/messages.ts';

/** The tab in front in this window and what its page shows; followed as tabs change and pages load. */
export function usePage(): { tabId: number | undefined; page: PageState | undefined } {
  const [shown, setShown] = useState<{ tabId?: number; page?: PageState }>({});
  const refresh = useCallback(async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    const tabId = tab?.id;
    if (tabId === undefined) return setShown({});
    // A page nobody has read does not answer: that is a state of its own, not a failure.
    const page = await requestPage(tabId, 'pageState', {}).catch(() => undefined);
    setShown({ tabId, ...(page && { page }) });
  }, []);
  useEffect(() => {
    const again = () => void refresh();
    const isLoad = (_: number, { status }: { status?: string }) => status && again();
    const stop = onPageChange(again);
    browser.tabs.onActivated.addListener(again);
    browser.tabs.onUpdated.addListener(isLoad);
    again();
    return () => {
      stop();
      browser.tabs.onActivated.removeListener(again);
      browser.tabs.onUpdated.removeListener(isLoad);
    };
  }, [refresh]);
  return { tabId: shown.tabId, page: shown.page };
}
