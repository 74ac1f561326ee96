import { useCallback, useEffect, useRef } from 'preact/hooks';
import { telexKey } from '../lib/core/reading-keys.ts';
import { useKeptFocus } from './use-kept-focus.ts';

/** What a key does to the item that has the keyboard. */
export type ItemKeys = Partial<Record<string, (id: string) => void>>;

/** Takes the element that a list is drawn as, an `ol` or a `table`. */
export type ListRef = (drawn: HTMLElement | null) => void;

/** Whether a key pressed there is meant for a field, not for the list around it. */
export function isTyping({ key, target, isComposing }: KeyboardEvent): boolean {
  // A radio button has a use for arrows alone.
  const ticks = /^[\p{L}\p{N}]$/u.test(key) ? '[type=checkbox], [type=radio]' : '[type=checkbox]';
  const fields = `input:not(${ticks}), textarea, select, [role=listbox]`;
  return isComposing || (target instanceof Element && target.closest(fields) !== null);
}

/** What a pressed key does, a letter in lower case, with a Vietnamese keyboard on or off: `â` (A after A) is `a`. */
export function actOfKey<Act>(
  acts: Readonly<Partial<Record<string, Act>>>,
  key: string,
): Act | undefined {
  if (key.length > 1) return acts[key];
  return acts[key.toLowerCase()] ?? acts[telexKey(key) ?? key];
}

/**
 * Leads the keyboard through a list whose items are `[data-item]`, each with what is drawn outside of it as its
 * `[data-part-of]`: arrows, J and K move, Home and End leap, and `keys` act on the item (a letter in lower case, or
 * `Enter`, `Delete`, ` `). From anywhere else in the page J and K lead to where the keyboard last was in the list.
 */
export function useListKeys(keys: ItemKeys): ListRef {
  useKeptFocus();
  const list = useRef<HTMLElement | null>(null);
  const reached = useRef<string>(undefined);
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const items = () => {
      const drawn = list.current?.isConnected ? list.current : undefined;
      return [...(drawn?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
    };
    const focusIn = ({ target }: FocusEvent) => {
      reached.current = itemOf(items(), target)?.dataset['item'] ?? reached.current;
    };
    const press = (event: KeyboardEvent) => {
      if (!isForList(event)) return;
      const isDone = serve(event, items(), latest.current, reached.current);
      if (isDone) event.preventDefault();
    };
    document.addEventListener('focusin', focusIn, { signal });
    document.addEventListener('keydown', press, { signal });
    return () => listening.abort();
  }, []);
  return useCallback((drawn) => {
    // One that takes the place of another comes before the other goes.
    list.current = drawn ?? list.current;
  }, []);
}

function isForList(event: KeyboardEvent): boolean {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  const isOpen = document.querySelector('dialog[open]') === null;
  return isPlain && isOpen && !event.defaultPrevented && !isTyping(event);
}

/** The item that something is in or belongs to. */
function itemOf(
  items: readonly HTMLElement[],
  target: EventTarget | null,
): HTMLElement | undefined {
  const part = target instanceof Element ? target.closest('[data-item], [data-part-of]') : null;
  const { item, partOf } = part instanceof HTMLElement ? part.dataset : {};
  return items.find((each) => each.dataset['item'] === (item ?? partOf));
}

/** Gives whether the key did something. */
function serve(
  { key, target, repeat }: KeyboardEvent,
  items: readonly HTMLElement[],
  keys: ItemKeys,
  reached: string | undefined,
): boolean {
  const item = itemOf(items, target);
  const next = item
    ? actOfKey(neighbours(items, items.indexOf(item)), key)
    : actOfKey(ways(items, reached), key);
  next?.focus();
  if (next || !item) return next !== undefined;
  // A button inside the item answers to Enter and the space bar itself.
  const isOwn = target !== item && (key === 'Enter' || key === ' ');
  const act = isOwn ? undefined : actOfKey(keys, key);
  // A key held down moves on and on, but does what it does once.
  if (act && !repeat) act(item.dataset['item'] ?? '');
  return act !== undefined;
}

function neighbours(items: readonly HTMLElement[], at: number) {
  const [before, after] = [items[at - 1], items[at + 1]];
  const ends = { Home: items[0], End: items.at(-1) };
  return { ArrowDown: after, j: after, ArrowUp: before, k: before, ...ends };
}

/** Into the list; the arrows go on scrolling the page. */
function ways(items: readonly HTMLElement[], reached: string | undefined) {
  const way = items.find((each) => each.dataset['item'] === reached) ?? items[0];
  return { j: way, k: way };
}
