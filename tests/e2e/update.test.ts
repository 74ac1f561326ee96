import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from './browser.ts';
import * as reading from './reading.ts';
import { until } from './until.ts';
import { BROWSERS, useFreshBrowser } from './use-browser.ts';

describe.each(BROWSERS)('an update under a page read in %s', (name) => {
  const here = useFreshBrowser(name);
  let page: Page;
  let words: Record<'close' | 'reload' | 'unsaved', string>;

  beforeEach(async () => {
    const opened = await here.readPractice();
    page = opened.page;
    const { panel } = opened;
    await page.press('j');
    await reading.waitForCard(page, panel);
    words = {
      close: await reading.words(panel, 'card_close'),
      reload: await reading.words(panel, 'updated_reload'),
      unsaved: await reading.words(panel, 'updated_unsaved'),
    };
  });

  const isShown = async (role: string, name: string) =>
    (await page.findAll({ role, name })).length > 0;
  /** Marks show where words are registered and a style is there to paint them. */
  const isMarked = () =>
    page.evaluate(() => {
      const [highlight] = CSS.highlights.values();
      const [range] = highlight ?? [];
      const element = range?.startContainer.parentElement;
      if (!element) return false;
      const { textDecorationLine } = getComputedStyle(element, '::highlight(reader-a)');
      return textDecorationLine.includes('underline');
    });

  it('takes marks and card away and offers to reload, after which it is read anew', async () => {
    expect(await isMarked()).toBe(true);
    await here.browser.update();
    await page.show();
    await until('the offer to reload', () => isShown('link', words.reload));
    expect(await isMarked()).toBe(false);
    expect(await isShown('button', words.close)).toBe(false);
    expect(await isShown('textbox', words.unsaved)).toBe(false);
    await page.click({ role: 'link', name: words.reload });
    await until('the page anew', () =>
      page.evaluate(() => document.querySelector('reader-layer') === null),
    );
    await here.browser.clickToolbarButton(page);
    await until('the marks anew', isMarked);
  });

  it('leaves nothing of the old script when the button is clicked before the page is reloaded', async () => {
    await here.browser.update();
    await here.browser.clickToolbarButton(page);
    await until('the marks of the new script', isMarked);
    expect(await page.evaluate(() => document.querySelectorAll('reader-layer').length)).toBe(1);
    await until('no offer to reload', async () => !(await isShown('link', words.reload)));
  });

  it('gives back a clip that was being stored, to be copied', async () => {
    const library = await here.browser.open(`${here.browser.origin}library.html`);
    await reading.storedAnnotations(library);
    await library.evaluate(() => {
      const opening = indexedDB.open('trich-bao');
      opening.addEventListener('success', () => {
        const names = [...opening.result.objectStoreNames];
        const store = opening.result.transaction(names, 'readwrite').objectStore('annotations');
        // A transaction that always has one more request keeps all others waiting.
        const hold = () => store.count().addEventListener('success', hold);
        hold();
        document.title = 'giữ';
      });
    });
    await until('the collection to be held', () =>
      library.evaluate(() => document.title === 'giữ'),
    );
    await page.show();
    await page.press('c');
    await here.browser.update();
    await page.show();
    await until('the words that were not stored', () => isShown('textbox', words.unsaved));
  });

  it('gives back a note half typed', async () => {
    await page.press('n');
    await page.type('Hỏi lại Huyện ủy');
    await here.browser.update();
    await page.show();
    await until('the note', () => isShown('textbox', words.unsaved));
  });
});
