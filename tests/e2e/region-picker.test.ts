import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from './browser.ts';
import * as reading from './reading.ts';
import { until } from './until.ts';
import { BROWSERS, useBrowser } from './use-browser.ts';

const note = (name: string, place: string, figure: number) =>
  `<div class="${name}"><p>Ghi ở ${place}: có ${figure} hộ dân dựng lại nhà sau mưa lũ, bà con bản trên bản dưới đổi ` +
  'công cho nhau đến hết mùa, không để nhà nào phải chờ lâu.</p></div>';
const TITLE = 'Sau lũ: bản làng dựng lại nhà';
/** Two notes in a part, a third beside the part; the advertisement between them has no text. */
const PAGE =
  `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${TITLE}</title><body><article><h1>${TITLE}</h1>` +
  `<div class="first">${note('north', 'Trung Chải', 311)}${note('south', 'Cốc San', 322)}</div>` +
  `<div class="advert" style="height:40px"></div><div class="second">${note('east', 'Nậm Chạc', 333)}</div>` +
  '<div style="height:1500px"></div></article>' +
  '<script>globalThis.heard = []; for (const type of ["keydown", "click"]) addEventListener(type, ({ key }) => heard.push(key ?? type));</script>' +
  '</body></html>';

describe.each(BROWSERS)('pointing at what to read in %s', (name) => {
  const here = useBrowser(name);
  let page: Page;
  let panel: Page;
  beforeAll(async () => {
    ({ page, panel } = await reading.read(here.browser, here.site.put(`/${name}.html`, PAGE)));
    await marksAre('311,322,333');
  });

  const marksAre = (figures: string) =>
    until(`marks on ${figures}`, async () => {
      const marks = (await reading.painted(page, 'figure')).join();
      return marks === figures || Promise.reject(new Error(marks));
    });
  const isPicking = () => page.evaluate(() => document.querySelector('reader-picker') !== null);
  async function startPicking(): Promise<void> {
    await panel.click({ role: 'button', name: await reading.words(panel, 'panel_region_pick') });
    await until('the picker', isPicking);
    await page.show();
  }
  /** Moves the mouse to some words, and waits until what they begin is told to be pointed at. */
  async function hover(words: string): Promise<void> {
    await reading.hoverWords(page, words);
    await until(`${words} pointed at`, async () => {
      const told = await page.textsOf({ role: 'status' });
      return told.some((text) => text.includes(words));
    });
  }
  /** What the page has heard, keys and clicks. */
  const heard = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.press(key);
  };

  it('↑ widens what the pointer is at, ↓ goes back, Enter reads it', async () => {
    await startPicking();
    await hover('Ghi ở Cốc San');
    await press('Enter');
    await marksAre('322');
    await startPicking();
    await hover('Ghi ở Cốc San');
    await press('ArrowUp', 'Enter');
    await marksAre('311,322');
    await startPicking();
    await hover('Ghi ở Cốc San');
    await press('ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'Enter');
    await marksAre('322');
  });

  it('can be done with keys alone: ↓ goes in, → and ← to the part beside', async () => {
    // In the corner, where nothing but the page itself is.
    await page.hoverAt(2, 700);
    await startPicking();
    await press('ArrowDown', 'ArrowDown', 'ArrowRight', 'Enter');
    await marksAre('333');
    await startPicking();
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'Enter');
    await marksAre('311');
  });

  it('a double click picks, and its second click opens nothing', async () => {
    await startPicking();
    await hover('Ghi ở Nậm Chạc');
    const { x, y } = await page.evaluate(() => {
      const { left, top } =
        document.querySelector('.east p')?.getBoundingClientRect() ?? new DOMRect();
      return { x: left + 20, y: top + 10 };
    });
    await page.clickAt(x, y, 2);
    await marksAre('333');
    expect(await heard()).toEqual([]);
  });

  it('Escape leaves all as it was, and the page hears of no key that is not the browser’s', async () => {
    await startPicking();
    await hover('Ghi ở Trung Chải');
    await press('ArrowUp', 'Control+ArrowRight', 'Escape');
    await until('no picker', async () => !(await isPicking()));
    await marksAre('333');
    expect(await heard()).toEqual(['Control', 'ArrowRight']);
  });
});
