/** Waits between readings of a page that keeps changing: each is twice the one before, so that a ticker costs little. */
const FIRST_WAIT = 600;
const LONGEST_WAIT = 30_000;
/** A page quiet for this long has settled, and is read promptly again. */
const SETTLED_AFTER = 10_000;

/** The Navigation API, where the browser has it: it tells of addresses changed by script, which the history does not. */
type WithNavigation = Window & { navigation?: EventTarget };

/**
 * Calls `changed` some time after text of the page was added, removed or rewritten, or it went to another address
 * without loading, until the signal aborts. What changes in its head alone is no text.
 * @param now milliseconds, of any epoch
 */
export function watchPage(
  document: Document,
  view: Window & typeof globalThis,
  changed: () => void,
  signal: AbortSignal,
  now: () => number = () => view.performance.now(),
): void {
  let wait = FIRST_WAIT;
  let lastRead = -SETTLED_AFTER;
  let timer: number | undefined;
  let address = document.URL;
  const read = () => {
    timer = undefined;
    lastRead = now();
    address = document.URL;
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
  const observer = new view.MutationObserver((records) => {
    // Not every browser tells of addresses that script changed; the text that comes with them does.
    if (document.URL !== address) {
      address = document.URL;
      return navigated();
    }
    if (timer !== undefined || !records.some((record) => isOfText(document, record))) return;
    const isSettled = now() - lastRead > Math.max(SETTLED_AFTER, 2 * wait);
    wait = isSettled ? FIRST_WAIT : Math.min(wait * 2, LONGEST_WAIT);
    timer = view.setTimeout(read, wait);
  });
  // Not the body alone: a script may put another in its place.
  const everything = { subtree: true, childList: true, characterData: true };
  observer.observe(document.documentElement, everything);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    view.clearTimeout(timer);
  });
}

/** Neither what changes in the head nor what we add behind the body is the page's text. */
function isOfText({ body }: Document, { target, addedNodes }: MutationRecord): boolean {
  return body !== null && (body.contains(target) || [...addedNodes].includes(body));
}

/** Pause between two looks while the reader scrolls. */
const SCROLL_WAIT = 400;

/** Calls `moved` when the reader has scrolled to where `isElsewhere` holds, until the signal aborts. */
export function watchScroll(
  document: Document,
  isElsewhere: () => boolean,
  moved: () => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    timer = undefined;
    if (!signal.aborted && isElsewhere()) moved();
  };
  const scrolled = () => (timer ??= setTimeout(look, SCROLL_WAIT));
  document.addEventListener('scroll', scrolled, { signal, passive: true, capture: true });
}
