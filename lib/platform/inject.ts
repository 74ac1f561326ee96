import { browser } from '#imports';
import { Failure, requestPage } from './messages.ts';

const SCRIPT = '/content-scripts/content.js';
const VIEWS = '/content-scripts/views.js';
const PICKER = '/content-scripts/picker.js';
const STYLE = 'content-scripts/content.css';

/**
 * Chromium tells a page's process of the permission that a click gives by another way than it sends scripts there: on a
 * page just opened, a script may come first and be refused. Milliseconds to wait before each further try.
 */
const WAITS_MS = [20, 80, 320];

/**
 * Puts the reader's script into a tab, once; gives where it was put.
 * @throws {Failure} `error_tab_not_allowed` where the reader has allowed neither the site nor, by a click, the tab
 */
async function inject(tabId: number): Promise<{ tabId: number; frameIds: number[] }> {
  try {
    const target = { tabId, frameIds: [await articleFrame(tabId)] };
    await browser.scripting.insertCSS({ target, files: [STYLE] });
    await browser.scripting.executeScript({ target, files: [SCRIPT] });
    return target;
  } catch (cause) {
    throw new Failure('error_tab_not_allowed', cause);
  }
}

/** Which frame of a tab the article stands in: the page itself, unless one of its own frames holds by far more prose. */
async function articleFrame(tabId: number): Promise<number> {
  const target = { tabId, allFrames: true };
  const weigh = () => browser.scripting.executeScript({ target, func: weighProse });
  const weighed = await WAITS_MS.reduce(
    (tried, wait) => tried.catch(() => delay(wait).then(weigh)),
    weigh(),
  );
  const weights = weighed.map(({ frameId, result }) => ({ frameId, prose: Number(result ?? 0) }));
  const page = weights.find(({ frameId }) => frameId === 0)?.prose ?? 0;
  const fullest = weights.reduce((a, b) => (b.prose > a.prose ? b : a), { frameId: 0, prose: 0 });
  return fullest.prose > Math.max(LEAST_PROSE, 2 * page) ? fullest.frameId : 0;
}

function delay(ms: number): Promise<void> {
  return new Promise((done) => void setTimeout(done, ms));
}

/** A frame with less is an advertisement or a form. */
const LEAST_PROSE = 400;

/** Counts a frame's letters that stand in sentences outside links; runs there, alone. */
function weighProse(): number {
  const root = document.body;
  if (!root || root.tagName === 'FRAMESET' || innerWidth < 200 || innerHeight < 100) return 0;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let prose = 0;
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode;
    const length = nodeValue?.trim().length ?? 0;
    if (length >= 60 && !parentElement?.closest('a, script, style, noscript')) prose += length;
  }
  return prose;
}

/** Lets the reader point at what is to be read, in one frame of a tab. */
export async function injectPicker(tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: [PICKER] }).catch((cause: unknown) => {
    throw new Failure('error_tab_not_allowed', cause);
  });
}

/** What the toolbar button, the menus, the keys and the probe ask of a tab. */
export type TabRequest = 'toggle' | 'turnOn' | 'clipSelection' | 'reportMissed';

/** Asks a tab's page; where no page listens yet, the script is put in first. */
export async function requestTab(tabId: number, name: TabRequest): Promise<void> {
  // One at a time: two frames of a page may tell of an article at once.
  await navigator.locks.request(`tab-${tabId}`, async () => {
    try {
      await requestPage(tabId, name, {});
    } catch (failure) {
      if (!(failure instanceof Failure) || failure.code !== 'error_page_gone') throw failure;
      const target = await inject(tabId);
      try {
        await requestPage(tabId, name, {});
      } finally {
        // The card's script, after the marks are painted; what is to be said waits for it.
        await browser.scripting.executeScript({ target, files: [VIEWS] });
      }
    }
  });
}
