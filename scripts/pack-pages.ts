/** `node scripts/pack-pages.ts`: pictures of a reading pack of the project's own articles, in each format, into `docs/`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { PACK_FORMATS } from '../lib/core/pack/pack-formats.ts';
import { newReader } from '../tests/e2e/launch.ts';
import { openedPack, pdfOf, printedPage } from '../tests/e2e/printed-pack.ts';
import { serve } from '../tests/e2e/serve.ts';
import { ownPackedCollection } from '../tests/own-pack.ts';
import { contentOf, packBytes } from '../tests/pack-of-articles.ts';
import { ensureProgram } from './system-programs.ts';

/** Cover, contents, excerpts, an article, figures with a chart, questions: where they are in each. */
const SHOWN = { print: [1, 2, 4, 5, 13, 16], word: [1, 2, 4, 5, 10, 13] };
const GAP = 12;
const PAGE_WIDTH = 420;
const PHONE = { width: 380, height: 760 };

const docs = fileURLToPath(new URL('../docs', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'trich-bao-pages-'));
const made = await ownPackedCollection();
const content = contentOf(made);
const browser = await chromium.launch({ executablePath: ensureProgram('chromium') });
try {
  writeFileSync(path.join(folder, 'print.pdf'), await printed());
  await showPages('print.pdf', SHOWN.print, 'pack-print.png');
  await write('docx');
  toPdf('pack.docx');
  await showPages('pack.pdf', SHOWN.word, 'pack-docx.png');
  await write('html');
  await write('epub');
  unzip('pack.epub');
  await showPhones();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

/** The PDF that a reader gets from the built extension. */
async function printed(): Promise<Buffer> {
  const reader = newReader('chromium');
  const site = await serve();
  const opened = await reader.launch();
  try {
    const library = await openedPack(opened, folder, made);
    return await pdfOf(await opened.open(site.put('/printed.html', await printedPage(library))));
  } finally {
    await opened.close();
    await site.close();
    reader.forget();
  }
}

async function write(format: string): Promise<void> {
  const writer = await PACK_FORMATS[format]?.writer();
  if (!writer) throw new Error(`no format ${format}`);
  writeFileSync(path.join(folder, `pack.${format}`), await packBytes(writer, content));
}

function toPdf(file: string): void {
  const home = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'home')).href}`;
  const asked = [home, '--headless', '--convert-to', 'pdf', '--outdir', folder];
  execFileSync(ensureProgram('libreoffice'), [...asked, path.join(folder, file)]);
}

function unzip(file: string): void {
  const program = 'import sys,zipfile;zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])';
  execFileSync(ensureProgram('python'), ['-c', program, path.join(folder, file), folder]);
}

/** Puts some pages of a PDF beside each other. */
async function showPages(file: string, numbers: number[], picture: string): Promise<void> {
  const prefix = path.join(folder, file.replace('.', '-'));
  execFileSync(ensureProgram('pdftoppm'), ['-r', '80', '-png', path.join(folder, file), prefix]);
  const pages = readdirSync(folder).filter((name) => name.startsWith(path.basename(prefix)));
  const shown = numbers.flatMap((number) => pages.toSorted()[number - 1] ?? []);
  const images = shown.map((name) => `<img src="${dataUrl(name)}" width="${PAGE_WIDTH}">`);
  await picturePage(picture, images.join(''), 3 * (PAGE_WIDTH + GAP) + GAP);
}

/** Puts the web page and the book beside each other, as a phone shows them. */
async function showPhones(): Promise<void> {
  const phone = await browser.newPage({ viewport: PHONE });
  const shots = [
    await shoot(phone, 'pack.html', 'light', '#section-1'),
    await shoot(phone, 'pack.html', 'dark', '#section-4'),
    await shoot(phone, 'EPUB/section-2.xhtml', 'light'),
    await shoot(phone, 'EPUB/nav.xhtml', 'light'),
  ];
  const images = shots.map((shot) => `<img src="data:image/png;base64,${shot}">`);
  await picturePage('pack-phone.png', images.join(''), shots.length * (PHONE.width + GAP) + GAP);
}

async function shoot(
  phone: Page,
  file: string,
  colorScheme: 'light' | 'dark',
  anchor = '',
): Promise<string> {
  await phone.emulateMedia({ colorScheme });
  await phone.goto(pathToFileURL(path.join(folder, file)).href + anchor);
  return (await phone.screenshot()).toString('base64');
}

async function picturePage(name: string, images: string, width: number): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 100 } });
  const style = `margin:0;padding:${GAP}px;display:flex;flex-wrap:wrap;gap:${GAP}px;background:#777`;
  await page.setContent(`<body style="${style}">${images}`);
  await page.screenshot({ path: path.join(docs, name), fullPage: true });
  await page.close();
  console.log(path.join(docs, name));
}

function dataUrl(name: string): string {
  return `data:image/png;base64,${readFileSync(path.join(folder, name)).toString('base64')}`;
}
