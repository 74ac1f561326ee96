import { writeFileSync } from 'node:fs';
import type { Page as Tab } from 'playwright-core';
import { matches } from './browser.ts';
import type { Box, Found, Page, Point, Query } from './browser.ts';
import type { Send } from './chromium-session.ts';
import { chord, type Key } from './keys.ts';
import { settled } from './until.ts';

/** Chromium's own names where ARIA has none. */
const ROLES: Record<string, string> = { disclosure: 'DisclosureTriangle' };

interface Node {
  ignored: boolean;
  name?: { value: string };
  backendDOMNodeId: number;
}

/** A DevTools target: a tab that Playwright knows, or the side panel, which it does not. */
export class ChromiumPage implements Page {
  readonly #send: Send;
  readonly #tab: Tab | undefined;
  /** Of the viewport, as it was before any zoom. */
  #size: { width: number; height: number } | undefined;

  constructor(send: Send, tab?: Tab) {
    this.#send = send;
    this.#tab = tab;
  }

  /** The DevTools protocol itself, for what only Chromium can tell or feign. */
  get devtools(): Send {
    return this.#send;
  }

  async goto(url: string): Promise<void> {
    await this.#tabOnly().goto(url);
  }

  async reload(): Promise<void> {
    await this.#tabOnly().reload();
  }

  async show(): Promise<void> {
    await this.#tabOnly().bringToFront();
  }

  async close(): Promise<void> {
    await this.#send('Page.close');
  }

  async evaluate<A extends unknown[], T>(
    fn: (...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T> {
    const { result, exceptionDetails } = await this.#send<{
      result: { value: T };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    }>('Runtime.evaluate', {
      expression: `(${fn.toString()})(...${JSON.stringify(args)})`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  async findAll(query: Query): Promise<Found[]> {
    const found: Found[] = [];
    for (const { backendDOMNodeId, name } of await this.#nodes(query)) {
      const box = await this.#box(backendDOMNodeId);
      if (box) found.push({ name: name?.value ?? '', box });
    }
    return found;
  }

  async textsOf(query: Query): Promise<string[]> {
    const nodes = await this.#nodes(query);
    return Promise.all(nodes.map(({ backendDOMNodeId }) => this.#text(backendDOMNodeId)));
  }

  async click(query: Query): Promise<void> {
    const box = await settled(`${query.role} ${String(query.name ?? '')}`, async () => {
      const [node] = await this.#nodes(query);
      if (!node) return undefined;
      const { backendDOMNodeId } = node;
      await this.#send('DOM.scrollIntoViewIfNeeded', { backendNodeId: backendDOMNodeId });
      return this.#box(backendDOMNodeId);
    });
    await this.clickAt(box.x + box.width / 2, box.y + box.height / 2);
  }

  async clickAt(x: number, y: number, times = 1): Promise<void> {
    await this.hoverAt(x, y);
    for (let clickCount = 1; clickCount <= times; clickCount++) {
      const button = { x, y, button: 'left', clickCount };
      await this.#send('Input.dispatchMouseEvent', { type: 'mousePressed', ...button });
      await this.#send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button });
    }
  }

  async hoverAt(x: number, y: number): Promise<void> {
    await this.#send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  }

  async drag(from: Point, ...over: Point[]): Promise<void> {
    const button = { button: 'left', clickCount: 1 };
    const send = (type: string, { x, y }: Point, more: object = {}) =>
      this.#send('Input.dispatchMouseEvent', { type, x, y, ...more });
    await this.hoverAt(from.x, from.y);
    await send('mousePressed', from, button);
    for (const point of over) await send('mouseMoved', point, { buttons: 1 });
    await send('mouseReleased', over.at(-1) ?? from, button);
  }

  async press(text: string): Promise<void> {
    const { held, key } = chord(text);
    const modifiers = held.reduce((bits, { bit }) => bits | bit, 0);
    for (const modifier of held) await this.#key('rawKeyDown', modifier, modifiers);
    const types = key.text !== undefined && !held.some(({ key }) => key !== 'Shift');
    await this.#key(types ? 'keyDown' : 'rawKeyDown', key, modifiers, types);
    await this.#key('keyUp', key, modifiers);
    for (const modifier of held.toReversed()) await this.#key('keyUp', modifier, 0);
  }

  async type(text: string): Promise<void> {
    await this.#send('Input.insertText', { text });
  }

  async chooseFiles(selector: string, files: string[]): Promise<void> {
    await this.#tabOnly().setInputFiles(selector, files);
  }

  async colorScheme(scheme: 'light' | 'dark'): Promise<void> {
    const features = [{ name: 'prefers-color-scheme', value: scheme }];
    await this.#send('Emulation.setEmulatedMedia', { features });
  }

  async zoom(factor: number): Promise<void> {
    // The protocol has no zoom; fewer and larger pixels are what zoom is to a page.
    this.#size ??= await this.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const { width, height } = this.#size;
    await this.#send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(width / factor),
      height: Math.round(height / factor),
      deviceScaleFactor: factor,
      mobile: false,
    });
  }

  async screenshot(file: string): Promise<void> {
    const { data } = await this.#send<{ data: string }>('Page.captureScreenshot');
    writeFileSync(file, Buffer.from(data, 'base64'));
  }

  #tabOnly(): Tab {
    if (!this.#tab) throw new Error('the side panel is no tab');
    return this.#tab;
  }

  async #nodes(query: Query): Promise<Node[]> {
    const { root } = await this.#send<{ root: { nodeId: number } }>('DOM.getDocument', {
      depth: 0,
    });
    const { nodes } = await this.#send<{ nodes: Node[] }>('Accessibility.queryAXTree', {
      nodeId: root.nodeId,
      role: ROLES[query.role] ?? query.role,
    });
    return nodes.filter(({ ignored, name }) => !ignored && matches(query, name?.value ?? ''));
  }

  async #text(backendNodeId: number): Promise<string> {
    const { object } = await this.#send<{ object: { objectId: string } }>('DOM.resolveNode', {
      backendNodeId,
    });
    const { result } = await this.#send<{ result: { value: string } }>('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: 'function () { return this.textContent; }',
      returnByValue: true,
    });
    return result.value;
  }

  async #box(backendNodeId: number): Promise<Box | undefined> {
    const answer = await this.#send<{ quads: number[][] }>('DOM.getContentQuads', {
      backendNodeId,
    }).catch(() => undefined);
    const quad = answer?.quads[0];
    if (!quad) return undefined;
    const [x = 0, y = 0, , , right = 0, bottom = 0] = quad;
    return { x, y, width: right - x, height: bottom - y };
  }

  async #key(type: string, key: Key, modifiers: number, types = false): Promise<void> {
    await this.#send('Input.dispatchKeyEvent', {
      type,
      modifiers,
      key: key.key,
      code: key.code,
      windowsVirtualKeyCode: key.virtual,
      ...(types ? { text: key.text } : {}),
    });
  }
}
