import '../content/style.css';
import { browser } from '#imports';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { TranslateProvider } from '../../components/i18n.tsx';
import { Welcome } from '../../components/Welcome.tsx';
import { keysFrom } from '../../lib/core/reading-keys.ts';
import { localised } from '../../lib/platform/localised.ts';
import { request } from '../../lib/platform/messages.ts';
import { readSettings } from '../../lib/platform/settings.ts';
import { views } from '../content/draw-page.tsx';
import { offerPageViews } from '../content/page-views.ts';
import { ports } from '../content/ports.ts';
import { createReader } from '../content/reader.ts';
import { showPracticeArticle } from './practice-article.ts';

/** The page lives as long as its document: nothing ends its reader sooner. */
const { signal } = new AbortController();
const NOT_BEGUN = { isRead: false, kept: 0 };

const guide = document.getElementById('guide') ?? document.body;
const practice = document.getElementById('practice') ?? document.body;
document.documentElement.lang = browser.i18n.getUILanguage();
document.title = `${localised('welcome_title')} – Trích Báo`;
await showPracticeArticle(document, practice);
const keys = keysFrom((await readSettings()).keys);

offerPageViews(views);

/** How far the reader has come, told to the guide with each change of the page. */
let tell = (_progress: typeof NOT_BEGUN) => {};
const { session, handlers } = createReader(
  document,
  window,
  {
    ...ports,
    changed(change) {
      ports.changed(change);
      if (change.what === 'all') tell(progress());
    },
  },
  signal,
);

function progress(): typeof NOT_BEGUN {
  const state = session.state();
  const mentions = state.status === 'refused' ? [] : state.mentions;
  const kept = mentions.filter(({ clip }) => clip !== undefined).length;
  return { isRead: session.isOn, kept };
}

async function read(): Promise<void> {
  await handlers.turnOn({}, {});
  practice.scrollIntoView({ block: 'start' });
}

function WelcomePage() {
  const [{ isRead, kept }, setProgress] = useState(NOT_BEGUN);
  useEffect(() => {
    tell = setProgress;
  }, []);
  return (
    <Welcome
      isFirefox={import.meta.env.FIREFOX}
      isRead={isRead}
      kept={kept}
      onRead={() => void read()}
      keys={keys}
      onOpenLibrary={() => void request('openLibrary', {})}
    />
  );
}

render(
  <TranslateProvider value={localised}>
    <WelcomePage />
  </TranslateProvider>,
  guide,
);
