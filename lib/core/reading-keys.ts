/** What a reader does by single keys, on the page and in the side panel. */
export const READING_ACTIONS = [
  'next',
  'previous',
  'clip',
  'skip',
  'tag',
  'note',
  'correct',
  'undo',
  'help',
] as const;
export type ReadingAction = (typeof READING_ACTIONS)[number];

/** One key an action, as `KeyboardEvent.key` has it, in lower case. */
export type KeyMap = Readonly<Record<ReadingAction, string>>;

export const DEFAULT_KEYS: KeyMap = {
  next: 'j',
  previous: 'k',
  clip: 'c',
  skip: 'x',
  tag: 't',
  note: 'n',
  correct: 'w',
  undo: 'z',
  help: '?',
};

/** A single character that is neither white space nor one a page scrolls or submits by. */
const USABLE = /^[^\s\p{C}]$/u;

/** The keys in force: those stored that are usable and unambiguous, the defaults for the rest. */
export function keysFrom(stored: Readonly<Record<string, string>>): KeyMap {
  return READING_ACTIONS.reduce((keys, action) => {
    const remapped = remapKey(keys, action, stored[action] ?? '');
    return typeof remapped === 'string' ? keys : remapped;
  }, DEFAULT_KEYS);
}

/**
 * Gives an action another key.
 * @returns the new keys, or why not: `unusable` for what is no single character, `taken` by another action
 */
export function remapKey(
  keys: KeyMap,
  action: ReadingAction,
  key: string,
): KeyMap | 'unusable' | 'taken' {
  const wanted = key.toLowerCase();
  if (!USABLE.test(wanted)) return 'unusable';
  const isTaken = READING_ACTIONS.some((other) => other !== action && keys[other] === wanted);
  return isTaken ? 'taken' : { ...keys, [action]: wanted };
}

/** What Telex, as most type Vietnamese, makes of a key pressed alone. */
const TELEX: Readonly<Record<string, string>> = { ư: 'w' };

/** The action a pressed key stands for, with a Vietnamese keyboard on or off: `ư` is `w` where `ư` is no key itself. */
export function actionOfKey(keys: KeyMap, key: string): ReadingAction | undefined {
  const pressed = key.toLowerCase();
  const find = (wanted?: string) => READING_ACTIONS.find((action) => keys[action] === wanted);
  return find(pressed) ?? find(TELEX[pressed]);
}
