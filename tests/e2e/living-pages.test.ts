import { describe, expect, it } from 'vitest';
import type { Page } from './browser.ts';
import { article, pageOf, paragraphs, title } from './place-article.ts';
import * as reading from './reading.ts';
import { until } from './until.ts';
import { BROWSERS, useBrowser } from './use-browser.ts';

describe.each(BROWSERS)('in %s', (name) => {
  const here = useBrowser(name);

  let serial = 0;
  const put = (html: string) => here.site.put(`/${name}-${(serial += 1)}.html`, html);
  const read = (html: string) => reading.read(here.browser, put(html));
  const figures = (page: Page) => reading.painted(page, 'figure');
  const shows = (page: Page, ...wanted: string[]) =>
    until(`marks on ${wanted.join(', ')}`, async () => {
      const marks = (await figures(page)).join(' | ');
      return wanted.every((each) => marks.includes(each)) || Promise.reject(new Error(marks));
    });
  const isBare = (page: Page) =>
    until('a page without marks', async () => (await figures(page)).length === 0);
  const says = reading.panelSays;

  it('reads each article of a page that goes on without loading, and none of its lists', async () => {
    const { page, panel } = await read(
      pageOf(title('Tả Van'), `<main>${article('Tả Van', 210)}</main><script>${ROUTER}</script>`),
    );
    await shows(page, '210', '215');
    const go = (step: string) =>
      page.evaluate(
        (step: string) => (globalThis as unknown as { go(step: string): void }).go(step),
        step,
      );
    await page.evaluate(
      (next: string) => void (document.body.dataset['next'] = next),
      article('Bản Hồ', 540),
    );
    await go('list');
    await isBare(page);
    await says(panel, 'refused_list_page');
    await go('next');
    await shows(page, '540', '545');
    expect((await figures(page)).join()).not.toContain('210');
    await until('the panel of the second article', () =>
      panel.evaluate(() => document.body.innerText.includes('Bản Hồ: Đường mới')),
    );
    await page.evaluate(() => history.go(-2));
    await shows(page, '210', '215');
    await until('the panel of the first article', () =>
      panel.evaluate(() => document.body.innerText.includes('Tả Van: Đường mới')),
    );
  });

  it('takes the article that scrolling brings for one of its own, with its own address', async () => {
    const next = article('Mường Hum', 730).replace(
      '<article>',
      '<article data-url="/muong-hum.html">',
    );
    const { page, panel } = await read(
      pageOf(
        title('Tả Van'),
        `<main>${article('Tả Van', 210)}<div style="height:900px"></div>${next}</main>`,
      ),
    );
    await shows(page, '210', '215');
    expect((await figures(page)).join()).not.toContain('730');
    await page.evaluate(() => document.querySelectorAll('h1')[1]?.scrollIntoView());
    await shows(page, '730', '735');
    expect((await figures(page)).join()).not.toContain('210');
    await until('the panel of the second article', () =>
      panel.evaluate(() => document.body.innerText.includes('Mường Hum: Đường mới')),
    );
    await reading.clipMark(page, panel, '730');
    const kept = await until('the stored article', async () =>
      (await reading.storedArticles(panel)).find(({ title }) => title.startsWith('Mường Hum')),
    );
    expect(kept.url).toBe(`${here.site.url}/muong-hum.html`);
    await page.press('Escape');
    await page.evaluate(() => scrollTo(0, 0));
    await shows(page, '210');
  });

  it('marks text that arrives after it was read', async () => {
    const { page } = await read(pageOf(title('Tả Van'), `<main>${article('Tả Van', 210)}</main>`));
    await shows(page, '215');
    await page.evaluate(
      (more: string) => document.querySelector('article')?.insertAdjacentHTML('beforeend', more),
      paragraphs('Séo Mý Tỷ', 880, 3),
    );
    await shows(page, '215', '880', '882');
  });

  it('says of pictures of text that they cannot be read, beside what can be', async () => {
    const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1300"><rect width="900" height="1300" fill="#eee"/></svg>')}`;
    const pictured = (content: string) =>
      read(
        pageOf(
          'Công văn về việc sơ kết',
          `<article><h1>Công văn về việc sơ kết chuyên đề năm</h1>${content}<img width="900" height="1300" src="${picture}"></article>`,
        ),
      );
    const only = await pictured('');
    await says(only.panel, 'refused_in_picture');
    await reading.pageSays(only.page, only.panel, 'refused_in_picture');
    const short = await pictured(paragraphs('Dền Sáng', 470, 2));
    await shows(short.page, '470', '471');
    await says(short.panel, 'panel_in_picture');
  });

  it('reads old portals: lines parted by br, tables of data, a page made for printing', async () => {
    const lines = paragraphs('Nậm Chạc', 610).replaceAll('<p>', '').replaceAll('</p>', '<br><br>');
    const rows = [1, 2, 3]
      .map(
        (at) =>
          `<tr><td>Xã thứ ${at}</td><td>${at * 7} chi bộ</td><td>${at * 111} đảng viên</td></tr>`,
      )
      .join('');
    const portal = `<table width="960"><tr><td><b>${title('Nậm Chạc')}</b><br>${lines}<table border="1">${rows}</table></td></tr></table>`;
    const { page } = await read(pageOf(title('Nậm Chạc'), portal));
    await shows(page, '610', '615', '333');
    const print = await read(
      pageOf(
        title('Nậm Chạc'),
        `<h2>${title('Nậm Chạc')}</h2><div>${paragraphs('Nậm Chạc', 650)}</div>`,
        '<style media="print">a{display:none}</style>',
      ),
    );
    await shows(print.page, '650', '655');
  });

  it('reads the region that the reader points at, on the next page of the site too, until it is forgotten', async () => {
    const twins = (id: number, base: number) =>
      pageOf(
        'Thông tin hai xã',
        `<div id="n${id}"><div class="summary"><h1>Tin chính của huyện trong tuần qua</h1>${paragraphs('Cốc San', base)}</div></div>` +
          `<div id="m${id}" class="box${id}"><div class="village-note"><p class="x${id}">Ghi ở Trung Chải: có ${base + 101} hộ dân dựng lại nhà sau mưa lũ, bà con bản trên bản dưới đổi công cho nhau đến hết mùa.</p></div></div>`,
      );
    const { page, panel } = await read(twins(17, 400));
    await shows(page, '400');
    const before = await page.evaluate(() => document.body.outerHTML);
    await panel.click({ role: 'button', name: await reading.words(panel, 'panel_region_pick') });
    const isPicking = () => page.evaluate(() => document.querySelector('reader-picker') !== null);
    await until('the picker', isPicking);
    await page.show();
    await page.press('Escape');
    await until('no picker', async () => !(await isPicking()));
    await panel.click({ role: 'button', name: await reading.words(panel, 'panel_region_pick') });
    await until('the picker', isPicking);
    await reading.clickWords(page, 'Ghi ở Trung Chải');
    await until('no mark outside', async () => (await figures(page)).join() === '501');
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
    await says(panel, 'panel_region_used');
    const next = await here.browser.open(put(twins(23, 600)));
    await here.browser.clickToolbarButton(next);
    await until('no mark outside', async () => (await figures(next)).join() === '701');
    await panel.click({ role: 'button', name: await reading.words(panel, 'panel_region_forget') });
    await shows(next, '600');
  });
});

/** A small router: the first article, a list, the next article; each has its own address. */
const ROUTER = `
  const main = document.querySelector('main');
  const first = main.innerHTML;
  const show = (step) => {
    const list = Array.from({ length: 20 }, (_, at) =>
      '<li><a href="/tin-' + at + '.html">Xã số ' + at + ' kết nạp thêm ' + (at + 3) + ' đảng viên trong quý</a></li>');
    main.innerHTML = step === 'list' ? '<h1>Tin tức</h1><ul>' + list.join('') + '</ul>'
      : step === 'next' ? document.body.dataset.next : first;
    document.title = main.querySelector('h1').textContent;
  };
  globalThis.go = (step) => { history.pushState({ step }, '', '/muc/' + step + '.html'); show(step); };
  addEventListener('popstate', (event) => show(event.state?.step));
`;
