import { browser } from '#imports';
import type { PageState } from '../core/page-state.ts';
import { articleFrame } from './article-frame.ts';
import { Failure, requestPage } from './messages.ts';

/** The scripts put into a tab's frames, by name: what reads, what draws, what tells of frames, what points. */
type Script = 'content' | 'views' | 'frames' | 'picker';
const STYLE = 'content-scripts/content.css';

/** What the toolbar button, the menus, the keys and the probe ask of a tab. */
export type TabRequest = 'toggle' | 'turnOn' | 'clipSelection' | 'reportMissed';
type Status = PageState['status'] | undefined;

/**
 * Asks a tab's page; where no page listens yet, the script is put in first.
 * @throws {Failure} `error_tab_not_allowed` where the reader has allowed neither the site nor, by a click, the tab
 */
export function requestTab(tabId: number, name: TabRequest): Promise<void> {
  return oneAtATime(tabId, (status) => findAndAsk(tabId, name, status));
}

/** Puts marks on a tab's page, with a word where there are none to put; on, they stay. @throws {Failure} */
export function readTab(tabId: number): Promise<void> {
  return oneAtATime(tabId, async (status) => {
    if (status !== 'on') await findAndAsk(tabId, 'toggle', status);
  });
}

/** Reads what a frame of a tab has brought, where no article was found before or its place was taken. */
export function readFrames(tabId: number): Promise<void> {
  return oneAtATime(tabId, async (status) => {
    if (status === 'on' || status === 'off') return;
    const frameId = await putReader(tabId, status);
    if (frameId !== undefined) await ask(tabId, 'turnOn', frameId);
  });
}

/** Lets the reader point at what is to be read, in one frame of a tab. */
export async function injectPicker(tabId: number, frameId: number): Promise<void> {
  await put('picker', tabId, frameId);
}

/** Two frames of a page may tell of an article at once. */
async function oneAtATime(tabId: number, act: (status: Status) => Promise<void>): Promise<void> {
  await navigator.locks.request(`tab-${tabId}`, async () => act(await statusOf(tabId)));
}

/** How a tab's page, or one of its frames, is shown; nothing where nobody has read it. */
async function statusOf(tabId: number, frameId?: number): Promise<Status> {
  const shown = await requestPage(tabId, 'shown', {}, frameId).catch(() => undefined);
  return shown?.status;
}

/** Asks a page as it is now: one that had no article to read may have got one. */
async function findAndAsk(tabId: number, name: TabRequest, before: Status): Promise<void> {
  const isSought = before === undefined || (before === 'refused' && isReading(name));
  await ask(tabId, name, isSought ? await putReader(tabId, before) : undefined);
}

/** Asks a page's reader; one just put in a frame gets what it draws with. */
async function ask(tabId: number, name: TabRequest, newIn: number | undefined): Promise<void> {
  try {
    await requestPage(tabId, name, {});
  } finally {
    // After the marks are painted; what is to be said waits for it.
    if (newIn !== undefined) await put('views', tabId, newIn);
  }
  if (isReading(name)) await follow(tabId);
}

function isReading(name: TabRequest): boolean {
  return name === 'toggle' || name === 'turnOn';
}

/** Puts the reader's script where the article stands, in place of one elsewhere; gives where, unless it is there. */
async function putReader(tabId: number, before: Status): Promise<number | undefined> {
  const frameId = await articleFrame(tabId);
  if (before !== undefined) {
    if ((await statusOf(tabId, frameId)) !== undefined) return undefined;
    await end('content', { tabId, allFrames: true });
  }
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.insertCSS({ target, files: [STYLE] }).catch(notAllowed);
  await put('content', tabId, frameId);
  return frameId;
}

/** Has the page tell of each frame that loads while its own text is not what is read, and the reader wants marks. */
async function follow(tabId: number): Promise<void> {
  const isOff = (await statusOf(tabId)) === 'off';
  const isFollowed = !isOff && (await statusOf(tabId, 0)) !== 'on';
  const done = isFollowed ? put('frames', tabId, 0) : end('frames', { tabId, frameIds: [0] });
  // Only a frame of the page may be allowed, not the page itself.
  await done.catch(() => undefined);
}

async function put(script: Script, tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  const files = [`/content-scripts/${script}.js` as const];
  await browser.scripting.executeScript({ target, files }).catch(notAllowed);
}

/** Ends a script as another of its name would (script-context.ts). */
async function end(
  script: Script,
  target: { tabId: number; frameIds: number[] } | { tabId: number; allFrames: true },
): Promise<void> {
  const args: [string] = [`${browser.runtime.id}:${script}`];
  const ending = { target, func: announceStart, args, injectImmediately: true };
  await browser.scripting.executeScript(ending);
}

/** Says that a script starts; runs in a frame, alone. */
function announceStart(started: string): void {
  document.dispatchEvent(new Event(started));
}

function notAllowed(cause: unknown): never {
  throw new Failure('error_tab_not_allowed', cause);
}
