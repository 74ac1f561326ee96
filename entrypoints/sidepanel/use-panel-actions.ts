import type { PanelActions } from '../../components/Panel.tsx';
import { sitePattern } from '../../lib/core/site.ts';
import { localised } from '../../lib/platform/localised.ts';
import { Failure, failureCode, request, requestPage } from '../../lib/platform/messages.ts';
import { chooseRegion } from '../../lib/platform/settings.ts';
import { allowSite } from '../../lib/platform/sites.ts';
import { useMessage } from './use-message.ts';

type Work = Promise<string | void>;

/** What the panel does, on the page of a tab, and how the last deed went. */
export function usePanelActions(
  tabId: number | undefined,
  address: string | undefined,
  onSiteAllowed: (isAllowed: boolean) => void,
) {
  const [message, setMessage] = useMessage();
  const attempt = async (work: Work) => {
    try {
      const text = await work;
      setMessage(text ? { tone: 'good', text } : undefined);
    } catch (failure) {
      setMessage({ tone: 'bad', text: localised(failureCode(failure)) });
    }
  };
  const onTab = (work: (tabId: number) => Promise<string | void>) =>
    attempt(tabId === undefined ? gone() : work(tabId));

  const actions: PanelActions = {
    read: () => onTab((id) => request('readTab', { tabId: id })),
    toggle: () => onTab(async (id) => void (await requestPage(id, 'toggle', {}))),
    show: (mention) => onTab((id) => requestPage(id, 'show', { mention })),
    clip: (mentions, remarks) =>
      onTab(async (id) => saved(await requestPage(id, 'clip', { mentions, remarks }))),
    unclip: (ids) =>
      onTab(async (id) => {
        await requestPage(id, 'unclip', { ids });
        return localised('panel_unclipped');
      }),
    clipChanged: (id) => onTab(async (tab) => saved(await requestPage(tab, 'clipChanged', { id }))),
    undo: () => onTab(async (id) => void (await requestPage(id, 'undo', {}))),
    pickRegion: () => onTab((id) => requestPage(id, 'pickRegion', {})),
    forgetRegion: () => onTab(forgetRegion),
    openLibrary: () => void attempt(request('openLibrary', {})),
    allowSite: () => {
      const pattern = address && sitePattern(address);
      if (pattern) void attempt(allowSite(pattern).then(onSiteAllowed));
    },
    of: (mention) => ({
      clip: (remarks) => actions.clip([mention], remarks),
      unclip: (id) => actions.unclip([id]),
      edit: (id, remarks) =>
        onTab(async (tab) => {
          await requestPage(tab, 'edit', { id, remarks });
          return localised('panel_edited');
        }),
      skip: () => onTab((tab) => requestPage(tab, 'skip', { mentions: [mention] })),
      unskip: (id) => onTab((tab) => requestPage(tab, 'unskip', { ids: [id] })),
      correct: (verdict) =>
        onTab(async (tab) => saved(await requestPage(tab, 'correct', { mention, verdict }))),
    }),
  };
  return { actions, message, setMessage };
}

async function forgetRegion(tabId: number): Promise<void> {
  const { url } = await requestPage(tabId, 'shown', {});
  await chooseRegion(url, undefined);
  await requestPage(tabId, 'useRegion', {});
}

function gone(): Promise<never> {
  return Promise.reject(new Failure('error_page_gone'));
}

function saved({ length }: readonly unknown[]): string {
  return length > 0 ? localised('panel_saved_some', [`${length}`]) : localised('notice_duplicate');
}
