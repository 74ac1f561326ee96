/** `node scripts/export-pages.ts`: pictures of files made of the project's own articles, opened by other programs, into `docs/`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { columnsOf } from '../lib/core/export/columns.ts';
import type { FormatName } from '../lib/core/export/formats.ts';
import { standardChoice } from '../lib/core/export/profile.ts';
import { exportBytes } from '../tests/export-sample.ts';
import { ownPackedCollection } from '../tests/own-pack.ts';
import { pagesOf, picture, pictureUrl, toPdf } from './page-pictures.ts';
import { ensureProgram } from './system-programs.ts';

/** The sheet of excerpts and that of documents; title and contents, excerpts, sources. */
const SHOWN = { xlsx: [1, 8], docx: [1, 2, 14] };
/** As many as can be read on a printed page. */
const SHEET_COLUMNS = [
  'published',
  'title',
  'sentence',
  'exact',
  'value',
  'unit',
  'subject',
  'verified',
];
const SHEET_WIDTH = 900;
const PAGE_WIDTH = 420;
const WEB = { width: 900, height: 1100 };

const folder = mkdtempSync(path.join(tmpdir(), 'trich-bao-files-'));
const made = await ownPackedCollection();
const browser = await chromium.launch({ executablePath: ensureProgram('chromium') });
try {
  await write('xlsx', SHEET_COLUMNS);
  toPdf(folder, 'clips.xlsx');
  const sheets = pagesOf(folder, 'clips.pdf', SHOWN.xlsx);
  await picture(browser, 'export-xlsx.png', sheets, { width: SHEET_WIDTH });
  await write('docx');
  toPdf(folder, 'clips.docx');
  const pages = pagesOf(folder, 'clips.pdf', SHOWN.docx);
  await picture(browser, 'export-docx.png', pages, { width: PAGE_WIDTH });
  await write('html');
  await picture(browser, 'export-html.png', await webPage(), { width: WEB.width });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

async function write(
  format: FormatName,
  columns: readonly string[] = standardChoice(format).columns,
): Promise<void> {
  const { order, layout } = standardChoice(format);
  const bytes = await exportBytes(format, made, { columns: columnsOf(columns), order, layout });
  writeFileSync(path.join(folder, `clips.${format}`), bytes);
}

/** The top of the report as a browser shows it, in light and dark. */
async function webPage(): Promise<string[]> {
  const page = await browser.newPage({ viewport: WEB });
  await page.goto(pathToFileURL(path.join(folder, 'clips.html')).href);
  const shots: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    shots.push(pictureUrl(await page.screenshot()));
  }
  return shots;
}
