import { describe, expect, it } from 'vitest';
import * as reading from './reading.ts';
import { until } from './until.ts';
import { BROWSERS, useFreshBrowser } from './use-browser.ts';

describe.each(BROWSERS)('an article read by keyboard in %s', (name) => {
  const here = useFreshBrowser(name);

  it('is worked through mark by mark, keep or skip, and the library has what was kept', async () => {
    const { page, marks } = await here.readPractice();
    expect(marks.length).toBeGreaterThanOrEqual(40);
    const open = async () =>
      (await reading.painted(page, 'figure')).length +
      (await reading.painted(page, 'programme')).length;
    for (let left = marks.length; left > 0; left--) {
      await page.press('j');
      // Every third is passed over, the others are kept.
      await page.press(left % 3 === 0 ? 'x' : 'c');
      await until(`${left - 1} marks left`, async () => (await open()) === left - 1);
    }
    const skipped = Math.floor(marks.length / 3);
    expect(await reading.painted(page, 'clipped')).toHaveLength(marks.length - skipped);
    await page.press('z');
    await until('the last deed taken back', async () => (await open()) === 1);
    const library = await here.browser.open(`${here.browser.origin}library.html`);
    const stored = await reading.waitForStored(library, marks.length - skipped);
    const kept = stored.filter(({ deleted }) => !deleted);
    expect(kept.length).toBe(marks.length - skipped - 1);
  });

  it('leaves to the page every key that has nothing to do there', async () => {
    const page = await here.browser.open(here.site.put('/phim-rieng.html', KEYS_OF_ITS_OWN));
    await here.browser.clickToolbarButton(page);
    await reading.waitForMarks(page);
    const heard = () => page.evaluate(() => document.body.dataset['heard'] ?? '');
    const pressed = async (key: string) => {
      const before = await heard();
      await page.press(key);
      return (await heard()).slice(before.length);
    };
    for (const key of ['c', 'x', 'Enter', 'Escape']) expect(await pressed(key)).toBe(`${key} `);
    await page.press('j');
    await until(
      'a current mark',
      async () => (await reading.painted(page, 'current')).length === 1,
    );
    expect(await pressed('Escape')).toBe('');
    expect(await pressed('Escape')).toBe('Escape ');
    await page.press('j');
    await page.evaluate(() => {
      document.querySelector('site-search')?.shadowRoot?.querySelector('input')?.focus();
    });
    for (const key of ['j', 'c', 'x']) expect(await pressed(key)).toBe(`${key} `);
    const typed = await page.evaluate(
      () => document.querySelector('site-search')?.shadowRoot?.querySelector('input')?.value,
    );
    expect(typed).toBe('jcx');
    expect(await reading.painted(page, 'clipped')).toEqual([]);
  });
});

/** An article whose page notes the keys it is given, with a search field inside a shadow root. */
const KEYS_OF_ITS_OWN =
  '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Nước về bản</title><body><site-search></site-search>' +
  '<article><h1>Nước về bản</h1>' +
  [412, 423, 434]
    .map(
      (figure) =>
        `<p>Đường ống mới đưa nước sạch về cho ${figure} hộ ở lưng chừng núi, trước kia mỗi nhà phải mất nửa buổi gùi can ` +
        'xuống khe, mùa khô thì đợi cả đêm, nay vặn vòi là có nước, trẻ con tắm ngay đầu sân.</p>',
    )
    .join('') +
  `</article><script>
    document.querySelector('site-search').attachShadow({ mode: 'open' }).append(document.createElement('input'));
    document.body.dataset.heard = '';
    addEventListener('keydown', ({ key }) => { document.body.dataset.heard += key + ' '; });
  </script></body></html>`;
