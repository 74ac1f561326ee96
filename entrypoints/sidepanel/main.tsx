import { browser } from '#imports';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { TranslateProvider } from '../../components/i18n.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useChecklist } from '../../components/use-checklist.ts';
import { keysFrom } from '../../lib/core/reading-keys.ts';
import { ignoreSecondClicks } from '../../lib/dom/second-clicks.ts';
import { localised } from '../../lib/platform/localised.ts';
import { request } from '../../lib/platform/messages.ts';
import { usePage } from './use-page.ts';
import { usePanelActions } from './use-panel-actions.ts';
import { usePanelKeys } from './use-panel-keys.ts';
import { useRelated } from './use-related.ts';
import { useSettings } from './use-settings.ts';
import { useSite } from './use-site.ts';

function SidePanel() {
  const { tabId, page } = usePage();
  const address = page && page.status !== 'refused' ? page.article.url : undefined;
  const related = useRelated(tabId, page?.status === 'refused' ? undefined : page?.article);
  const [site, setAllowed] = useSite(address);
  const { actions, message, setMessage } = usePanelActions(tabId, address, setAllowed);
  const checklist = useChecklist(page);
  const keys = keysFrom(useSettings().keys);
  const { shown, show, ...opened } = usePanelKeys({ page, checklist, actions, keys });
  const [knownTags, setKnownTags] = useState<readonly string[]>([]);
  useEffect(() => setMessage(undefined), [tabId, address, setMessage]);
  useEffect(() => {
    void request('tags', {}).then(setKnownTags, () => undefined);
  }, [page]);
  return (
    <Panel
      page={shown}
      site={site}
      related={related}
      message={message}
      checklist={checklist}
      actions={{ ...actions, show }}
      knownTags={knownTags}
      keys={keys}
      isHelpOpen={opened.isHelpOpen}
      onHelp={opened.setHelpOpen}
      wish={opened.wish}
    />
  );
}

ignoreSecondClicks(document);
document.documentElement.lang = browser.i18n.getUILanguage();
render(
  <TranslateProvider value={localised}>
    <SidePanel />
  </TranslateProvider>,
  document.body,
);
