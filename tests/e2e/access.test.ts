import { createRequire } from 'node:module';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from './browser.ts';
import { newReader } from './launch.ts';
import * as reading from './reading.ts';
import { serve, type Site } from './serve.ts';

/** What axe holds a page to: WCAG 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SCHEMES = ['light', 'dark'] as const;

/**
 * Runs axe in a page. Its source is made part of the function sent there, for the pages of an extension let no
 * script in that they did not bring.
 */
async function problems(page: Page): Promise<string[]> {
  const run = new Function(
    'rules',
    `${axe.source}; return axe.run(document, { runOnly: rules }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html.slice(0, 160))));`,
  ) as (rules: string[]) => Promise<string[]>;
  return page.evaluate(run, RULES);
}

describe('what a reader with a screen reader, weak eyes or no mouse meets', () => {
  const reader = newReader('chromium');
  let browser: Browser;
  let site: Site;

  beforeAll(async () => {
    browser = await reader.launch();
    site = await serve();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    reader.forget();
  });

  const checked = async (page: Page) => {
    for (const scheme of SCHEMES) {
      await page.colorScheme(scheme);
      expect(await problems(page), scheme).toEqual([]);
    }
  };

  it('is told of a page that fails, so that silence means something', async () => {
    const page = await browser.open(
      site.put('/xau.html', '<title>x</title><img src="a.png"><button></button>'),
    );
    expect((await problems(page)).map((each) => each.split(':')[0])).toContain('image-alt');
  });

  it('keeps the side panel to WCAG 2.2 AA, with an article read and a mention open', async () => {
    const practice = createRequire(import.meta.url).resolve('../../public/practice.html');
    const page = await browser.open(site.putFile('/bai.html', practice));
    await browser.clickToolbarButton(page);
    await reading.waitForMarks(page);
    const panel = await browser.sidePanel();
    await checked(panel);
    for (const key of ['j', 'j', 'j']) await page.press(key);
    await checked(panel);
    await page.press('w');
    await checked(panel);
  });

  it.each(['library.html', 'library.html#settings', 'welcome.html'])(
    'keeps %s to WCAG 2.2 AA',
    async (address) => {
      await checked(await browser.open(browser.origin + address));
    },
  );
});
