import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { read, utils } from '@e965/xlsx';
import mammoth from 'mammoth';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, BrowserName, Page } from './browser.ts';
import { newReader, type Reader } from './launch.ts';
import * as reading from './reading.ts';
import { serve, type Site } from './serve.ts';
import { until } from './until.ts';

const PRACTICE = fileURLToPath(new URL('../../public/practice.html', import.meta.url));
const BROWSERS: BrowserName[] = ['chromium', 'firefox'];
const MARKS = ['4.318', '86,4 tỷ đồng', 'Đề án 14'];

let site: Site;
let article: string;

beforeAll(async () => {
  site = await serve();
  article = site.putFile('/phu-linh.html', PRACTICE);
});
afterAll(() => site.close());

describe.each(BROWSERS)('exports in %s', (name) => {
  let reader: Reader;
  let browser: Browser;
  let library: Page;

  beforeEach(async () => {
    reader = newReader(name);
    browser = await reader.launch();
    const { page, panel } = await reading.read(browser, article);
    await reading.waitForMarks(page);
    for (const [at, mark] of MARKS.entries()) {
      await reading.clickWords(page, mark);
      await reading.waitForCard(page, panel);
      await page.click({ role: 'button', name: await reading.words(panel, 'card_clip') });
      await reading.waitForStored(panel, at + 1);
      await page.press('Escape');
    }
    library = await reading.openLibrary(browser, panel);
  });
  afterEach(async () => {
    await browser.close().catch(() => undefined);
    reader.forget();
  });

  it('gives a workbook whose numbers are numbers, made under the extension’s own policy', async () => {
    const file = await reading.exportAll(browser, library, 'xlsx');
    const book = read(readFileSync(file));
    const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets['Trích đoạn'] ?? {});
    const values = rows.map((row) => [row['Nguyên văn'], row['Giá trị']]);
    expect(new Map(values as [string, number][])).toEqual(
      new Map<string, number | undefined>([
        ['4.318', 4318],
        ['86,4 tỷ đồng', 86_400_000_000],
        ['Đề án 14', undefined],
      ]),
    );
    expect(rows.every((row) => row['Đối chiếu với bài'] === '✓ khớp với bài đã lưu')).toBe(true);
  });

  it('gives a Word report that another program reads', async () => {
    const file = await reading.exportAll(browser, library, 'docx');
    const { value } = await mammoth.extractRawText({ buffer: readFileSync(file) });
    for (const mark of MARKS) expect(value).toContain(mark);
    expect(value).toContain('Phú Lĩnh: Đưa nghị quyết vào từng chi bộ thôn');
  });

  it('leaves no file when the dialog is closed, and the keyboard where it was', async () => {
    const open = (await reading.words(library, 'library_export_found', '#')).replace('#', '.*');
    await library.click({ role: 'button', name: new RegExp(open) });
    await until('the dialog', () =>
      library.evaluate(() => document.querySelector('dialog')?.open === true),
    );
    await library.press('Escape');
    await until('the dialog to be gone', () =>
      library.evaluate(() => !document.querySelector('dialog')),
    );
    await until('the keyboard back on the button', () =>
      library.evaluate(() => document.activeElement?.ariaHasPopup === 'dialog'),
    );
    expect(files(reader.downloads)).toEqual([]);
  });
});

function files(folder: string): string[] {
  try {
    return readdirSync(folder).map((file) => path.basename(file));
  } catch {
    return [];
  }
}
