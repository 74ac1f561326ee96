import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from './browser.ts';
import { shortcut } from './launch.ts';
import * as reading from './reading.ts';
import { until } from './until.ts';
import { BROWSERS, useBrowser } from './use-browser.ts';

const TITLE = 'Xã Bản Vược: Đường về thôn đã rộng';
const PARAGRAPHS = [
  'Trời chưa sáng hẳn, bà con xã Bản Vược đã tề tựu bên con suối, người cầm cuốc, người cầm xẻng, ai cũng nói cười rộn ràng.',
  'Thực hiện Nghị quyết số 14-NQ/HU, chi bộ thôn đã vận động được 236 hộ hiến đất. Tổng cộng có 1.870 ngày công được góp.',
  'Cuối năm ngoái, 19 đảng viên trẻ nhận phần việc khó nhất, dọc theo vách đá mà xe máy cũng khó đi qua trong mùa mưa.',
  'Đường làm xong, trẻ con tới trường không còn phải lội suối, thương lái vào tận bản mua ngô, mua sắn cho bà con.',
];
const PAGE =
  `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${TITLE}</title><body><main><article><h1>${TITLE}</h1>` +
  `${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</article></main></body></html>`;
const INSIDE = ['Nghị quyết số 14-NQ/HU', '236', '1.870', '19'];

describe.each(BROWSERS)('words selected on a page in %s', (name) => {
  const here = useBrowser(name);
  let page: Page;
  let panel: Page;
  beforeAll(async () => {
    ({ page, panel } = await reading.read(
      here.browser,
      here.site.put(`/ban-vuoc-${name}.html`, PAGE),
    ));
    await reading.waitForMarks(page);
  });

  const kept = async () =>
    (await reading.storedAnnotations(panel)).filter(({ deleted }) => !deleted);
  const keptAre = (count: number) =>
    until(`${count} excerpts`, async () => {
      const now = await kept();
      return now.length === count ? now : undefined;
    });
  const passages = () =>
    panel.evaluate(() =>
      [...document.querySelectorAll('.own li')].map((item) => ({
        words: item.querySelector('blockquote')?.textContent ?? '',
        inside: [...item.querySelectorAll('.inside button')].map((each) => each.textContent ?? ''),
      })),
    );

  it('over two paragraphs are kept with each figure and document in them', async () => {
    await select(page, PARAGRAPHS[1] as string, PARAGRAPHS[2] as string);
    await clipSelection(here.browser, page, panel);
    const stored = await keptAre(1 + INSIDE.length);
    expect(stored.map(({ mention }) => mention?.exact ?? '').toSorted()).toEqual(
      ['', ...INSIDE].toSorted(),
    );
    await until('marks on what is kept', async () => {
      const clipped = await reading.painted(page, 'clipped');
      return clipped.join() === INSIDE.join();
    });
    await until('the passage in the panel', async () => (await passages()).length === 1);
    expect(await passages()).toEqual([
      { words: `${PARAGRAPHS[1]}\n${PARAGRAPHS[2]}`, inside: INSIDE },
    ]);
  });

  it('are kept again as nothing new', async () => {
    await clipSelection(here.browser, page, panel);
    await page.press('j');
    await reading.waitForCard(page, panel);
    expect(await kept()).toHaveLength(1 + INSIDE.length);
    await page.press('Escape');
  });

  it('that overlap are listed apart, as they stand in the text', async () => {
    await select(page, PARAGRAPHS[0] as string, PARAGRAPHS[1] as string);
    await clipSelection(here.browser, page, panel);
    await keptAre(2 + INSIDE.length);
    await until('both passages', async () => (await passages()).length === 2);
    expect((await passages()).map(({ words }) => words.slice(0, 8))).toEqual([
      PARAGRAPHS[0]?.slice(0, 8),
      PARAGRAPHS[1]?.slice(0, 8),
    ]);
    await page.press('z');
    await keptAre(1 + INSIDE.length);
  });

  it('are found with all their figures in the library and in a table', async () => {
    const library = await reading.openLibrary(here.browser, panel);
    const shown = await until('the excerpts', async () => {
      const marked = await library.evaluate(() =>
        [...document.querySelectorAll('li.excerpt')].map(
          (item) => item.querySelector('mark')?.textContent ?? '',
        ),
      );
      return marked.length === 1 + INSIDE.length ? marked : undefined;
    });
    expect(shown.toSorted()).toEqual(['', ...INSIDE].toSorted());
    const table = readFileSync(await reading.exportAll(here.browser, library, 'csv'), 'utf8');
    for (const each of INSIDE) expect(table).toContain(each);
    await library.close();
  });

  it('are all taken back by one press of the undo key', async () => {
    await page.show();
    await page.press('z');
    await keptAre(0);
    await until('no mark on what is kept', async () => {
      const clipped = await reading.painted(page, 'clipped');
      return clipped.length === 0;
    });
  });
});

function select(page: Page, from: string, to: string): Promise<void> {
  return page.evaluate(
    (from: string, to: string) => {
      const paragraphs = [...document.querySelectorAll('article p')];
      const nodeOf = (text: string) =>
        paragraphs.find(({ textContent }) => textContent === text)?.firstChild as Text;
      const end = nodeOf(to);
      getSelection()?.setBaseAndExtent(nodeOf(from), 0, end, end.length);
    },
    from,
    to,
  );
}

/** No driver presses Chromium's shortcuts of extensions: there the page is asked as the shortcut asks it. */
async function clipSelection(browser: Browser, page: Page, panel: Page): Promise<void> {
  await page.show();
  if (browser.name === 'firefox') return page.press(shortcut('firefox', 'clip-selection'));
  await panel.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    await chrome.tabs.sendMessage(tab?.id ?? -1, { to: 'page', name: 'clipSelection', input: {} });
  });
}

/** The API object of an extension's own page, as far as it is used here. */
interface ExtensionApi {
  tabs: {
    query(filter: object): Promise<{ id: number }[]>;
    sendMessage(tabId: number, message: object): Promise<unknown>;
  };
}
