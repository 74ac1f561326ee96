import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  chromium as playwright,
  type BrowserContext,
  type CDPSession,
  type Page as Tab,
  type Worker,
} from 'playwright-core';
import { WINDOW } from './browser.ts';
import type { Browser, BrowserOptions, Page } from './browser.ts';
import { ChromiumPage } from './chromium-page.ts';
import { attach, sender, type Send } from './chromium-session.ts';
import { until } from './until.ts';

interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
}

interface WorkerScope {
  registration: { active: { state: string } | null };
}

/** A machine without a network must not be asked to reach one. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts Chromium with the extension loaded through the DevTools pipe.
 * @throws Error with Chromium's own words when the extension does not load.
 */
export async function openChromium(options: BrowserOptions): Promise<Browser> {
  const context = await playwright.launchPersistentContext(options.profile, {
    executablePath: options.program,
    headless: false,
    viewport: null,
    acceptDownloads: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    // The language of Chromium and its extensions on Linux; elsewhere the system's is used.
    env: { ...process.env, LANGUAGE: 'vi' },
    // Neither root nor most containers have a sandbox to offer.
    chromiumSandbox: options.headed === true && process.getuid?.() !== 0,
    args: [
      ...(options.headed ? [] : ['--headless=new']),
      ...QUIET,
      `--window-size=${WINDOW.width},${WINDOW.height}`,
      '--enable-unsafe-extension-debugging',
      ...(options.flags ?? []),
    ],
  });
  const browser = context.browser();
  if (!browser) throw new Error('Chromium gave no browser');
  const session = await browser.newBrowserCDPSession();
  const id = await install(context, session, options.extension);
  return new Chromium(context, session, id, options);
}

/** Loads the extension from its folder, anew where it is loaded already; gives its id when its worker listens. */
async function install(
  context: BrowserContext,
  session: CDPSession,
  folder: string,
): Promise<string> {
  const send = sender(session);
  const { id } = await send<{ id: string }>('Extensions.loadUnpacked', { path: folder });
  await until('the background worker to listen', () =>
    workerOf(context, id)?.evaluate(
      () => (globalThis as unknown as WorkerScope).registration.active?.state === 'activated',
    ),
  );
  return id;
}

function workerOf(context: BrowserContext, id: string): Worker | undefined {
  return context.serviceWorkers().findLast((worker) => new URL(worker.url()).host === id);
}

class Chromium implements Browser {
  readonly name = 'chromium';
  readonly origin: string;
  readonly ended: Promise<void>;
  readonly #context: BrowserContext;
  readonly #session: CDPSession;
  readonly #send: Send;
  readonly #id: string;
  readonly #downloads: string;
  readonly #extension: string;

  constructor(context: BrowserContext, session: CDPSession, id: string, options: BrowserOptions) {
    this.#context = context;
    this.#session = session;
    this.#send = sender(session);
    this.#id = id;
    this.#downloads = options.downloads;
    this.#extension = options.extension;
    this.origin = `chrome-extension://${id}/`;
    this.ended = new Promise((done) => context.once('close', () => done()));
  }

  async open(url: string): Promise<Page> {
    const tab = await this.#context.newPage();
    await tab.goto(url);
    await tab.bringToFront();
    return this.#page(tab);
  }

  async clickToolbarButton(page: Page): Promise<void> {
    await page.show();
    const url = await page.evaluate(() => location.href);
    const tab = (await this.#targets('tab')).find((target) => target.url === url);
    if (!tab) throw new Error(`no tab shows ${url}`);
    await this.#send('Extensions.triggerAction', { id: this.#id, targetId: tab.targetId });
  }

  async sidePanel(): Promise<Page> {
    const tabs = new Set(this.#context.pages().map((page) => page.url()));
    const panel = await until('the side panel', async () =>
      (await this.#targets('page')).find(
        ({ url }) => url.startsWith(`${this.origin}sidepanel.html`) && !tabs.has(url),
      ),
    );
    const page = new ChromiumPage(await attach(this.#session, panel.targetId));
    await until('the side panel to load', () =>
      page.evaluate(() => document.readyState === 'complete'),
    );
    return page;
  }

  async extensionTab(file: string): Promise<Page> {
    const tab = await until(`a tab with ${file}`, () =>
      this.#context.pages().find((page) => page.url().startsWith(this.origin + file)),
    );
    return this.#page(tab);
  }

  async download(act: () => Promise<void>): Promise<string> {
    const arrived = new Promise<string>((resolve, reject) => {
      for (const page of this.#context.pages()) {
        page.once('download', (download) => {
          const file = path.join(this.#downloads, download.suggestedFilename());
          download.saveAs(file).then(() => resolve(file), reject);
        });
      }
    });
    await act();
    return arrived;
  }

  async grantHost(pattern: string): Promise<void> {
    // No driver can click Chromium's question; a permission that an earlier version required is kept as an optional one.
    const manifest = path.join(this.#extension, 'manifest.json');
    const built = readFileSync(manifest, 'utf8');
    const earlier = { ...(JSON.parse(built) as object), host_permissions: [pattern] };
    try {
      writeFileSync(manifest, JSON.stringify(earlier));
      await this.update();
    } finally {
      writeFileSync(manifest, built);
    }
    await this.update();
  }

  async update(): Promise<void> {
    await install(this.#context, this.#session, this.#extension);
  }

  async killBackground(): Promise<void> {
    await this.#inWorker('globalThis.isOld = true');
    await until('the worker to end', async () => {
      // The next event may have started another, under the same id; only the old one bears the mark.
      if (!(await this.#inWorker('globalThis.isOld'))) return true;
      const [worker] = await this.#workers();
      if (worker) await this.#send('Target.closeTarget', { targetId: worker.targetId });
      return false;
    });
  }

  async kill(): Promise<void> {
    const { processInfo } = await this.#send<{ processInfo: { id: number; type: string }[] }>(
      'SystemInfo.getProcessInfo',
    );
    const main = processInfo.find(({ type }) => type === 'browser');
    if (!main) throw new Error('Chromium named no browser process');
    process.kill(main.id, 'SIGKILL');
    await this.ended;
  }

  async close(): Promise<void> {
    await this.#context.close();
  }

  async #workers(): Promise<TargetInfo[]> {
    const workers = await this.#targets('service_worker');
    return workers.filter(({ url }) => url.startsWith(this.origin));
  }

  /** Evaluates an expression in the background worker; undefined where none runs, or none for long enough. */
  async #inWorker(expression: string): Promise<unknown> {
    const [worker] = await this.#workers();
    if (!worker) return undefined;
    const ask = async () => {
      const send = await attach(this.#session, worker.targetId);
      const parameters = { expression, returnByValue: true };
      const { result } = await send<{ result: { value: unknown } }>('Runtime.evaluate', parameters);
      return result.value;
    };
    return Promise.race([ask().catch(() => undefined), sleep(2000, undefined, { ref: false })]);
  }

  async #page(tab: Tab): Promise<Page> {
    return new ChromiumPage(sender(await this.#context.newCDPSession(tab)), tab);
  }

  async #targets(type: string): Promise<TargetInfo[]> {
    const { targetInfos } = await this.#send<{ targetInfos: TargetInfo[] }>('Target.getTargets', {
      filter: [{}],
    });
    return targetInfos.filter((target) => target.type === type);
  }
}
