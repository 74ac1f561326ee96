import { describe, expect, it } from 'vitest';
import type { Page } from './browser.ts';
import { bundledRenderer, type Framework } from './bundled-renderer.ts';
import type { ChromiumPage } from './chromium-page.ts';
import * as reading from './reading.ts';
import { APP, BARE_RENDERER, LISTENER, TITLE } from './redrawn-article.ts';
import { until } from './until.ts';
import { BROWSERS, useBrowser } from './use-browser.ts';

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
