import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import type { Page } from './browser.ts';
import { useBrowser } from './use-browser.ts';

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
  const here = useBrowser('chromium');

  const checked = async (page: Page) => {
    for (const scheme of SCHEMES) {
      await page.colorScheme(scheme);
      expect(await problems(page), scheme).toEqual([]);
    }
  };

  it('is told of a page that fails, so that silence means something', async () => {
    const page = await here.browser.open(
      here.site.put('/xau.html', '<title>x</title><img src="a.png"><button></button>'),
    );
    expect((await problems(page)).map((each) => each.split(':')[0])).toContain('image-alt');
  });

  it('keeps the side panel to WCAG 2.2 AA, with an article read and a mention open', async () => {
    const { page, panel } = await here.readPractice();
    await checked(panel);
    for (const key of ['j', 'j', 'j']) await page.press(key);
    await checked(panel);
    await page.press('w');
    await checked(panel);
  });

  it.each(['library.html', 'library.html#settings', 'welcome.html'])(
    'keeps %s to WCAG 2.2 AA',
    async (address) => {
      await checked(await here.browser.open(here.browser.origin + address));
    },
  );
});
