const CONTROLS = 'a, button, summary, label, input';

/**
 * Keeps the second click of a double click from doing another thing than the first: where the first took its button
 * away or turned it into another, a reader who double-clicks everything would delete the next excerpt too, take back
 * at once what was kept, or open a link that moved under the pointer.
 */
export function ignoreSecondClicks(document: Document): void {
  let first: string | undefined;
  let clicked: Element | null = null;
  document.addEventListener(
    'click',
    (event) => {
      const control = event.target instanceof Element ? event.target.closest(CONTROLS) : null;
      const now = control ? meaningOf(control) : undefined;
      const isSecond = event.detail > 1;
      if (!isSecond) [clicked, first] = [control, now];
      if (!isSecond || !control || (control === clicked && now === first)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

/** What a press would do, as far as a control says so. */
function meaningOf(control: Element): string {
  const { ariaLabel, ariaExpanded, ariaPressed, textContent } = control;
  return JSON.stringify([ariaLabel ?? textContent, ariaExpanded, ariaPressed]);
}
