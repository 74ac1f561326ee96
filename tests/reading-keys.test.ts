// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_KEYS } from '../lib/core/reading-keys.ts';
import { watchReadingKeys } from '../lib/dom/reading-keys.ts';

const keys = {
  act: vi.fn(),
  close: vi.fn(),
  enter: vi.fn(() => true),
  keys: () => (isOn ? DEFAULT_KEYS : undefined),
};
let stop: AbortController;
let isOn = true;

beforeEach(() => {
  isOn = true;
  stop = new AbortController();
  document.body.replaceChildren();
  vi.clearAllMocks();
  watchReadingKeys(document, keys, stop.signal, (event) => byUser.has(event));
});
afterEach(() => stop.abort());

/** jsdom has no user whose events it could mark as trusted. */
const byUser = new WeakSet<Event>();

function press(target: EventTarget, key: string, more: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  byUser.add(event);
  target.dispatchEvent(event);
  return event;
}

describe('reading by keyboard', () => {
  it('moves and clips by single keys', () => {
    for (const key of ['j', 'K', 'c', '?', 'Escape', 'Enter']) press(document.body, key);
    expect(keys.act.mock.calls.flat()).toEqual(['next', 'previous', 'clip', 'help']);
    expect(keys.close).toHaveBeenCalledTimes(1);
    expect(keys.enter).toHaveBeenCalledTimes(1);
  });

  it.each(['input', 'textarea', 'select'])(
    'never takes a letter typed into the page’s %s',
    (name) => {
      const field = document.body.appendChild(document.createElement(name));
      expect(press(field, 'c').defaultPrevented).toBe(false);
      expect(keys.act).not.toHaveBeenCalled();
    },
  );

  it('leaves the page’s own shortcuts with modifiers alone', () => {
    press(document.body, 'c', { ctrlKey: true });
    press(document.body, 'j', { altKey: true });
    expect(keys.act).not.toHaveBeenCalled();
    expect(keys.act).not.toHaveBeenCalled();
  });

  it.each([
    ['a', undefined],
    ['button', undefined],
    ['div', 0],
  ])('leaves Enter to the page’s %s that has the keyboard', (name, tabIndex) => {
    const control = document.body.appendChild(document.createElement(name));
    if (tabIndex !== undefined) control.tabIndex = tabIndex;
    press(control, 'Enter');
    expect(keys.enter).not.toHaveBeenCalled();
  });

  it.each(['open', 'closed'] as const)(
    'never takes a letter typed into a field inside an %s shadow root of the page',
    (mode) => {
      const widget = document.body.appendChild(document.createElement('site-search'));
      const field = document.createElement('input');
      widget.attachShadow({ mode }).append(field);
      expect(press(field, 'c', { composed: true }).defaultPrevented).toBe(false);
      expect(keys.act).not.toHaveBeenCalled();
    },
  );

  it('goes on from a button of our own layer that was clicked, and leaves the layer’s fields alone', () => {
    const host = document.body.appendChild(document.createElement('reader-layer'));
    const container = document.createElement('div');
    const [button, field] = [document.createElement('button'), document.createElement('textarea')];
    container.append(button, field);
    host.attachShadow({ mode: 'closed' }).append(container);
    watchReadingKeys(container, keys, stop.signal, (event) => byUser.has(event));
    const composed = { composed: true };
    expect(press(button, 'j', composed).defaultPrevented).toBe(true);
    expect(press(button, 'Enter', composed).defaultPrevented).toBe(false);
    expect(press(field, 'c', composed).defaultPrevented).toBe(false);
    expect(keys.act.mock.calls.flat()).toEqual(['next']);
    expect(keys.enter).not.toHaveBeenCalled();
  });

  it('steps on while a key is held, but takes back, keeps and opens once', () => {
    for (const key of ['j', 'z', 'c', 'n']) press(document.body, key, { repeat: true });
    expect(keys.act.mock.calls.flat()).toEqual(['next']);
    expect(press(document.body, 'z', { repeat: true }).defaultPrevented).toBe(true);
  });

  it('goes on from a colour that was picked', () => {
    const colour = document.body.appendChild(document.createElement('input'));
    colour.type = 'radio';
    press(colour, 'j');
    expect(keys.act.mock.calls.flat()).toEqual(['next']);
  });

  it('serves nothing while marks are off', () => {
    isOn = false;
    press(document.body, 'c');
    expect(keys.act).not.toHaveBeenCalled();
  });

  it('does not hear keys that page script makes up', () => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', bubbles: true }));
    expect(keys.act).not.toHaveBeenCalled();
  });
});
