import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from './browser.ts';
import * as reading from './reading.ts';
import { toolbarButtons, watchedPatterns } from './toolbar.ts';
import { settled, until } from './until.ts';
import { BROWSERS, useFreshBrowser } from './use-browser.ts';

const HOST = '127.0.0.1';

describe.each(BROWSERS)('a site in the settings of %s', (name) => {
  const here = useFreshBrowser(name);
  let settings: Page;

  /** Waits until what is read late has moved nothing any more: a press must not miss its button. */
  const openSettings = async () => {
    settings = await here.browser.open(`${here.browser.origin}library.html#settings`);
    await settled('the settings', () =>
      settings.evaluate(() => document.querySelector('.settings')?.scrollHeight),
    );
  };
  beforeEach(openSettings);

  const press = async (role: string, key: string, ...args: string[]) => {
    await settings.show();
    await settings.click({ role, name: await reading.words(settings, key, ...args) });
  };
  const isWatched = () =>
    until('the probe on the site', async () =>
      (await watchedPatterns(settings)).includes(`*://${HOST}/*`),
    );
  const allow = async () => {
    await here.browser.grantHost(`*://${HOST}/*`);
    await openSettings();
    await isWatched();
  };
  const isBare = (page: Page) =>
    page.evaluate(
      () => CSS.highlights.size === 0 && document.querySelector('reader-layer') === null,
    );
  /** Waits for a tab whose button says this: title and badge are two questions, a change may come between them. */
  const buttonSays = async (key: string, count: string, badge: string) => {
    const title = await reading.words(settings, key, count);
    await until(`${title} (${badge})`, async () => {
      const buttons = await toolbarButtons(settings);
      const isSaid = buttons.some((button) => button.title === title && button.badge === badge);
      return isSaid || Promise.reject(new Error(JSON.stringify(buttons)));
    });
  };

  // Firefox says yes to every question under its driver; Chromium's question nobody can click there.
  it.runIf(name === 'firefox')('is added by its address and read by itself', async () => {
    await press('textbox', 'sites_add');
    await settings.type(`http://${HOST}/bai.html`);
    await press('button', 'sites_add_allow');
    await isWatched();
    const page = await here.browser.open(here.practice);
    await until('the marks', async () => (await reading.painted(page, 'figure')).includes('4.318'));
  });

  it('is read by itself once allowed, and stops at once in its open tabs when taken back', async () => {
    await allow();
    const page = await here.browser.open(here.practice);
    await until('the marks', async () => (await reading.painted(page, 'figure')).includes('4.318'));
    await press('button', 'sites_remove_one', HOST);
    await until('no marks', async () => (await reading.painted(page, 'figure')).length === 0);
    await until('no probe', async () => (await watchedPatterns(settings)).length === 0);
    await page.reload();
    expect(await isBare(page)).toBe(true);
  });

  it('set to tell only, shows on the button that there is an article and paints nothing', async () => {
    await allow();
    await press('radio', 'sites_mode_ask');
    await until('the choice', async () =>
      settings.evaluate(
        (words: string) => document.body.innerText.includes(words),
        await reading.words(settings, 'sites_can_ask'),
      ),
    );
    const page = await here.browser.open(here.practice);
    await buttonSays('toolbar_found', '0', '●');
    expect(await isBare(page)).toBe(true);
    await here.browser.clickToolbarButton(page);
    await until('the marks', async () => (await reading.painted(page, 'figure')).includes('4.318'));
    await buttonSays('toolbar_on', '0', '');
  });

  it('switched off, loses its marks in open tabs and is left alone though still permitted', async () => {
    await allow();
    const page = await here.browser.open(here.practice);
    await reading.waitForMarks(page);
    await press('radio', 'sites_mode_off');
    await until('no marks', async () => (await reading.painted(page, 'figure')).length === 0);
    await until('no probe', async () => (await watchedPatterns(settings)).length === 0);
    await page.reload();
    expect(await isBare(page)).toBe(true);
  });

  it('counts the excerpts of the page on the button, and says when there is no article', async () => {
    const page = await here.browser.open(here.practice);
    await here.browser.clickToolbarButton(page);
    await reading.waitForMarks(page);
    for (const key of ['j', 'c', 'j', 'c']) await page.press(key);
    await buttonSays('toolbar_on', '2', '2');
    await here.browser.clickToolbarButton(page);
    await buttonSays('toolbar_off', '2', '2');
    const bare = await here.browser.open(
      here.site.put('/trong.html', '<!doctype html><p>Không có gì.'),
    );
    await here.browser.clickToolbarButton(bare);
    await buttonSays('toolbar_none', '0', '');
  });
});
