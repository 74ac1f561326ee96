import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram } from '../../scripts/system-programs.ts';
import type { Browser, BrowserName } from './browser.ts';
import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';

/** The folder that `npm run build` makes for a browser. */
export function builtExtension(name: BrowserName): string {
  const folder = name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3';
  return fileURLToPath(new URL(`../../.output/${folder}`, import.meta.url));
}

/** A folder of this machine that lasts one test: profile and downloads of one reader. */
export interface Reader {
  readonly profile: string;
  readonly downloads: string;
  /** Starts the browser on this profile, again and again if need be. */
  launch(): Promise<Browser>;
  forget(): void;
}

/** A reader with an empty profile. @throws Error when the browser is not on this machine. */
export function newReader(name: BrowserName): Reader {
  const program = findProgram(name);
  if (!program) throw new Error(`${name} is not installed; npm test says how to get it`);
  const folder = mkdtempSync(path.join(tmpdir(), `trich-bao-${name}-`));
  const profile = path.join(folder, 'profile');
  const downloads = path.join(folder, 'downloads');
  const open = name === 'chromium' ? openChromium : openFirefox;
  return {
    profile,
    downloads,
    launch: () => open({ extension: builtExtension(name), profile, downloads, program }),
    forget: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }),
  };
}
