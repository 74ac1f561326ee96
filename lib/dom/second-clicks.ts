/**
 * Keeps the second click of a double click from doing another thing than the first: where the first took its button
 * away or turned it into another, a reader who double-clicks everything would delete the next excerpt too, or take
 * back at once what was kept.
 */
export function ignoreSecondClicks(document: Document): void {
  let first: string | undefined;
  let clicked: Element | null = null;
  document.addEventListener(
    'click',
    (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      const now = button ? meaningOf(button) : undefined;
      const isSecond = event.detail > 1;
      if (!isSecond) [clicked, first] = [button, now];
      if (!isSecond || !button || (button === clicked && now === first)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

/** What a press on a button would do, as far as it says so. */
function meaningOf(button: HTMLButtonElement): string {
  const { ariaLabel, ariaExpanded, ariaPressed, textContent } = button;
  return JSON.stringify([ariaLabel ?? textContent, ariaExpanded, ariaPressed]);
}
