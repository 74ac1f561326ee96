import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from './browser.ts';
import * as reading from './reading.ts';
import { until } from './until.ts';
import { BROWSERS, PRACTICE, useBrowser } from './use-browser.ts';

/** The list's filters, as they stand in the panel. */
const FILTERS = { progress: 0, kind: 1, group: 2 };
const OTHER =
  '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Dựng lại nhà</title><body><main><article><h1>Dựng lại nhà</h1>' +
  [311, 322, 333]
    .map(
      (figure) =>
        `<p>Sau lũ, cả vùng có ${figure} hộ dựng lại nhà, bà con bản trên bản dưới đổi công cho nhau, ai khỏe thì vác gỗ, ` +
        'ai khéo thì lợp mái, người già trông trẻ và nấu cơm cho cả đội, xong nhà này mới sang nhà khác.</p>',
    )
    .join('') +
  '</article></main></body></html>';

describe.each(BROWSERS)('the checklist in %s', (name) => {
  const here = useBrowser(name);
  let page: Page;
  let panel: Page;
  let all: string[];
  let serial = 0;
  beforeEach(async () => {
    await page?.close();
    const address = here.site.putFile(`/${name}-${(serial += 1)}.html`, PRACTICE);
    ({ page, panel } = await reading.read(here.browser, address));
    const marks = await reading.waitForMarks(page);
    all = (await shown((rows) => rows.length === marks.length)).map(({ exact }) => exact);
  });

  const rows = () =>
    panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.mentions > li')].map((row) => ({
        exact: row.querySelector('strong')?.textContent ?? '',
        progress: row.dataset['progress'],
        isCurrent: row.ariaCurrent === 'true',
        isInSight:
          row.getBoundingClientRect().top >= 0 && row.getBoundingClientRect().top < innerHeight,
      })),
    );
  type Rows = Awaited<ReturnType<typeof rows>>;
  const shown = (is: (rows: Rows) => boolean) =>
    until('the rows of the list', async () => {
      const now = await rows();
      return is(now) ? now : Promise.reject(new Error(JSON.stringify(now).slice(0, 600)));
    });
  const choose = (filter: keyof typeof FILTERS, value: string) =>
    panel.evaluate(
      (at: number, value: string) => {
        const select = document.querySelectorAll('search select')[at] as HTMLSelectElement;
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      },
      FILTERS[filter],
      value,
    );
  const counts = async (...wanted: [key: string, count: number][]) => {
    for (const [key, count] of wanted) await reading.panelSays(panel, key, `${count}`);
  };

  it('keeps all of one kind with one press, and counts what is kept and left', async () => {
    await counts(['panel_left', all.length], ['panel_clipped_count', 0]);
    await choose('kind', 'percentage');
    const percentages = await shown((rows) => rows.length < all.length);
    const keep = await reading.words(panel, 'panel_keep_shown', `${percentages.length}`);
    await panel.click({ role: 'button', name: keep });
    const stored = await reading.waitForStored(panel, percentages.length);
    expect(stored.every(({ mention }) => mention?.kind === 'percentage')).toBe(true);
    await counts(
      ['panel_left', all.length - percentages.length],
      ['panel_clipped_count', percentages.length],
    );
    await choose('progress', 'kept');
    await shown((rows) => rows.length === percentages.length);
    await choose('kind', 'all');
    await choose('progress', 'flagged');
    const flagged = await shown((rows) => rows.length === 2);
    expect(flagged.map(({ exact }) => exact)).toEqual(['97/128', '75,7%']);
  });

  it('hides nothing and ticks nothing of an article because of the one before', async () => {
    await choose('kind', 'money');
    await shown((rows) => rows.length < all.length);
    await panel.click({ role: 'checkbox', name: await reading.words(panel, 'panel_select_all') });
    const next = here.site.put(`/bai-khac-${name}.html`, OTHER);
    await page.goto(next);
    await here.browser.clickToolbarButton(page);
    await shown((rows) => rows.map(({ exact }) => exact).join() === '311,322,333');
    const ticks = await panel.evaluate(
      () => document.querySelectorAll('.mentions input:checked').length,
    );
    expect(ticks).toBe(0);
  });

  it('is grouped by paragraph and by kind, in the order of the text', async () => {
    const groups = () =>
      panel.evaluate(() => [...document.querySelectorAll('.group h3')].map((h) => h.textContent));
    await choose('group', 'block');
    await until('paragraphs', async () => (await groups()).length > 3);
    expect((await rows()).map(({ exact }) => exact)).toEqual(all);
    await choose('group', 'kind');
    const kind = await reading.words(panel, 'kind_percentage');
    await until('kinds', async () => (await groups()).includes(kind));
    const grouped = await rows();
    expect(grouped.map(({ exact }) => exact)).not.toEqual(all);
    // The keys go down the list as it is shown.
    for (const at of [0, 1, 2]) {
      await panel.press('j');
      await shown((rows) => rows[at]?.isCurrent === true);
    }
    await choose('group', 'none');
  });

  it('stays in step with the page, whichever of the two the keys are pressed in', async () => {
    const [first, second, third] = all;
    const isAt = async (exact: string | undefined, at: number) => {
      const now = await shown((rows) => rows[at]?.isCurrent === true && rows[at].isInSight);
      expect(now.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
      await until(
        `${exact} as the current mark`,
        async () => (await reading.painted(page, 'current')).join() === exact,
      );
    };
    await page.press('j');
    await isAt(first, 0);
    await page.press('j');
    await isAt(second, 1);
    await panel.press('j');
    await isAt(third, 2);
  });

  it('gives the keys that the reader chose, at once in a page open already, and says so in its help', async () => {
    const settings = await here.browser.open(`${here.browser.origin}library.html#settings`);
    await until(
      'the settings',
      async () => (await settings.findAll({ role: 'button', name: 'C' })).length,
    );
    await settings.click({ role: 'button', name: 'C' });
    await settings.press('l');
    await until(
      'the new key',
      async () => (await settings.findAll({ role: 'button', name: 'L' })).length,
    );
    await page.show();
    const help = { role: 'region', name: await reading.words(panel, 'help_title') };
    const clipping = new RegExp(`L\\s*${await reading.words(panel, 'key_clip')}`);
    await until('the new key in the help', async () => {
      await page.press('?');
      const text = await until('the help', async () => (await page.textsOf(help)).join());
      await page.press('?');
      await until('no help', async () => (await page.textsOf(help)).length === 0);
      return clipping.test(text);
    });
    const before = (await reading.storedAnnotations(panel)).length;
    await page.press('j');
    await page.press('c');
    await page.press('l');
    await reading.waitForStored(panel, before + 1);
    await settings.show();
    await settings.click({
      role: 'button',
      name: await reading.words(settings, 'settings_usual_keys'),
    });
    await settings.close();
  });

  it('offers with the next mark a tag given with the one before, whatever accents are typed', async () => {
    const before = (await reading.storedAnnotations(panel)).length;
    const name = await reading.words(panel, 'card_tags');
    const toTags = async () => {
      await page.press('j');
      await reading.waitForCard(page, panel);
      await page.press('t');
      await until('the field', async () => (await page.findAll({ role: 'combobox', name })).length);
    };
    await toTags();
    await page.type('phát triển đảng viên');
    await page.press('Enter');
    await page.click({ role: 'button', name: await reading.words(panel, 'card_clip') });
    await reading.waitForStored(panel, before + 1);
    await page.press('Escape');
    await toTags();
    await page.type('dang');
    await until('the tag offered', async () => (await page.findAll({ role: 'option' })).length);
    await page.press('ArrowDown');
    await page.press('Enter');
    await page.click({ role: 'button', name: await reading.words(panel, 'card_clip') });
    const stored = await reading.waitForStored(panel, before + 2);
    const tagged = stored.filter(({ tags }) => tags.includes('phát triển đảng viên'));
    expect(tagged).toHaveLength(2);
  });

  it('opens the form of what was recognised wrongly at its first choice, its buttons in reach', async () => {
    await page.press('j');
    await reading.waitForCard(page, panel);
    await page.press('w');
    const name = await reading.words(panel, 'correct_save');
    const height = await page.evaluate(() => innerHeight);
    const [save] = await until('the button', async () => {
      const found = await page.findAll({ role: 'button', name });
      return found.length > 0 ? found : undefined;
    });
    expect((save?.box.y ?? height) + (save?.box.height ?? 0)).toBeLessThan(height);
    // The first choice has the keyboard: the arrow goes to the second.
    await page.press('ArrowDown');
    await until('the kinds', async () => (await page.findAll({ role: 'combobox' })).length > 0);
  });
});
