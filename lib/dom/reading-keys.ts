/** What the reader can do on the page by key while marks are on. */
export interface ReadingKeys {
  next(): void;
  previous(): void;
  clip(): void;
  close(): void;
  /** Into the card, to type tags and a note. */
  enter(): boolean;
}

/** Serves single keys until the signal aborts; none fires while the reader types or holds a modifier. */
export function watchReadingKeys(
  document: Document,
  keys: ReadingKeys,
  isOn: () => boolean,
  signal: AbortSignal,
  isByUser: (event: Event) => boolean = (event) => event.isTrusted,
): void {
  const served: Record<string, () => boolean | void> = {
    j: keys.next,
    k: keys.previous,
    c: keys.clip,
    escape: keys.close,
    enter: keys.enter,
  };
  const press = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    if (!isByUser(event) || !isPlain || !isOn() || isTyping(event)) return;
    const serve = Object.hasOwn(served, event.key.toLowerCase())
      ? served[event.key.toLowerCase()]
      : undefined;
    if (!serve || serve() === false) return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('keydown', press, { signal, capture: true });
}

/** Whether a key goes to something that takes it: a field, a control, or our own layer. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.localName === 'reader-layer') return true;
  const takesLetters = target.closest('input, textarea, select, [role="textbox"]') !== null;
  const takesEnter = event.key === 'Enter' && target.closest('a, button, summary') !== null;
  return takesLetters || takesEnter;
}
