import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Page } from './browser.ts';
import { bundledRenderer, type Framework } from './bundled-renderer.ts';
import type { ChromiumPage } from './chromium-page.ts';
import * as reading from './reading.ts';
import { until } from './until.ts';
import { BROWSERS, useBrowser } from './use-browser.ts';

const TITLE = 'Ý Tý: Trồng lại rừng đầu nguồn';

describe.each(BROWSERS)('in %s', (name) => {
  const here = useBrowser(name);

  const shows = (page: Page, wanted: string) =>
    until(`marks on ${wanted}`, async () => {
      const marks = (await reading.painted(page, 'figure')).join();
      return marks === wanted || Promise.reject(new Error(marks));
    });

  it.each<Framework>(['react', 'vue', 'preact'])(
    'a page rendered by %s goes on rendering under its marks, adds no node and logs nothing',
    async (framework) => {
      here.site.put('/renderer.js', await bundledRenderer(framework));
      const html =
        `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${TITLE}</title><body><div id="app"></div>` +
        `<script>${LISTENER}</script><script src="/renderer.js"></script><script>${APP}</script></body></html>`;
      const { page } = await reading.read(
        here.browser,
        here.site.put(`/${name}-${framework}.html`, html),
      );
      const step = (change: string) =>
        page.evaluate((change: string) => {
          (globalThis as unknown as { step(change: string): void }).step(change);
        }, change);
      await shows(page, '800,801,802,803,804,805,806');
      await step('number');
      await shows(page, '800,801,802,999,804,805,806');
      await step('reorder');
      await shows(page, '806,805,804,999,802,801,800');
      await step('remove');
      await shows(page, '806,805,804,999,802,800');
      const { shown, drawnBare, logged } = await page.evaluate(() => {
        const { drawBare, logged } = globalThis as unknown as {
          drawBare(): string;
          logged: string[];
        };
        const shown = document.querySelector('#app')?.innerHTML;
        return { shown, drawnBare: drawBare(), logged };
      });
      expect(shown).toBe(drawnBare);
      expect(logged).toEqual([]);
    },
  );

  it.runIf(name === 'chromium')(
    'a page that rewrites its text ten times a second is followed, and its cost printed',
    async () => {
      const html =
        `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${TITLE}</title><body><div id="app"></div>` +
        `<script>${LISTENER}${BARE_RENDERER}${APP}${TICKER}</script></body></html>`;
      const page = await here.browser.open(here.site.put('/ticker.html', html));
      const { devtools } = page as ChromiumPage;
      await devtools('Performance.enable');
      const share = async () => {
        const before = await taskSeconds(devtools);
        await sleep(MEASURED_MS);
        return (await taskSeconds(devtools)) - before;
      };
      const bare = await share();
      await here.browser.clickToolbarButton(page);
      await reading.waitForMarks(page);
      const marked = await share();
      const percent = (seconds: number) => ((100_000 * seconds) / MEASURED_MS).toFixed(2);
      process.stdout.write(
        `main thread of a page rewriting itself ten times a second: ${percent(bare)} % of a core without marks, ` +
          `${percent(marked)} % with them, over ${MEASURED_MS / 1000} s\n`,
      );
      // However often it is put off: once the page rests it is read as it is.
      await page.evaluate(() => (globalThis as unknown as { stop(): void }).stop());
      await until('marks of the page at rest', async () => {
        const last = await page.evaluate(() => document.querySelector('p')?.textContent ?? '');
        return last.includes(` ${(await reading.painted(page, 'figure'))[0]} hộ`);
      });
    },
  );

  it.runIf(name === 'chromium')(
    'a figure tapped on a phone opens its card inside the screen, and a tap keeps it',
    async () => {
      const html =
        `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>${TITLE}</title><body><div id="app"></div><script>${LISTENER}${BARE_RENDERER}${APP}</script></body></html>`;
      const { page, panel } = await reading.read(here.browser, here.site.put('/phone.html', html));
      const { devtools } = page as ChromiumPage;
      const screen = { width: 390, height: 844, deviceScaleFactor: 2, mobile: true };
      await devtools('Emulation.setDeviceMetricsOverride', screen);
      await devtools('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
      await reading.waitForMarks(page);
      const tap = async ({ x, y, width, height }: DOMRect) => {
        const touchPoints = [{ x: x + width / 2, y: y + height / 2 }];
        await devtools('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
        await devtools('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      };
      const mark = await page.evaluate(() => {
        const highlight = [...CSS.highlights].find(([name]) => name === 'reader-a')?.[1];
        return ([...(highlight ?? [])][0] as Range).getBoundingClientRect().toJSON() as DOMRect;
      });
      await tap(mark);
      const button = await reading.words(panel, 'card_clip');
      const keep = await until('the card', async () => {
        const [found] = await page.findAll({ role: 'button', name: button });
        return found;
      });
      expect(keep.box.x).toBeGreaterThanOrEqual(0);
      expect(keep.box.x + keep.box.width).toBeLessThanOrEqual(screen.width);
      expect(Math.min(keep.box.width, keep.box.height)).toBeGreaterThanOrEqual(24);
      await tap(keep.box as DOMRect);
      const [stored] = await reading.waitForStored(panel, 1);
      expect(stored?.mention?.exact).toBe('800');
    },
  );
});

const MEASURED_MS = 20_000;

/** Seconds a page's main thread has been at work. */
async function taskSeconds(devtools: ChromiumPage['devtools']): Promise<number> {
  const { metrics } = await devtools<{ metrics: { name: string; value: number }[] }>(
    'Performance.getMetrics',
  );
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

/** Hears whatever the page or its framework complains of. */
const LISTENER = `
  globalThis.logged = [];
  addEventListener('error', (event) => logged.push(event.message));
  for (const level of ['error', 'warn']) console[level] = (...words) => logged.push(words.join(' '));
`;

/** An article that is drawn anew with other numbers, in another order, with a paragraph less. */
const APP = `
  let rows = Array.from({ length: 7 }, (_, at) => 800 + at);
  const text = (number) => 'Ở Ý Tý, tổ hợp tác vận động được ' + number + ' hộ trồng lại rừng đầu nguồn, mỗi nhà nhận ' +
    'một khoảnh đất dốc, cùng nhau phát cỏ, đào hố, chờ mưa xuống là đặt cây, việc làm chậm mà chắc.';
  const tree = (h) => h('article', null, [h('h1', { key: 'title' }, '${TITLE}'),
    ...rows.map((number) => h('p', { key: number % 100 }, text(number)))]);
  const app = document.querySelector('#app');
  draw(app, tree);
  globalThis.step = (change) => {
    if (change === 'number') rows = rows.map((number) => (number === 803 ? 999 : number));
    if (change === 'reorder') rows = rows.toReversed();
    if (change === 'remove') rows = rows.filter((number) => number !== 801);
    draw(app, tree);
  };
  globalThis.drawBare = () => {
    const bare = document.createElement('div');
    draw(bare, tree);
    return bare.innerHTML;
  };
`;

/** What a page without a framework does: everything anew. */
const BARE_RENDERER = `
  const element = (name, _, content) => {
    const made = document.createElement(name);
    made.append(...[content].flat());
    return made;
  };
  const draw = (app, tree) => app.replaceChildren(tree(element));
`;

const TICKER = `
  const timer = setInterval(() => {
    rows = rows.map((number) => (number + 1) % 1000 || 100);
    draw(app, tree);
  }, 100);
  globalThis.stop = () => clearInterval(timer);
`;
