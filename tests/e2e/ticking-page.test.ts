import { setTimeout as sleep } from 'node:timers/promises';
import { it } from 'vitest';
import type { ChromiumPage } from './chromium-page.ts';
import * as reading from './reading.ts';
import { APP, BARE_RENDERER, LISTENER, TITLE } from './redrawn-article.ts';
import { until } from './until.ts';
import { useBrowser } from './use-browser.ts';

/** Readings are densest in the first seconds: what is measured then is the most a page pays. */
const MEASURED_MS = 8000;

const here = useBrowser('chromium');

it('a page that rewrites its text ten times a second is followed, and its cost printed', async () => {
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
});

/** Seconds a page's main thread has been at work. */
async function taskSeconds(devtools: ChromiumPage['devtools']): Promise<number> {
  const { metrics } = await devtools<{ metrics: { name: string; value: number }[] }>(
    'Performance.getMetrics',
  );
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

const TICKER = `
  const timer = setInterval(() => {
    rows = rows.map((number) => (number + 1) % 1000 || 100);
    draw(app, tree);
  }, 100);
  globalThis.stop = () => clearInterval(timer);
`;
