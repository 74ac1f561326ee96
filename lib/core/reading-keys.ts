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

/** The key that Telex, as most type Vietnamese, makes a letter of, and the key of each tone. */
const TELEX: Readonly<Record<string, string>> = {
  â: 'a',
  ê: 'e',
  ô: 'o',
  đ: 'd',
  ă: 'w',
  ơ: 'w',
  ư: 'w',
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
};

/**
 * The key pressed last where a Vietnamese keyboard made another letter of it and of those before it, which it does
 * outside of fields too: `ư` → `w`, `â` (A after A) → `a`, `ạ` (J after A) → `j`, `j` → nothing.
 */
export function telexKey(letter: string): string | undefined {
  const typed = letter.toLowerCase();
  const [tone] = [...typed.normalize('NFD')].flatMap((mark) => TELEX[mark] ?? []);
  return tone ?? TELEX[typed];
}

/** The action a pressed key stands for, with a Vietnamese keyboard on or off: `ư` is `w` where `ư` is no key itself. */
export function actionOfKey(keys: KeyMap, key: string): ReadingAction | undefined {
  const pressed = key.toLowerCase();
  const find = (wanted?: string) => READING_ACTIONS.find((action) => keys[action] === wanted);
  return find(pressed) ?? find(telexKey(pressed));
}
