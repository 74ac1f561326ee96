import { describe, expect, it } from 'vitest';
import type { Page } from './browser.ts';
import { article, pageOf, title } from './place-article.ts';
import * as reading from './reading.ts';
import { until } from './until.ts';
import { BROWSERS, useBrowser } from './use-browser.ts';

/** Large enough to hold an article. */
const LARGE = 'style="width:1000px;height:1500px;border:0"';

describe.each(BROWSERS)('in %s', (name) => {
  const here = useBrowser(name);

  let serial = 0;
  const put = (html: string) => here.site.put(`/${name}-${(serial += 1)}.html`, html);
  const read = (html: string) => reading.read(here.browser, put(html));
  const articleOf = (place: string, base: number) =>
    put(pageOf(title(place), article(place, base)));
  /** A page with nothing of its own to read, and a frame that has nothing yet. */
  const portal = (content = '<p>Trang chủ</p>') =>
    pageOf('Cổng thông tin huyện Bát Lĩnh', `${content}<iframe ${LARGE}></iframe>`);
  const go = (page: Page, address: string) =>
    page.evaluate(
      (address: string) =>
        void (document.querySelector('iframe') as HTMLIFrameElement).setAttribute('src', address),
      address,
    );
  const shows = (page: Page, figure: string) =>
    until(`${figure} marked in the frame`, async () => (await marksInFrame(page)).includes(figure));

  it('reads, marks and clips an article in a frame of the same site', async () => {
    const inner = articleOf('Pa Cheo', 320);
    const { page, panel } = await read(
      pageOf(
        'Cổng thông tin huyện Bát Lĩnh',
        `<table><tr><td>Trang chủ</td></tr></table><iframe src="${inner}" style="width:1000px;height:1500px;border:0"></iframe>`,
      ),
    );
    await inFrame(page, panel, inner, '320');
  });

  it('reads, marks and clips an article in a frameset', async () => {
    const inner = articleOf('Pa Cheo', 360);
    const menu = put(pageOf('Mục lục', '<a href="#">Tin tức</a>'));
    const { page, panel } = await read(
      `<!doctype html><html><title>Cổng thông tin</title><frameset cols="20%,80%"><frame src="${menu}"><frame src="${inner}"></frameset></html>`,
    );
    await inFrame(page, panel, inner, '360');
  });

  /** Waits for the marks in a frame and keeps one by the panel. */
  async function inFrame(page: Page, panel: Page, inner: string, figure: string): Promise<void> {
    await shows(page, figure);
    const before = (await reading.storedAnnotations(panel)).length;
    await until(`${figure} in the panel`, () =>
      panel.evaluate((figure: string) => document.body.innerText.includes(figure), figure),
    );
    await reading.clipTheRest(panel);
    await until('excerpts of the frame', async () => {
      const stored = await reading.storedAnnotations(panel);
      return stored.length > before;
    });
    const articles = await reading.storedArticles(panel);
    expect(articles.map(({ url }) => url)).toContain(inner);
  }

  it('says of an article in a frame of another site that it cannot be read there', async () => {
    const inner = articleOf('Pa Cheo', 320).replace('127.0.0.1', 'localhost');
    const { panel } = await read(
      pageOf(
        'Trang mẹ',
        `<p>Trang mẹ</p><iframe src="${inner}" style="width:1100px;height:700px"></iframe>`,
      ),
    );
    await reading.panelSays(panel, 'refused_in_frame');
  });

  it('reads an article whose frame loads after the click', async () => {
    const { page, panel } = await read(portal());
    await reading.panelSays(panel, 'refused_no_article');
    await go(page, articleOf('Pa Cheo', 340));
    await shows(page, '340');
    await until('the article in the panel', () =>
      panel.evaluate(() => document.body.innerText.includes('Pa Cheo: Đường mới')),
    );
  });

  it('reads the next article in a frame, until the reader takes the marks off', async () => {
    const { page } = await read(portal());
    await go(page, articleOf('Pa Cheo', 340));
    await shows(page, '340');
    await go(page, articleOf('Bản Hồ', 520));
    await shows(page, '520');
    await here.browser.clickToolbarButton(page);
    await until('no marks', async () => (await marksInFrame(page)) === '');
    const third = articleOf('Séo Mý Tỷ', 640);
    await go(page, third);
    await until('the third article', async () => (await frameText(page)).includes('640'));
    // Had it been read by now, this click would take its marks off.
    await here.browser.clickToolbarButton(page);
    await shows(page, '640');
  });

  it('reads the article of the page though one of its frames never comes to its end', async () => {
    const page = await here.browser.open(put(portal(article('Tả Van', 210))));
    await go(page, here.site.stall('/cham.html'));
    await until('the frame to begin', async () => (await frameText(page)) !== '');
    await here.browser.clickToolbarButton(page);
    await until('marks on the page', async () =>
      (await reading.painted(page, 'figure')).includes('210'),
    );
  });
});

/** The figures marked in the last frame of a page. */
function marksInFrame(page: Page): Promise<string> {
  return page.evaluate(() => {
    const frame = document.querySelector('iframe, frame:last-child') as HTMLIFrameElement;
    const view = frame.contentWindow as (Window & typeof globalThis) | null;
    return [...(view?.CSS.highlights.values() ?? [])]
      .flatMap((marks) => [...marks])
      .map(String)
      .join(' | ');
  });
}

/** What has come of the first frame of a page. */
function frameText(page: Page): Promise<string> {
  return page.evaluate(
    () => document.querySelector('iframe')?.contentDocument?.body?.textContent ?? '',
  );
}
