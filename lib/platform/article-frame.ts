import { browser } from '#imports';

/**
 * Chromium tells a page's process of the permission that a click gives by another way than it sends scripts there: on a
 * page just opened, a script may come first and be refused. Milliseconds to wait before each further try.
 */
const WAITS_MS = [20, 80, 320];
/** A frame with less is an advertisement or a form. */
const LEAST_PROSE = 400;

interface Weight {
  frameId: number;
  prose: number;
}

/**
 * Which frame of a tab the article stands in now: the page itself (0), unless one of its own frames holds by far more
 * prose.
 */
export async function articleFrame(tabId: number): Promise<number> {
  const weights = await weighFrames(tabId);
  const page = weights.find(({ frameId }) => frameId === 0)?.prose ?? 0;
  const fullest = weights.reduce((a, b) => (b.prose > a.prose ? b : a), { frameId: 0, prose: 0 });
  return fullest.prose > Math.max(LEAST_PROSE, 2 * page) ? fullest.frameId : 0;
}

/** Weighs every frame that lets scripts in. */
async function weighFrames(tabId: number): Promise<Weight[]> {
  let weights = await weighOnce(tabId);
  for (const wait of WAITS_MS) {
    // Where there are several frames, one that refuses is no failure: it is only missing.
    if (weights.some(({ frameId }) => frameId === 0)) break;
    await new Promise((done) => void setTimeout(done, wait));
    weights = await weighOnce(tabId);
  }
  return weights;
}

async function weighOnce(tabId: number): Promise<Weight[]> {
  const target = { tabId, allFrames: true };
  // At once: a frame that never comes to its end must not keep the others from being read.
  const weighing = { target, func: weighProse, injectImmediately: true };
  const weighed = await browser.scripting.executeScript(weighing).catch(() => []);
  return weighed.map(({ frameId, result }) => ({ frameId, prose: Number(result ?? 0) }));
}

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
