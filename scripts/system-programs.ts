/** Finds the programs that npm cannot bring, and on Debian as root installs those that are missing. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

/** A program, the names it goes by, where other systems keep it, and the Debian packages that bring it. */
interface Program {
  /** Overrides the search. */
  variable: string;
  names: string[];
  paths: string[];
  /** The program's own package first, then what it needs to speak and print Vietnamese. */
  packages: string[];
}

const PROGRAMS = {
  chromium: {
    variable: 'CHROMIUM',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    paths: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
      String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
    ],
    packages: ['chromium', 'chromium-l10n', 'fonts-noto-core'],
  },
  firefox: {
    variable: 'FIREFOX',
    names: ['firefox-esr', 'firefox'],
    paths: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      String.raw`C:\Program Files\Mozilla Firefox\firefox.exe`,
    ],
    packages: ['firefox-esr', 'firefox-esr-l10n-vi', 'fonts-noto-core'],
  },
  libreoffice: {
    variable: 'LIBREOFFICE',
    names: ['soffice', 'libreoffice'],
    paths: [
      '/Applications/LibreOffice.app/Contents/MacOS/soffice',
      String.raw`C:\Program Files\LibreOffice\program\soffice.exe`,
    ],
    packages: ['libreoffice-calc', 'libreoffice-writer', 'fonts-liberation'],
  },
  pdftoppm: { variable: 'PDFTOPPM', names: ['pdftoppm'], paths: [], packages: ['poppler-utils'] },
  python: {
    variable: 'PYTHON',
    names: ['python3'],
    paths: [],
    packages: ['python3', 'python3-openpyxl'],
  },
} satisfies Record<string, Program>;

export type ProgramName = keyof typeof PROGRAMS;

/** Every program that some test opens. */
export const PROGRAM_NAMES = Object.keys(PROGRAMS) as ProgramName[];

/** The program's path, or undefined: `findProgram('chromium')` → `'/usr/bin/chromium'`. */
export function findProgram(name: ProgramName): string | undefined {
  const { variable, names, paths }: Program = PROGRAMS[name];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const candidates = folders.flatMap((folder) => names.map((file) => path.join(folder, file)));
  return [process.env[variable] ?? '', ...candidates, ...paths].find(isExecutable);
}

/**
 * The program's path; on Debian as root, packages of it that are missing are installed.
 * @throws Error that says which package to install, when it is not there and cannot be brought.
 */
export function ensureProgram(name: ProgramName): string {
  const { packages, variable }: Program = PROGRAMS[name];
  let reason = '';
  try {
    const isForeign = findProgram(name) !== undefined && !isInstalled(packages[0] ?? '');
    if (!isForeign && canInstall()) install(packages.filter((item) => !isInstalled(item)));
  } catch (error) {
    reason = ` (${String(error)})`;
  }
  const program = findProgram(name);
  const advice = `install ${packages.join(' ')}, or set ${variable} to its path`;
  if (!program) throw new Error(`${name} is missing: ${advice}${reason}`);
  if (reason) console.warn(`${name} is here, but not all it needs: ${advice}${reason}`);
  return program;
}

function isInstalled(item: string): boolean {
  const query = ['--show', '--showformat=${Status}', item];
  const { stdout } = spawnSync('dpkg-query', query, { encoding: 'utf8' });
  return String(stdout).endsWith(' installed');
}

function isExecutable(file: string): boolean {
  if (!file || !path.isAbsolute(file) || !existsSync(file)) return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function install(packages: string[]): void {
  if (packages.length === 0) return;
  console.log(`installing ${packages.join(', ')} …`);
  apt('update', '-qq');
  apt('install', '-qq', '-y', '--no-install-recommends', ...packages);
}

function apt(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  if (status !== 0) throw new Error(`apt-get ${args.join(' ')} ended with ${String(status)}`);
}
