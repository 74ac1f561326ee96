import { describe, expect, it } from 'vitest';
import type { Page } from './browser.ts';
import { shortcut } from './launch.ts';
import * as reading from './reading.ts';
import { until } from './until.ts';
import { BROWSERS, PRACTICE, useFreshBrowser } from './use-browser.ts';

describe.each(BROWSERS)('in %s', (name) => {
  const here = useFreshBrowser(name);

  /** Clips all of the practice article and opens the library on it. */
  async function openFullLibrary(): Promise<Page> {
    const { panel, marks } = await here.readPractice();
    await reading.clipTheRest(panel);
    await reading.waitForStored(panel, marks.length);
    return reading.openLibrary(here.browser, panel);
  }

  it('finds excerpts whatever accents are typed', async () => {
    const library = await openFullLibrary();
    await library.click({ role: 'searchbox' });
    await library.type('nghia tinh dong doi');
    await until('the list to hold that sentence alone', async () => {
      const shown = await excerptsShown(library);
      return shown.length > 0 && shown.every((text) => text.includes('Nghĩa tình đồng đội'));
    });
  });

  it('keeps edited tags and notes, and brings back what was deleted', async () => {
    const library = await openFullLibrary();
    const before = (await reading.storedAnnotations(library)).length;
    const one = await reading.words(library, 'excerpt_edit_one', '86,4 tỷ đồng');
    await library.click({ role: 'button', name: one });
    await library.click({
      role: 'textbox',
      name: await reading.words(library, 'excerpt_note'),
    });
    await library.type('Đối chiếu với Sở Tài chính');
    await library.press('Control+Enter');
    await until('the note in the database', async () =>
      (await reading.storedAnnotations(library)).some(
        ({ note, mention }) =>
          note === 'Đối chiếu với Sở Tài chính' && mention?.exact === '86,4 tỷ đồng',
      ),
    );
    const away = await reading.words(library, 'excerpt_trash_one', '86,4 tỷ đồng');
    await library.click({ role: 'button', name: away });
    const deleted = async () =>
      (await reading.storedAnnotations(library)).filter((annotation) => annotation.deleted);
    await until('the excerpt in the trash', async () => (await deleted()).length === 1);
    await library.click({ role: 'button', name: await reading.words(library, 'notice_undo') });
    await until('the excerpt back', async () => (await deleted()).length === 0);
    expect(await reading.storedAnnotations(library)).toHaveLength(before);
  });
});

describe('with the real shortcuts of firefox', () => {
  const here = useFreshBrowser('firefox');

  it('reads the article and clips selected words without a mouse', async () => {
    const page = await here.browser.open(here.practice);
    await page.press(shortcut('firefox', '_execute_action'));
    await reading.waitForMarks(page);
    const panel = await here.browser.sidePanel();
    await page.evaluate(() => {
      const words = [...document.querySelectorAll('article p')].find(({ textContent }) =>
        textContent?.includes('Lục Thị Hồng'),
      )?.firstChild;
      const at = words?.nodeValue?.indexOf('Đồng chí Lục Thị Hồng') ?? -1;
      if (words) getSelection()?.setBaseAndExtent(words, at, words, at + 21);
    });
    await page.press(shortcut('firefox', 'clip-selection'));
    const [stored] = await reading.waitForStored(panel, 1);
    expect(stored?.target.selector[0].exact).toBe('Đồng chí Lục Thị Hồng');
  });

  it('reads by itself on a site the reader allowed, and on no other', async () => {
    const { panel } = await here.readPractice();
    const allow = await reading.words(panel, 'panel_always', '127.0.0.1');
    await panel.click({ role: 'disclosure', name: allow });
    await panel.click({ role: 'button', name: allow });
    const done = await reading.words(panel, 'panel_always_on', '127.0.0.1');
    await until('the site on the list', () =>
      panel.evaluate((done: string) => document.body.innerText.includes(done), done),
    );
    const next = await here.browser.open(here.site.putFile('/bai-sau.html', PRACTICE));
    expect(await reading.waitForMarks(next)).toContain('4.318');
    const other = await here.browser.open(
      here.site.putFile('/bai-khac.html', PRACTICE).replace('127.0.0.1', 'localhost'),
    );
    await until('the other page', () => other.evaluate(() => document.readyState === 'complete'));
    expect(await other.evaluate(() => CSS.highlights.size)).toBe(0);
  });
});

function excerptsShown(library: Page): Promise<string[]> {
  return library.evaluate(() =>
    [...document.querySelectorAll('li.excerpt')].map(({ textContent }) => textContent ?? ''),
  );
}
