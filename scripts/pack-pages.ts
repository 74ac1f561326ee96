/** `node scripts/pack-pages.ts`: pictures of a reading pack of the project's own articles, in each format, into `docs/`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { PACK_FORMATS } from '../lib/core/pack/pack-formats.ts';
import { newReader } from '../tests/e2e/launch.ts';
import { openedPack, pdfOf, printedPage } from '../tests/e2e/printed-pack.ts';
import { serve } from '../tests/e2e/serve.ts';
import { ownPackedCollection } from '../tests/own-pack.ts';
import { contentOf, packBytes } from '../tests/pack-of-articles.ts';
import { pagesOf, picture, pictureUrl, toPdf } from './page-pictures.ts';
import { ensureProgram } from './system-programs.ts';

/** Cover, contents, excerpts, an article, figures with a chart, questions: where they are in each. */
const SHOWN = { print: [1, 2, 4, 5, 13, 16], word: [1, 2, 4, 5, 10, 13] };
const PAGE_WIDTH = 420;
const PHONE = { width: 380, height: 760 };

const folder = mkdtempSync(path.join(tmpdir(), 'trich-bao-pages-'));
const made = await ownPackedCollection();
const content = contentOf(made);
const browser = await chromium.launch({ executablePath: ensureProgram('chromium') });
try {
  writeFileSync(path.join(folder, 'print.pdf'), await printed());
  await showPages('print.pdf', SHOWN.print, 'pack-print.png');
  await write('docx');
  toPdf(folder, 'pack.docx');
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

function unzip(file: string): void {
  const program = 'import sys,zipfile;zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])';
  execFileSync(ensureProgram('python'), ['-c', program, path.join(folder, file), folder]);
}

/** Puts some pages of a PDF beside each other. */
function showPages(file: string, numbers: number[], name: string): Promise<void> {
  return picture(browser, name, pagesOf(folder, file, numbers), { width: PAGE_WIDTH, perLine: 3 });
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
  await picture(browser, 'pack-phone.png', shots, { width: PHONE.width });
}

async function shoot(
  phone: Page,
  file: string,
  colorScheme: 'light' | 'dark',
  anchor = '',
): Promise<string> {
  await phone.emulateMedia({ colorScheme });
  await phone.goto(pathToFileURL(path.join(folder, file)).href + anchor);
  return pictureUrl(await phone.screenshot());
}
