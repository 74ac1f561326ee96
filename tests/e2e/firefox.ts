import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, BrowserOptions, Page } from './browser.ts';
import { WINDOW } from './browser.ts';
import { FirefoxPage } from './firefox-page.ts';
import * as privileged from './firefox-privileged.ts';
import { Marionette } from './marionette.ts';
import { until } from './until.ts';

/** Under such names a download lies until it is whole: a random one at first, and all of it there for a moment. */
const UNFINISHED = /\.part$|^[\w-]{8}\.\w+$/;
/** The file, among the downloads, that holds what was printed last. */
export const PRINTED = 'printed.pdf';
/** The extension's host, fixed so that its pages have a known address. */
const HOST = 'a0a0a0a0-0000-4000-8000-00000000beef';

/**
 * Starts Firefox and installs the extension for this run; its data stay in the profile.
 * @throws Error with Firefox's own words when the extension does not install.
 */
export async function openFirefox(options: BrowserOptions): Promise<Browser> {
  const id = addonId(options.extension);
  const port = await freePort();
  mkdirSync(options.profile, { recursive: true });
  mkdirSync(options.downloads, { recursive: true });
  writeFileSync(path.join(options.profile, 'user.js'), preferences(port, id, options.downloads));
  const child = spawn(options.program, commandLine(options), {
    stdio: 'ignore',
    env: { ...process.env, HOME: options.profile, MOZ_CRASHREPORTER_DISABLE: '1' },
  });
  const marionette = await Marionette.start(port);
  await install(marionette, options.extension, id);
  return new Firefox(child, marionette, id, options);
}

async function install(marionette: Marionette, folder: string, id: string): Promise<void> {
  await marionette.send('Addon:Install', { path: folder, temporary: true });
  await until('the background page to listen', async () => {
    const state = await marionette.run<string>(privileged.backgroundState, id);
    return state !== 'starting';
  });
}

class Firefox implements Browser {
  readonly name = 'firefox';
  readonly origin = `moz-extension://${HOST}/`;
  readonly ended: Promise<void>;
  readonly #marionette: Marionette;
  readonly #id: string;
  readonly #downloads: string;
  readonly #extension: string;

  constructor(child: ChildProcess, marionette: Marionette, id: string, options: BrowserOptions) {
    this.ended = new Promise((done) => child.once('exit', () => done()));
    this.#marionette = marionette;
    this.#id = id;
    this.#downloads = options.downloads;
    this.#extension = options.extension;
  }

  async open(url: string): Promise<Page> {
    const tab = await this.#marionette.send<{ handle: string }>('WebDriver:NewWindow', {
      type: 'tab',
      focus: true,
    });
    const page = await this.#page(tab.handle);
    await page.goto(url);
    return page;
  }

  async clickToolbarButton(page: Page): Promise<void> {
    await page.show();
    await this.#marionette.run(privileged.triggerAction, this.#id);
  }

  async sidePanel(): Promise<Page> {
    const sidebar = new FirefoxPage(this.#marionette);
    await until('the sidebar', () =>
      sidebar.evaluate(
        () => location.pathname === '/sidepanel.html' && document.readyState === 'complete',
      ),
    );
    return sidebar;
  }

  async extensionTab(file: string): Promise<Page> {
    const id = await until(`a tab with ${file}`, async () => {
      const [first] = await this.#marionette.run<number[]>(privileged.tabsAt, this.origin + file);
      return first;
    });
    for (const handle of await this.#marionette.send<string[]>('WebDriver:GetWindowHandles')) {
      const page = await this.#page(handle);
      if ((await this.#marionette.run(privileged.selectedBrowserId)) === id) return page;
    }
    throw new Error(`no window handle has ${file}`);
  }

  async download(act: () => Promise<void>): Promise<string> {
    const before = new Set(readdirSync(this.#downloads));
    await act();
    const name = await until('a finished download', () => {
      const files = readdirSync(this.#downloads).filter((file) => !before.has(file));
      return files.some((file) => UNFINISHED.test(file)) ? undefined : files[0];
    });
    return path.join(this.#downloads, name);
  }

  async grantHost(pattern: string): Promise<void> {
    await this.#marionette.run(privileged.grantHost, this.#id, pattern);
  }

  async update(): Promise<void> {
    await install(this.#marionette, this.#extension, this.#id);
  }

  async killBackground(): Promise<void> {
    await until('the background to end', () =>
      this.#marionette.run<boolean>(privileged.terminateBackground, this.#id),
    );
  }

  async kill(): Promise<void> {
    process.kill(await this.#marionette.run<number>(privileged.processId), 'SIGKILL');
    await this.#end();
  }

  async close(): Promise<void> {
    this.#marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
    await this.#end();
  }

  async #end(): Promise<void> {
    await this.ended;
    this.#marionette.end();
  }

  async #page(handle: string): Promise<FirefoxPage> {
    await this.#marionette.send('WebDriver:SwitchToWindow', { handle, focus: true });
    const id = await this.#marionette.run<number>(privileged.selectedBrowserId);
    return new FirefoxPage(this.#marionette, { id, handle });
  }
}

function addonId(extension: string): string {
  const manifest = JSON.parse(readFileSync(path.join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

function preferences(port: number, id: string, downloads: string): string {
  const preferences = {
    'marionette.port': port,
    'extensions.webextensions.uuids': JSON.stringify({ [id]: HOST }),
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    // A prompt is drawn by the browser; what is tested is what follows a yes.
    'extensions.webextOptionalPermissionPrompts': false,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.helperApps.neverAsk.saveToDisk': 'text/csv,application/json,application/ld+json',
    // The dialog is drawn by the browser; what is tested is what comes out on paper.
    'print.always_print_silent': true,
    print_printer: 'Mozilla Save to PDF',
    'print.printer_Mozilla_Save_to_PDF.print_to_file': true,
    'print.printer_Mozilla_Save_to_PDF.print_to_filename': path.join(downloads, PRINTED),
    'browser.shell.checkDefaultBrowser': false,
    'browser.aboutwelcome.enabled': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'datareporting.policy.dataSubmissionEnabled': false,
    'intl.accept_languages': 'vi,en',
    'intl.locale.requested': 'vi',
  };
  return Object.entries(preferences).map(preference).join('');
}

function preference([name, value]: [string, unknown]): string {
  return `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`;
}

function commandLine({ profile, headed }: BrowserOptions): string[] {
  const base = [
    '--no-remote',
    '--profile',
    profile,
    '--marionette',
    '--remote-allow-system-access',
  ];
  const size = ['--width', String(WINDOW.width), '--height', String(WINDOW.height)];
  return [...(headed ? [] : ['--headless']), ...base, ...size];
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
