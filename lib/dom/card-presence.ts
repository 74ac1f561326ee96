/** A pointer passing over marks opens nothing; one that rests this long does. */
const REST_MS = 250;
/** Time to move the pointer from the mark onto its card. */
const LEAVE_MS = 400;

/** When the card of a mark comes and goes. */
export interface CardPresence {
  /** The pointer rests on a mark, or on none. */
  hover(mark: number | undefined): void;
  /** The reader chose a mark: its card stays until closed. */
  pin(mark: number): void;
  /** The pointer is over the card itself, or left it. */
  hold(isHeld: boolean): void;
  close(): void;
}

/** Decides which mark's card is shown; `show` is called with each change of mind. */
export function createCardPresence(show: (mark: number | undefined) => void): CardPresence {
  let isPinned = false;
  let isHeld = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (mark: number | undefined, pin: boolean) => {
    clearTimeout(timer);
    isPinned = pin;
    show(mark);
  };
  const later = (work: () => void, wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(work, wait);
  };
  const leave = () => later(() => isHeld || isPinned || now(undefined, false), LEAVE_MS);
  return {
    hover(mark) {
      if (isPinned) return;
      if (mark === undefined) leave();
      else later(() => now(mark, false), REST_MS);
    },
    pin: (mark) => now(mark, true),
    hold(held) {
      isHeld = held;
      if (held) clearTimeout(timer);
      else if (!isPinned) leave();
    },
    close: () => now(undefined, false),
  };
}
