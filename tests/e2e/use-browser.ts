import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Browser, BrowserName, Page } from './browser.ts';
import { newReader, type Reader } from './launch.ts';
import * as reading from './reading.ts';
import { serve, type Site } from './serve.ts';

export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];
/** The file of the article that the extension brings for practice. */
export const PRACTICE = fileURLToPath(new URL('../../public/practice.html', import.meta.url));

/** A reader of one browser with it open, and a loopback site to read from; there from the first hook on. */
export class OpenBrowser {
  readonly name: BrowserName;
  #opened: { reader: Reader; browser: Browser; site: Site } | undefined;

  constructor(name: BrowserName) {
    this.name = name;
  }

  get browser(): Browser {
    return this.#now.browser;
  }

  get site(): Site {
    return this.#now.site;
  }

  /** A folder for files of the test, gone after it. */
  get folder(): string {
    return path.dirname(this.#now.reader.profile);
  }

  get downloads(): string {
    return this.#now.reader.downloads;
  }

  /** Names of the files that were downloaded; a browser may make their folder only then. */
  get downloaded(): string[] {
    return existsSync(this.downloads) ? readdirSync(this.downloads) : [];
  }

  /** The address of the practice article. */
  get practice(): string {
    return this.site.putFile('/phu-linh.html', PRACTICE);
  }

  /** Opens the practice article, clicks the toolbar button and waits for its marks. */
  async readPractice(): Promise<{ page: Page; panel: Page; marks: string[] }> {
    const opened = await reading.read(this.browser, this.practice);
    return { ...opened, marks: await reading.waitForMarks(opened.page) };
  }

  async open(): Promise<void> {
    const reader = newReader(this.name, { hasOwnExtension: true });
    this.#opened = { reader, browser: await reader.launch(), site: await serve() };
  }

  /** Starts the browser again on the same profile, after it was closed or killed. */
  async openAgain(): Promise<void> {
    this.#opened = { ...this.#now, browser: await this.#now.reader.launch() };
  }

  async close(): Promise<void> {
    const { reader, browser, site } = this.#now;
    // A test may have killed it.
    await browser.close().catch(() => undefined);
    await site.close();
    reader.forget();
  }

  get #now() {
    if (!this.#opened) throw new Error('no browser is open before the first hook');
    return this.#opened;
  }
}

/** One browser for all tests of a block. */
export function useBrowser(name: BrowserName): OpenBrowser {
  const here = new OpenBrowser(name);
  beforeAll(() => here.open());
  afterAll(() => here.close());
  return here;
}

/** A browser on a new profile for each test of a block. */
export function useFreshBrowser(name: BrowserName): OpenBrowser {
  const here = new OpenBrowser(name);
  beforeEach(() => here.open());
  afterEach(() => here.close());
  return here;
}
