import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { ensureProgram } from './system-programs.ts';

const GAP = 12;

/** Converts an office file of a folder to a PDF beside it, by LibreOffice: `report.docx` → `report.pdf`. */
export function toPdf(folder: string, file: string): void {
  const home = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'home')).href}`;
  const asked = [home, '--headless', '--convert-to', 'pdf', '--outdir', folder];
  execFileSync(ensureProgram('libreoffice'), [...asked, path.join(folder, file)]);
}

/** Pages of a folder's PDF, counted from 1, as `data:` addresses of pictures. */
export function pagesOf(folder: string, file: string, numbers: readonly number[]): string[] {
  const prefix = path.join(folder, file.replace('.', '-'));
  execFileSync(ensureProgram('pdftoppm'), ['-r', '80', '-png', path.join(folder, file), prefix]);
  const pages = readdirSync(folder).filter((name) => name.startsWith(path.basename(prefix)));
  return numbers
    .flatMap((number) => pages.toSorted()[number - 1] ?? [])
    .map((name) => pictureUrl(readFileSync(path.join(folder, name))));
}

export function pictureUrl(png: Buffer): string {
  return `data:image/png;base64,${png.toString('base64')}`;
}

/** Puts pictures side by side, so many of so many CSS pixels a line, into `docs/`. */
export async function picture(
  browser: Browser,
  name: string,
  images: readonly string[],
  { width, perLine = images.length }: { width: number; perLine?: number },
): Promise<void> {
  const line = perLine * (width + GAP) + GAP;
  const page = await browser.newPage({ viewport: { width: line, height: 100 } });
  const style = `margin:0;padding:${GAP}px;display:flex;flex-wrap:wrap;gap:${GAP}px;background:#777`;
  const shown = images.map((image) => `<img src="${image}" width="${width}">`);
  await page.setContent(`<body style="${style}">${shown.join('')}`);
  const file = fileURLToPath(new URL(`../docs/${name}`, import.meta.url));
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
  console.log(file);
}
