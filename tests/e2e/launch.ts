import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram } from '../../scripts/system-programs.ts';
import type { Browser, BrowserName, BrowserOptions } from './browser.ts';
import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';

/** The folder that `npm run build` makes for a browser. */
function builtExtension(name: BrowserName): string {
  const folder = name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3';
  return fileURLToPath(new URL(`../../.output/${folder}`, import.meta.url));
}

/** The keys that the built extension suggests for a command: `shortcut('firefox', 'clip-selection')` → `'Alt+Shift+C'`. */
export function shortcut(name: BrowserName, command: string): string {
  const file = path.join(builtExtension(name), 'manifest.json');
  const { commands } = JSON.parse(readFileSync(file, 'utf8')) as {
    commands: Record<string, { suggested_key: { default: string } }>;
  };
  const keys = commands[command]?.suggested_key.default;
  if (!keys) throw new Error(`the manifest has no keys for ${command}`);
  return keys;
}

/** A folder of this machine that lasts one test: profile and downloads of one reader. */
export interface Reader {
  readonly profile: string;
  readonly downloads: string;
  /** Starts the browser on this profile, again and again if need be. @throws Error when there is none. */
  launch(): Promise<Browser>;
  forget(): void;
}

/** What is not as it is for most readers. */
export interface ReaderOptions {
  /** Where downloads go, if they are to stay. */
  downloads?: string;
  /**
   * Gives the reader a copy of the extension, which `grantHost` may change while other browsers start. Chromium knows
   * an extension by its folder: a profile copied from another reader's finds nothing of it there.
   */
  hasOwnExtension?: boolean;
}

/** A reader with an empty profile. */
export function newReader(name: BrowserName, options: ReaderOptions = {}): Reader {
  const folder = mkdtempSync(path.join(tmpdir(), `trich-bao-${name}-`));
  const profile = path.join(folder, 'profile');
  const downloads = options.downloads ?? path.join(folder, 'downloads');
  const built = builtExtension(name);
  const extension = options.hasOwnExtension ? path.join(folder, 'extension') : built;
  if (extension !== built) cpSync(built, extension, { recursive: true });
  return {
    profile,
    downloads,
    launch: () => launch(name, { profile, downloads, extension }),
    forget: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }),
  };
}

/** Starts a browser with the extension, on a new profile past its welcome. @throws Error when the browser is not on this machine. */
export async function launch(
  name: BrowserName,
  options: Omit<BrowserOptions, 'extension' | 'program'> & { extension?: string },
): Promise<Browser> {
  const program = findProgram(name);
  if (!program) throw new Error(`${name} is not installed; npm test says how to get it`);
  const isFirst = !existsSync(options.profile);
  const open = name === 'chromium' ? openChromium : openFirefox;
  const browser = await open({ extension: builtExtension(name), ...options, program });
  // It comes to the front when it opens, wherever the reader is by then.
  if (isFirst) await (await browser.extensionTab('welcome.html')).close();
  return browser;
}
