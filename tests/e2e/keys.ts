/** Keys as both drivers need them: Chromium wants `code` and a virtual key, Marionette a code point. */
export interface Key {
  key: string;
  code: string;
  virtual: number;
  /** What it types, if anything. */
  text?: string;
  /** WebDriver's code point. */
  webdriver: string;
}

const NAMED: Record<string, Key> = {
  Tab: { key: 'Tab', code: 'Tab', virtual: 9, webdriver: '\uE004' },
  Enter: { key: 'Enter', code: 'Enter', virtual: 13, text: '\r', webdriver: '\uE007' },
  Escape: { key: 'Escape', code: 'Escape', virtual: 27, webdriver: '\uE00C' },
  Space: { key: ' ', code: 'Space', virtual: 32, text: ' ', webdriver: ' ' },
  '?': { key: '?', code: 'Slash', virtual: 191, text: '?', webdriver: '?' },
  End: { key: 'End', code: 'End', virtual: 35, webdriver: '\uE010' },
  Home: { key: 'Home', code: 'Home', virtual: 36, webdriver: '\uE011' },
  ArrowLeft: { key: 'ArrowLeft', code: 'ArrowLeft', virtual: 37, webdriver: '\uE012' },
  ArrowUp: { key: 'ArrowUp', code: 'ArrowUp', virtual: 38, webdriver: '\uE013' },
  ArrowRight: { key: 'ArrowRight', code: 'ArrowRight', virtual: 39, webdriver: '\uE014' },
  ArrowDown: { key: 'ArrowDown', code: 'ArrowDown', virtual: 40, webdriver: '\uE015' },
};

const MODIFIERS: Record<string, Key & { bit: number }> = {
  Alt: { key: 'Alt', code: 'AltLeft', virtual: 18, webdriver: '\uE00A', bit: 1 },
  Control: { key: 'Control', code: 'ControlLeft', virtual: 17, webdriver: '\uE009', bit: 2 },
  Shift: { key: 'Shift', code: 'ShiftLeft', virtual: 16, webdriver: '\uE008', bit: 8 },
};

/** `chord('Alt+Shift+C')` → Alt and Shift held, then C. @throws Error on a key it does not know. */
export function chord(text: string): { held: (Key & { bit: number })[]; key: Key } {
  const parts = text.split('+');
  const last = parts.pop() ?? '';
  const held = parts.map((name) => known(MODIFIERS[name], name));
  const shifted = held.some(({ key }) => key === 'Shift');
  return { held, key: NAMED[last] ?? character(last, shifted) };
}

function character(name: string, shifted: boolean): Key {
  if (!/^[a-z0-9]$/i.test(name)) throw new Error(`unknown key ${name}`);
  const key = shifted ? name.toUpperCase() : name.toLowerCase();
  const code = /\d/.test(name) ? `Digit${name}` : `Key${name.toUpperCase()}`;
  return { key, code, virtual: name.toUpperCase().charCodeAt(0), text: key, webdriver: key };
}

function known<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`unknown key ${name}`);
  return value;
}
