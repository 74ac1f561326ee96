import { writeFileSync } from 'node:fs';
import { matches } from './browser.ts';
import type { Box, Found, Page, Point, Query } from './browser.ts';
import * as privileged from './firefox-privileged.ts';
import type { Reference } from './firefox-privileged.ts';
import { chord } from './keys.ts';
import type { Marionette } from './marionette.ts';
import { settled } from './until.ts';

/** Elements that can have a role, by the markup that gives it; the browser then says which do. */
const CANDIDATES: Record<string, string> = {
  button: 'button, input[type=button], input[type=submit], [role=button]',
  checkbox: 'input[type=checkbox], [role=checkbox]',
  combobox: 'select, [role=combobox]',
  disclosure: 'summary',
  dialog: 'dialog, [role=dialog]',
  heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
  link: 'a[href], [role=link]',
  listitem: 'li, [role=listitem]',
  radio: 'input[type=radio], [role=radio]',
  region: 'section[aria-label], [role=region]',
  searchbox: 'input[type=search], [role=searchbox]',
  status: 'output, [role=status]',
  textbox: 'input:not([type]), input[type=text], textarea, [role=textbox]',
};

/**
 * A tab or the sidebar. Marionette's own commands reach tabs only, so its page actor is asked directly;
 * mouse and keys go through the browser's window, as a person's do.
 */
export class FirefoxPage implements Page {
  readonly #marionette: Marionette;
  /** Firefox's number of the tab, or 0 for the sidebar. */
  readonly #id: number;
  /** Marionette's name of the tab. */
  readonly #handle: string | undefined;

  constructor(marionette: Marionette, tab?: { id: number; handle: string }) {
    this.#marionette = marionette;
    this.#id = tab?.id ?? 0;
    this.#handle = tab?.handle;
  }

  async goto(url: string): Promise<void> {
    await this.#inTab('WebDriver:Navigate', { url });
  }

  async reload(): Promise<void> {
    await this.#inTab('WebDriver:Refresh');
  }

  async show(): Promise<void> {
    if (this.#handle === undefined) throw new Error('the sidebar is no tab');
    await this.#marionette.send('WebDriver:SwitchToWindow', { handle: this.#handle, focus: true });
  }

  async close(): Promise<void> {
    await this.#inTab('WebDriver:CloseWindow');
  }

  async evaluate<A extends unknown[], T>(
    fn: (...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T> {
    return this.#evaluate(fn.toString(), args);
  }

  async findAll(query: Query): Promise<Found[]> {
    const found: Found[] = [];
    for (const { name, element } of await this.#look(query)) {
      const box = await this.#box(element);
      if (box) found.push({ name, box });
    }
    return found;
  }

  async textsOf(query: Query): Promise<string[]> {
    const found = await this.#look(query);
    const textOf = ((element: Element) => element.textContent ?? '').toString();
    return Promise.all(found.map(({ element }) => this.#evaluate<string>(textOf, [], element)));
  }

  async click(query: Query): Promise<void> {
    const box = await settled(`${query.role} ${String(query.name ?? '')}`, async () => {
      const [first] = await this.#look(query);
      if (!first) return undefined;
      return this.#evaluate<Box | undefined>(reveal.toString(), [], first.element);
    });
    await this.clickAt(box.x + box.width / 2, box.y + box.height / 2);
  }

  async clickAt(x: number, y: number, times = 1): Promise<void> {
    const click = [
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    const clicks = Array.from({ length: times }, () => click).flat();
    await this.#mouse(x, y, clicks);
  }

  async hoverAt(x: number, y: number): Promise<void> {
    await this.#mouse(x, y, []);
  }

  async drag(from: Point, ...over: Point[]): Promise<void> {
    await this.#mouse(from.x, from.y, [{ type: 'pointerDown', button: 0 }]);
    for (const { x, y } of over) await this.#mouse(x, y, []);
    const last = over.at(-1) ?? from;
    await this.#mouse(last.x, last.y, [{ type: 'pointerUp', button: 0 }]);
  }

  async press(text: string): Promise<void> {
    const { held, key } = chord(text);
    const keys = [...held, key].map(({ webdriver }) => webdriver);
    const down = keys.map((value) => ({ type: 'keyDown', value }));
    const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }));
    await this.#keyboard([...down, ...up]);
  }

  async type(text: string): Promise<void> {
    const strokes = Array.from(text, (value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#keyboard(strokes.flat());
  }

  async chooseFiles(selector: string, files: string[]): Promise<void> {
    const find = { using: 'css selector', value: selector };
    const { value } = await this.#inTab<{ value: Reference }>('WebDriver:FindElement', find);
    const [id] = Object.values(value);
    await this.#inTab('WebDriver:ElementSendKeys', { id, text: files.join('\n') });
  }

  async colorScheme(scheme: 'light' | 'dark'): Promise<void> {
    await this.#marionette.run(privileged.preferScheme, scheme === 'dark' ? 0 : 1);
  }

  async zoom(factor: number): Promise<void> {
    await this.#run(privileged.zoom, factor);
  }

  async screenshot(file: string): Promise<void> {
    const shot = await this.#marionette.send<{ value: string }>('WebDriver:TakeScreenshot', {
      full: false,
    });
    writeFileSync(file, Buffer.from(shot.value, 'base64'));
  }

  async #inTab<T>(command: string, parameters: object = {}): Promise<T> {
    await this.show();
    await this.#marionette.send('Marionette:SetContext', { value: 'content' });
    try {
      return await this.#marionette.send<T>(command, parameters);
    } finally {
      await this.#marionette.send('Marionette:SetContext', { value: 'chrome' });
    }
  }

  async #evaluate<T>(source: string, args: unknown[], element?: Reference): Promise<T> {
    const json = JSON.stringify(args);
    const answer = await this.#run<string>(privileged.evaluate, source, json, element);
    const { result, error } = JSON.parse(answer) as { result: T; error?: string };
    if (error !== undefined) throw new Error(error);
    return result;
  }

  async #look(query: Query): Promise<{ name: string; element: Reference }[]> {
    const selector = CANDIDATES[query.role] ?? `[role=${query.role}]`;
    const found = await this.#run<{ name: string; element: Reference }[]>(
      privileged.look,
      query.role,
      selector,
    );
    return found.filter(({ name }) => matches(query, name));
  }

  async #box(element: Reference): Promise<Box | undefined> {
    const box = await this.#evaluate<Box>(measure.toString(), [], element);
    return box.width > 0 && box.height > 0 ? box : undefined;
  }

  async #mouse(x: number, y: number, buttons: object[]): Promise<void> {
    const { x: left, y: top, zoom } = await this.#run<Box & { zoom: number }>(privileged.place);
    const move = { type: 'pointerMove', x: left + x * zoom, y: top + y * zoom };
    await this.#act({
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions: [move, ...buttons],
    });
  }

  async #keyboard(actions: object[]): Promise<void> {
    await this.#run(privileged.focus);
    await this.#act({ type: 'key', id: 'keyboard', actions });
  }

  async #act(source: object): Promise<void> {
    await this.#marionette.send('WebDriver:PerformActions', { actions: [source] });
  }

  async #run<T>(source: string, ...args: unknown[]): Promise<T> {
    return this.#marionette.run<T>(source, this.#id, ...args);
  }
}

function measure(element: Element): Box {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}

/** Scrolls an element into view; gives its box once that is where a mouse can reach it. */
function reveal(element: Element): Box | undefined {
  const before = element.getBoundingClientRect();
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y: after, width, height } = element.getBoundingClientRect();
  // A middle that falls between two pixels moves back and forth with every asking.
  const y = Math.abs(after - before.y) <= 1 ? Math.min(after, before.y) : after;
  const isIn = x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight;
  return isIn && width > 0 ? { x, y, width, height } : undefined;
}
