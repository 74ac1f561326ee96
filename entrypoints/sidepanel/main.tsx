import { browser } from '#imports';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { TranslateProvider } from '../../components/i18n.tsx';
import { Panel, type PanelActions, type PanelSite } from '../../components/Panel.tsx';
import { localised } from '../../lib/platform/localised.ts';
import { Failure, failureCode, request, requestPage } from '../../lib/platform/messages.ts';
import { allowSite, isSiteAllowed, siteName, sitePattern } from '../../lib/platform/sites.ts';
import { usePage } from './use-page.ts';

function SidePanel() {
  const { tabId, page } = usePage();
  const [message, setMessage] = useState<{ tone: 'good' | 'bad'; text: string }>();
  const address = page && page.status !== 'refused' ? page.article.url : undefined;
  const [site, setSite] = useSite(address);
  useEffect(() => setMessage(undefined), [tabId, address]);

  const attempt = async (work: Promise<string | void>) => {
    try {
      const text = await work;
      setMessage(text ? { tone: 'good', text } : undefined);
    } catch (failure) {
      setMessage({ tone: 'bad', text: localised(failureCode(failure)) });
    }
  };
  const onTab = (work: (tabId: number) => Promise<string | void>) =>
    void attempt(
      tabId === undefined ? Promise.reject(new Failure('error_page_gone')) : work(tabId),
    );

  const actions: PanelActions = {
    read: () => onTab((id) => request('readTab', { tabId: id })),
    toggle: () => onTab(async (id) => void (await requestPage(id, 'toggle', {}))),
    show: (mention) => onTab((id) => requestPage(id, 'show', { mention })),
    clip: (mentions) =>
      onTab(async (id) => {
        const kept = await requestPage(id, 'clip', { mentions, tags: [], note: '' });
        return localised('panel_saved_some', [`${kept.length}`]);
      }),
    unclip: (ids) =>
      onTab(async (id) => {
        await requestPage(id, 'unclip', { ids });
        return localised('panel_unclipped');
      }),
    openLibrary: () => void attempt(request('openLibrary', {})),
    allowSite: () => {
      const pattern = address && sitePattern(address);
      if (pattern) void attempt(allowSite(pattern).then((isAllowed) => setSite(isAllowed)));
    },
  };
  return <Panel {...actions} page={page} site={site} message={message} />;
}

/** The site of an address and whether it is on the reader's list. */
function useSite(address: string | undefined) {
  const [isAllowed, setAllowed] = useState(false);
  const pattern = address && sitePattern(address);
  useEffect(() => {
    if (pattern) void isSiteAllowed(pattern).then(setAllowed);
  }, [pattern]);
  const site: PanelSite | undefined = pattern ? { name: siteName(pattern), isAllowed } : undefined;
  return [site, setAllowed] as const;
}

document.documentElement.lang = browser.i18n.getUILanguage();
render(
  <TranslateProvider value={localised}>
    <SidePanel />
  </TranslateProvider>,
  document.body,
);
