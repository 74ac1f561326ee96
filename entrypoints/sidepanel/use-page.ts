import { browser } from '#imports';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PageState } from '../../lib/core/page-state.ts';
import { onPageChange, requestPage, type PageChange } from '../../lib/platform/messages.ts';

interface Shown {
  tabId?: number;
  page?: PageState;
}

/** Where the reader is, without asking a page of ten thousand mentions for all of them again. */
function withCurrent(was: Shown, tabId: number, current: number | undefined): Shown {
  if (was.tabId !== tabId || !was.page || was.page.status === 'refused') return was;
  return { ...was, page: { ...was.page, current } };
}

/** The tab in front in this window and what its page shows; followed as tabs change and pages load. */
export function usePage(): { tabId: number | undefined; page: PageState | undefined } {
  const [shown, setShown] = useState<Shown>({});
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
    const changed = (tabId: number, change: PageChange) => {
      if (change.what === 'all') return again();
      setShown((was) => withCurrent(was, tabId, change.current));
    };
    const isLoad = (_: number, { status }: { status?: string }) => status && again();
    const stop = onPageChange(changed);
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
