import { actionOfKey, type KeyMap, type ReadingAction } from '../core/reading-keys.ts';

const STEPS: ReadonlySet<ReadingAction> = new Set(['next', 'previous']);
/** Fields that take no letters. */
const TICKS: ReadonlySet<string> = new Set(['checkbox', 'radio']);

/** What keys do: the remappable actions, and the two fixed ones every reader knows. */
export interface ReadingKeys {
  /** `false` leaves the key to the page. */
  act(action: ReadingAction): boolean | void;
  /** Escape. */
  close(): boolean | void;
  /** Enter. */
  enter(): boolean | void;
  /** The keys in force now; none while reading is off. */
  keys(): KeyMap | undefined;
}

/**
 * Serves single keys pressed in a place until the signal aborts; none fires while the reader types or holds a modifier.
 * What lies inside a closed shadow root is a place of its own: from outside nobody can tell a field from a button there.
 */
export function watchReadingKeys(
  place: GlobalEventHandlers,
  reading: ReadingKeys,
  signal: AbortSignal,
  isByUser: (event: Event) => boolean = (event) => event.isTrusted,
): void {
  const serve = ({ key, repeat }: KeyboardEvent, keys: KeyMap) => {
    if (key === 'Escape') return reading.close();
    if (key === 'Enter') return reading.enter();
    const action = actionOfKey(keys, key);
    if (!action) return false;
    // A key held down leads on; it does not take back deed after deed.
    return repeat && !STEPS.has(action) ? true : reading.act(action);
  };
  const press = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    const keys = reading.keys();
    if (!keys || !isByUser(event) || !isPlain || isTyping(event)) return;
    if (serve(event, keys) === false) return;
    event.preventDefault();
    event.stopPropagation();
  };
  place.addEventListener('keydown', press, { signal, capture: true });
}

/** Whether a key goes to something that takes it: a field, a control, or a custom element, our own layer among them. */
function isTyping(event: KeyboardEvent): boolean {
  // A field inside an open shadow root says so only here; inside a closed one nobody tells, ours included.
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.localName.includes('-')) return true;
  const field = target.closest('input, textarea, select, [role="textbox"]');
  const isTick = field instanceof HTMLInputElement && TICKS.has(field.type);
  const takesLetters = field !== null && !isTick;
  const takesEnter =
    event.key === 'Enter' && target.closest('a, button, summary, input, [tabindex="0"]') !== null;
  return takesLetters || takesEnter;
}
