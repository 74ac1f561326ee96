/** Waits between readings of a page that keeps changing: each is twice the one before, so that a ticker costs little. */
const FIRST_WAIT = 600;
const LONGEST_WAIT = 30_000;
/** A page quiet for this long has settled, and is read promptly again. */
const SETTLED_AFTER = 10_000;

/** The Navigation API, where the browser has it: it tells of addresses changed by script, which the history does not. */
type WithNavigation = Window & { navigation?: EventTarget };

/**
 * Calls `changed` some time after text under `root` was added, removed or rewritten, or the page went to another
 * address without loading, until the signal aborts.
 * @param now milliseconds, of any epoch
 */
export function watchPage(
  root: Node,
  view: Window & typeof globalThis,
  changed: () => void,
  signal: AbortSignal,
  now: () => number = () => view.performance.now(),
): void {
  let wait = FIRST_WAIT;
  let lastRead = -SETTLED_AFTER;
  let timer: number | undefined;
  const read = () => {
    timer = undefined;
    lastRead = now();
    changed();
  };
  const navigated = () => {
    wait = FIRST_WAIT;
    view.clearTimeout(timer);
    timer = view.setTimeout(read, wait);
  };
  const { navigation } = view as WithNavigation;
  navigation?.addEventListener('navigatesuccess', navigated, { signal });
  view.addEventListener('popstate', navigated, { signal });
  const observer = new view.MutationObserver(() => {
    if (timer !== undefined) return;
    const isSettled = now() - lastRead > Math.max(SETTLED_AFTER, 2 * wait);
    wait = isSettled ? FIRST_WAIT : Math.min(wait * 2, LONGEST_WAIT);
    timer = view.setTimeout(read, wait);
  });
  observer.observe(root, { subtree: true, childList: true, characterData: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    view.clearTimeout(timer);
  });
}
