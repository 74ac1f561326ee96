import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Page } from './browser.ts';
import * as reading from './reading.ts';
import { until } from './until.ts';
import { BROWSERS, PRACTICE, useBrowser } from './use-browser.ts';

const PAGE = readFileSync(PRACTICE, 'utf8');

describe.each(BROWSERS)('in %s', (name) => {
  const here = useBrowser(name);

  let pages = 0;
  function read(html: string): Promise<{ page: Page; panel: Page }> {
    pages += 1;
    return reading.read(here.browser, here.site.put(`/trang-${name}-${pages}.html`, html));
  }

  /** Waits for a message of ours in the side panel. */
  async function waitForWords(panel: Page, key: string): Promise<void> {
    const words = await reading.words(panel, key);
    await until(`the panel to say ${words}`, () =>
      panel.evaluate((words: string) => document.body.innerText.includes(words), words),
    );
  }

  it('says of a page without an article that it has none, and paints nothing', async () => {
    const { page, panel } = await read(
      '<!doctype html><html lang="vi"><title>Đăng nhập</title><h1>Đăng nhập</h1>' +
        '<form><label>Tên <input name="ten"></label><button>Vào, còn 3 lần thử</button></form>',
    );
    await waitForWords(panel, 'refused_no_article');
    expect(await reading.painted(page, 'figure')).toEqual([]);
  });

  it('says of a list of articles that it is a list, and paints nothing', async () => {
    const { page, panel } = await read(listPage());
    await waitForWords(panel, 'refused_list_page');
    expect(await reading.painted(page, 'figure')).toEqual([]);
  });

  it('reads a page in decomposed Unicode, and keeps what it clips composed', async () => {
    const { page, panel } = await read(PAGE.normalize('NFD'));
    const marks = await reading.waitForMarks(page);
    expect(marks).toEqual(
      expect.arrayContaining(['86,4 tỷ đồng', 'Nghị quyết số 14-NQ/HU', 'Đề án 14']),
    );
    await reading.clipMark(page, panel, '86,4 tỷ đồng'.normalize('NFD'));
    const [stored] = await reading.waitForStored(panel, 1);
    const quote = stored?.target.selector[0].exact ?? '';
    expect(quote).toBe(quote.normalize('NFC'));
    expect(quote).toContain('Thu ngân sách năm 2023 của huyện đạt 86,4 tỷ đồng');
    await page.reload();
    await here.browser.clickToolbarButton(page);
    await until('the clipped mark', async () =>
      (await reading.painted(page, 'clipped')).includes('86,4 tỷ đồng'),
    );
  });

  it('follows a page that rewrites itself while it is read', async () => {
    const { page } = await read(PAGE.replace('</body>', `<script>${RESTLESS}</script></body>`));
    await reading.waitForMarks(page);
    await until('the page to have settled', () =>
      page.evaluate(() => document.body.dataset['rounds'] === '20'),
    );
    await until('marks of the page as it is now', async () => {
      const figures = await reading.painted(page, 'figure');
      return figures.includes('5.120') && figures.filter((mark) => mark === '777').length === 20;
    });
    expect(await reading.painted(page, 'figure')).not.toContain('4.318');
  });

  it('marks an article of two megabytes and leaves the tab alive', async () => {
    const { page, panel } = await read(hugePage(2_000_000));
    const marks = await reading.waitForMarks(page);
    expect(marks.length).toBeGreaterThan(1000);
    expect(await page.evaluate(() => document.title)).toBe('Bài rất dài về xã Nà Mây');
    await reading.clickWords(page, '1.003');
    await reading.waitForCard(page, panel);
    await page.press('Escape');
  });
});

/** Changes a figure and adds paragraphs twenty times, from before the reader's click on. */
const RESTLESS = `
  let rounds = 0;
  const article = document.querySelector('article');
  const timer = setInterval(() => {
    rounds += 1;
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (/4\\.318|5\\.\\d{3}/.test(node.data)) {
        node.data = node.data.replace(/4\\.318|5\\.\\d{3}/, '5.' + (100 + rounds));
      }
    }
    const added = document.createElement('p');
    added.textContent = 'Đợt ' + rounds + ', huyện hỗ trợ thêm 777 hộ nghèo ở các thôn vùng cao.';
    article.append(added);
    document.body.dataset.rounds = String(rounds);
    if (rounds === 20) clearInterval(timer);
  }, 100);
`;

function listPage(): string {
  const items = Array.from(
    { length: 30 },
    (_, at) =>
      `<li><a href="/bai-${at}.html"><h3>Xã số ${at}: ${at + 12} đảng viên mới được kết nạp</h3></a>` +
      `<p>Trong ${at + 2} tháng qua, chi bộ thôn đã giới thiệu ${at + 40} quần chúng ưu tú…</p></li>`,
  );
  return (
    '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Xây dựng Đảng - Báo Trường Lĩnh</title>' +
    `<body><h1>Xây dựng Đảng</h1><main><ul>${items.join('')}</ul></main></body></html>`
  );
}

/** An article of at least so many bytes, with figures in every paragraph. */
function hugePage(bytes: number): string {
  const paragraphs: string[] = [];
  let size = 0;
  for (let at = 0; size < bytes; at += 1) {
    const paragraph =
      `<p>Ở thôn thứ ${at} của xã Nà Mây, chi bộ có ${at % 90} đảng viên; năm qua bà con góp ` +
      `1.${String(at % 1000).padStart(3, '0')} ngày công, làm ${at % 50} km đường, đạt ${at % 100},5% kế hoạch ` +
      'mà đại hội chi bộ đã bàn và quyết định.</p>\n';
    paragraphs.push(paragraph);
    size += Buffer.byteLength(paragraph);
  }
  return (
    '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Bài rất dài về xã Nà Mây</title>' +
    `<body><article><h1>Bài rất dài về xã Nà Mây</h1>\n${paragraphs.join('')}</article></body></html>`
  );
}
