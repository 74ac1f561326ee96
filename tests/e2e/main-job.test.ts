import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../lib/core/annotation.ts';
import { newReader } from './launch.ts';
import * as reading from './reading.ts';
import { openInCalc, type Cell } from './spreadsheet.ts';
import { until } from './until.ts';
import { BROWSERS, useFreshBrowser } from './use-browser.ts';

/** What a spreadsheet must hold for some of the article's mentions. */
const VALUES: Record<string, { value: Cell; denominator: Cell }> = {
  '4.318': { value: 4318, denominator: '' },
  '97/128': { value: 97, denominator: 128 },
  '75,7%': { value: 75.7, denominator: '' },
  '86,4 tỷ đồng': { value: 86_400_000_000, denominator: '' },
  '28 tạ/ha': { value: 28, denominator: '' },
  'Đề án 14': { value: '', denominator: '' },
};

describe.each(BROWSERS)('in %s', (name) => {
  const here = useFreshBrowser(name);

  it('marks the figures and programmes of the article, and nothing of the boxes around it', async () => {
    const { page } = await here.readPractice();
    const figures = await reading.painted(page, 'figure');
    expect(figures).toEqual(
      expect.arrayContaining(['4.318', '97/128', '75,7%', '86,4 tỷ đồng', '28 tạ/ha', '35 km']),
    );
    expect(await reading.painted(page, 'programme')).toEqual(
      expect.arrayContaining(['Nghị quyết số 14-NQ/HU', 'Đề án 14', 'Hướng dẫn số 27-HD/HU']),
    );
    for (const furniture of ['215 tỷ đồng', '9.000', '66', '1.284', '40 năm', '2023', '7']) {
      expect(figures).not.toContain(furniture);
    }
  });

  it('leaves the page byte for byte as it was, apart from the one host element', async () => {
    const page = await here.browser.open(here.practice);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await here.browser.clickToolbarButton(page);
    await reading.waitForMarks(page);
    await reading.clickWords(page, '4.318');
    await reading.waitForCard(page, await here.browser.sidePanel());
    const { after, hosts } = await page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as Element;
      const hosts = [...copy.children].filter(({ localName }) => !/^(head|body)$/.test(localName));
      for (const host of hosts) host.remove();
      return { after: copy.outerHTML, hosts: hosts.map(({ localName }) => localName) };
    });
    expect(hosts).toEqual(['reader-layer']);
    expect(after).toBe(before);
  });

  it('keeps nothing where the page can read it', async () => {
    const { page, panel } = await here.readPractice();
    await reading.clipMark(page, panel, '4.318');
    await reading.waitForStored(panel, 1);
    expect(
      await page.evaluate(async () => ({
        databases: await indexedDB.databases(),
        storage: { ...localStorage, ...sessionStorage },
        isRootOpen: document.querySelector('reader-layer')?.shadowRoot !== null,
      })),
    ).toEqual({ databases: [], storage: {}, isRootOpen: false });
  });

  it('clips by mouse, shows the clip after a reload, and takes it back', async () => {
    const { page, panel } = await here.readPractice();
    await reading.clipMark(page, panel, '4.318');
    const [stored] = await reading.waitForStored(panel, 1);
    expect(stored?.mention).toMatchObject({ exact: '4.318', value: '4318', subject: 'đảng viên' });
    await page.reload();
    await here.browser.clickToolbarButton(page);
    await until('the clipped mark', async () =>
      (await reading.painted(page, 'clipped')).includes('4.318'),
    );
    await reading.clickWords(page, '4.318');
    await page.click({ role: 'button', name: await reading.words(panel, 'card_unclip') });
    await until(
      'no clipped mark',
      async () => (await reading.painted(page, 'clipped')).length === 0,
    );
    const [trashed] = await reading.storedAnnotations(panel);
    expect(trashed).toMatchObject({ id: stored?.id, deleted: expect.any(String) });
  });

  it('clips with tags and a note by keyboard alone', async () => {
    const { page, panel } = await here.readPractice();
    for (const key of ['j', 'j', 'j', 'k', 'Enter']) await page.press(key);
    await until('the caret in the card', () =>
      page.evaluate(() => document.activeElement?.localName === 'reader-layer'),
    );
    await page.type('nghị quyết, nông thôn');
    await page.press('Tab');
    await page.type('Hỏi lại Huyện ủy');
    await page.press('Tab');
    await page.press('Enter');
    const [stored] = await reading.waitForStored(panel, 1);
    expect(stored).toMatchObject({
      mention: { exact: 'Nghị quyết số 14-NQ/HU', number: '14-NQ/HU' },
      tags: ['nghị quyết', 'nông thôn'],
      note: 'Hỏi lại Huyện ủy',
    });
  });

  it('goes on by key from the mark whose card was closed', async () => {
    const { page, panel } = await here.readPractice();
    for (const key of ['j', 'j', 'Escape', 'j', 'c']) await page.press(key);
    const [stored] = await reading.waitForStored(panel, 1);
    expect(stored?.mention?.exact).toBe('42');
  });

  it('goes on by key after a click on what stays in the card', async () => {
    const { page, panel } = await here.readPractice();
    await page.press('j');
    await reading.waitForCard(page, panel);
    await page.click({ role: 'disclosure', name: await reading.words(panel, 'card_more') });
    for (const key of ['j', 'c']) await page.press(key);
    const [stored] = await reading.waitForStored(panel, 1);
    expect(stored?.mention?.exact).toBe('Nghị quyết số 14-NQ/HU');
  });

  it('clips from the side panel, each excerpt with its sentence, letter for letter', async () => {
    const { page, panel } = await here.readPractice();
    const text = await page.evaluate(() => document.querySelector('article')?.textContent ?? '');
    const plain = text.normalize('NFC').replaceAll(/\s+/g, ' ');
    await panel.click({
      role: 'button',
      name: await reading.words(panel, 'panel_clip_one', '1.402'),
    });
    const [stored] = await reading.waitForStored(panel, 1);
    const exact = stored?.target.selector[0].exact ?? '';
    expect(plain).toContain(exact);
    expect(exact).toContain('trong đó 1.402 đảng viên nữ (chiếm 32,5%)');
    await until('the mark of a clipped figure', async () =>
      (await reading.painted(page, 'clipped')).includes('1.402'),
    );
  });

  it('names every mention to a screen reader in the side panel', async () => {
    const { page, panel } = await here.readPractice();
    const marks = await reading.waitForMarks(page);
    const name = await reading.words(panel, 'panel_clip_one', '#');
    const pattern = new RegExp(`^${name.replace('#', '.+')}$`);
    const rows = await until('the list', async () => {
      const found = await panel.findAll({ role: 'button', name: pattern });
      return found.length > 0 ? found : undefined;
    });
    expect(rows).toHaveLength(marks.length);
  });

  it('turns the marks off and on by one click', async () => {
    const { page } = await here.readPractice();
    await here.browser.clickToolbarButton(page);
    await until('no marks', async () => (await reading.painted(page, 'figure')).length === 0);
    await here.browser.clickToolbarButton(page);
    await reading.waitForMarks(page);
  });

  it('goes on when the browser has put its background to sleep', async () => {
    const { page, panel } = await here.readPractice();
    // No browser puts a background to sleep at its work, which ends with the card's script in the page.
    await page.press('j');
    await reading.waitForCard(page, panel);
    await page.press('Escape');
    await here.browser.killBackground();
    await reading.clipMark(page, panel, '4.318');
    await reading.waitForStored(panel, 1);
    await here.browser.killBackground();
    await page.press('Escape');
    await reading.clipMark(page, panel, '97/128');
    await reading.waitForStored(panel, 2);
  });

  it('loses nothing when the browser is killed right after a clip is acknowledged', async () => {
    const { page, panel } = await here.readPractice();
    await reading.clipMark(page, panel, '4.318');
    const acknowledged = await reading.words(panel, 'card_unclip');
    await until(
      'the acknowledgement',
      async () => (await page.findAll({ role: 'button', name: acknowledged })).length > 0,
    );
    await here.browser.kill();
    await here.openAgain();
    const library = await here.browser.open(`${here.browser.origin}library.html`);
    const stored = await reading.waitForStored(library, 1);
    expect(stored[0]?.mention?.exact).toBe('4.318');
    expect(await reading.storedArticles(library)).toHaveLength(1);
  });

  it('exports a CSV in which LibreOffice finds the accents and the numbers', async () => {
    const { page, panel } = await here.readPractice();
    const wanted = Object.keys(VALUES);
    const stored = await reading.clipMarks(page, panel, wanted);
    const library = await reading.openLibrary(here.browser, panel);
    const csv = await reading.exportAll(here.browser, library, 'csv');
    const rows = openInCalc(csv);
    expect(rows).toHaveLength(wanted.length);
    const keys = ['id', 'sentence', 'title', 'address', 'value', 'denominator'] as const;
    const headers = await Promise.all(
      keys.map(async (key) => [key, await reading.words(library, `column_${key}`)] as const),
    );
    for (const { id, target, mention } of stored) {
      const row = rows.find((row) => Object.values(row).includes(id)) ?? {};
      expect(Object.fromEntries(headers.map(([key, header]) => [key, row[header]]))).toEqual({
        id,
        sentence: target.selector[0].exact,
        title: 'Phú Lĩnh: Đưa nghị quyết vào từng chi bộ thôn',
        address: here.practice,
        ...VALUES[mention?.exact ?? ''],
      });
    }
  });

  it('takes a JSON export into an empty library, twice, without loss or duplicates', async () => {
    const { page, panel } = await here.readPractice();
    await reading.clipMark(page, panel, '4.318');
    await reading.waitForStored(panel, 1);
    await page.press('Escape');
    await reading.clipMark(page, panel, 'Đề án 14');
    const before = byId(await reading.waitForStored(panel, 2));
    const library = await reading.openLibrary(here.browser, panel);
    const json = await reading.exportAll(here.browser, library, 'json');
    expect(JSON.parse(readFileSync(json, 'utf8'))).toHaveProperty('@context');
    const colleague = newReader(name);
    const other = await colleague.launch();
    try {
      const theirs = await other.open(`${other.origin}library.html`);
      await reading.importFile(theirs, json);
      expect(byId(await reading.waitForStored(theirs, 2))).toEqual(before);
      await theirs.reload();
      await reading.offerFile(theirs, json);
      await theirs.click({ role: 'button', name: await reading.words(theirs, 'import_close') });
      expect(byId(await reading.storedAnnotations(theirs))).toEqual(before);
    } finally {
      await other.close();
      colleague.forget();
    }
  });
});

function byId(annotations: Annotation[]): Annotation[] {
  return annotations.toSorted((one, other) => one.id.localeCompare(other.id));
}
