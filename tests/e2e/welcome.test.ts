import { describe, expect, it } from 'vitest';
import * as reading from './reading.ts';
import { until } from './until.ts';
import { BROWSERS, useFreshBrowser } from './use-browser.ts';

describe.each(BROWSERS)('the practice page in %s', (name) => {
  // Opening waits for the page that the first install opens, and closes it.
  const here = useFreshBrowser(name);

  it('leads from reading by keeping a figure with the keys to the library that has it', async () => {
    const page = await here.browser.open(`${here.browser.origin}welcome.html`);
    const says = async (key: string, ...args: string[]) => {
      const words = await reading.words(page, key, ...args);
      await until(words, () =>
        page.evaluate((words: string) => document.body.innerText.includes(words), words),
      );
    };
    await page.click({ role: 'button', name: await reading.words(page, 'welcome_read_button') });
    const marks = await reading.waitForMarks(page);
    expect(marks).toContain('4.318');
    expect(marks).not.toContain('5');
    for (const key of ['j', 'c']) await page.press(key);
    await says('welcome_kept', '1');
    const [stored] = await reading.waitForStored(page, 1);
    expect(stored?.mention?.exact).toBe('3 năm');
    await page.click({ role: 'button', name: await reading.words(page, 'welcome_open_library') });
    const library = await here.browser.extensionTab('library.html');
    await until('the excerpt in the library', () =>
      library.evaluate(() => document.querySelectorAll('li.excerpt').length === 1),
    );
    await page.show();
    await page.reload();
    await page.click({ role: 'button', name: await reading.words(page, 'welcome_read_button') });
    await until('the kept mark', async () =>
      (await reading.painted(page, 'clipped')).includes('3 năm'),
    );
  });

  it('is shown by no second start of the browser', async () => {
    await here.browser.close();
    await here.openAgain();
    await reading.visitLibrary(here.browser);
    const isOpen = await Promise.race([
      here.browser.extensionTab('welcome.html').then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((done) => void setTimeout(done, 3000, false)),
    ]);
    expect(isOpen).toBe(false);
  });
});
