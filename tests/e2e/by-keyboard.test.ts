import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserName } from './browser.ts';
import { newReader, type Reader } from './launch.ts';
import * as reading from './reading.ts';
import { serve, type Site } from './serve.ts';
import { until } from './until.ts';

const PRACTICE = fileURLToPath(new URL('../../public/practice.html', import.meta.url));

describe.each<BrowserName>(['chromium', 'firefox'])('an article read by keyboard in %s', (name) => {
  let reader: Reader;
  let browser: Browser;
  let site: Site;

  beforeEach(async () => {
    reader = newReader(name);
    browser = await reader.launch();
    site = await serve();
  });
  afterEach(async () => {
    await browser.close();
    await site.close();
    reader.forget();
  });

  it('is worked through mark by mark, keep or skip, and the library has what was kept', async () => {
    const page = await browser.open(site.putFile('/bai.html', PRACTICE));
    await browser.clickToolbarButton(page);
    const marks = await reading.waitForMarks(page);
    expect(marks.length).toBeGreaterThanOrEqual(40);
    const open = async () =>
      (await reading.painted(page, 'figure')).length +
      (await reading.painted(page, 'programme')).length;
    for (let left = marks.length; left > 0; left--) {
      await page.press('j');
      // Every third is passed over, the others are kept.
      await page.press(left % 3 === 0 ? 'x' : 'c');
      await until(`${left - 1} marks left`, async () => (await open()) === left - 1);
    }
    const skipped = Math.floor(marks.length / 3);
    expect(await reading.painted(page, 'clipped')).toHaveLength(marks.length - skipped);
    await page.press('z');
    await until('the last deed taken back', async () => (await open()) === 1);
    const library = await browser.open(`${browser.origin}library.html`);
    const stored = await reading.waitForStored(library, marks.length - skipped);
    const kept = stored.filter(({ deleted }) => !deleted);
    expect(kept.length).toBe(marks.length - skipped - 1);
  });
});
