import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { Page } from './browser.ts';
import { goTo } from './filled-library.ts';
import * as reading from './reading.ts';
import { until } from './until.ts';
import { BROWSERS, useFreshBrowser, type OpenBrowser } from './use-browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Two papers of one district: they agree on 2021, contradict each other on 2022, and one names the body otherwise. */
const FIRST = [
  'Năm 2020, Đảng bộ huyện Mẫu Sơn có 1.702 đảng viên, sinh hoạt ở các chi bộ thôn và cơ quan.',
  'Năm 2021, Đảng bộ huyện Mẫu Sơn có 1.764 đảng viên sau một năm nỗ lực tạo nguồn.',
  'Năm 2022, Đảng bộ huyện Mẫu Sơn có 1.837 đảng viên, đông nhất từ trước tới nay.',
];
const SECOND = [
  'Năm 2021, Đảng bộ huyện Mẫu Sơn có 1.764 đảng viên, theo báo cáo tổng kết của huyện.',
  'Năm 2022, Đảng bộ huyện Mẫu Sơn có 1.912 đảng viên, tăng khá so với dự kiến ban đầu.',
  'Năm 2023, huyện Mẫu Sơn có 1.950 đảng viên, phần lớn là người trẻ ở các bản vùng cao.',
];

/** Clips all of both articles, and opens the series made of them. */
async function openSeries(here: OpenBrowser): Promise<Page> {
  let stored = 0;
  let panel: Page | undefined;
  for (const [at, sentences] of [FIRST, SECOND].entries()) {
    const opened = await reading.read(
      here.browser,
      here.site.put(`/bai-${at}.html`, articleOf(at, sentences)),
    );
    panel = opened.panel;
    stored += (await reading.waitForMarks(opened.page)).length;
    await reading.clipTheRest(panel);
    await reading.waitForStored(panel, stored);
  }
  if (!panel) throw new Error('no panel');
  const library = await reading.openLibrary(here.browser, panel);
  await goTo(library, 'series', '.series-list li');
  return library;
}

function articleOf(at: number, sentences: readonly string[]): string {
  const paragraphs = sentences.map(
    (sentence) => `<p>${sentence} Kết quả ấy được cấp trên ghi nhận.</p>`,
  );
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Chuyện huyện Mẫu Sơn ${at}</title>
    <meta property="article:published_time" content="2024-0${at + 1}-15T08:00:00+07:00"></head>
    <body><article><h1>Chuyện huyện Mẫu Sơn ${at}</h1>${paragraphs.join('')}</article></body></html>`;
}

const texts = (page: Page, selector: string) =>
  page.evaluate(
    (selector: string) =>
      [...document.querySelectorAll(selector)].map((each) => each.textContent?.trim() ?? ''),
    selector,
  );

const labels = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.drawing .mark')].map((mark) => mark.getAttribute('aria-label')),
  );

describe.each(BROWSERS)('series in %s', (name) => {
  const here = useFreshBrowser(name);

  it('join two articles, list their conflict, tell values by pointer and key, and keep a correction', async () => {
    const library = await openSeries(here);
    await conflictIsListed(library);
    await seriesIsRead(library);
    await correctionSticks(library);
  });

  async function conflictIsListed(library: Page) {
    const conflicts = await reading.words(library, 'series_filter_conflicts');
    await library.click({ role: 'button', name: new RegExp(`^${conflicts}`) });
    await until('the conflict', async () =>
      (await texts(library, '.disputes .sides')).includes('1.837 ↔ 1.912'),
    );
    expect(await texts(library, '.disputes .sides')).toHaveLength(1);
    await library.evaluate(() => {
      location.hash = new URL(
        document.querySelector<HTMLAnchorElement>('.disputes .series-name a')?.href ?? '',
      ).hash;
    });
    await until('the chart', async () => (await labels(library)).length === 4);
  }

  async function seriesIsRead(library: Page) {
    const [, agreed] = await library.findAll({ role: 'button', name: /^20/ });
    expect(agreed?.name).toContain('2021: 1.764');
    expect(agreed?.name).toContain(await reading.words(library, 'series_standing_confirmed', '2'));
    const { x = 0, y = 0, width = 0, height = 0 } = agreed?.box ?? {};
    await library.hoverAt(x + width / 2, y + height / 2);
    const tip = async (value: string) =>
      (await texts(library, '.value-tip')).some((text) => text.includes(value));
    await until('the value under the pointer', () => tip('2021: 1.764'));
    await library.clickAt(x + width / 2, y + height / 2);
    await until(
      'its excerpts',
      async () => (await texts(library, 'dialog .in-context')).length === 2,
    );
    await library.press('Escape');
    await until('the keyboard back on the mark', () =>
      library.evaluate(() => document.activeElement?.matches('.mark:not(dialog *)') ?? false),
    );
    await library.press('ArrowRight');
    await until('the next value', () => tip('2022: 1.837'));
    await library.press('ArrowUp');
    await until('the value it contradicts', () => tip('2022: 1.912'));
    await library.press('Enter');
    await until('its excerpt', async () => (await texts(library, 'dialog mark'))[0] === '1.912');
    await library.press('Escape');
  }

  async function correctionSticks(library: Page) {
    await goTo(library, 'series', '.proposals');
    await library.click({
      role: 'button',
      name: await reading.words(library, 'series_propose_yes'),
    });
    await until('the joined series', async () => (await texts(library, '.proposals')).length === 0);
    await library.reload();
    await until(
      'the series again',
      async () => (await texts(library, '.series-list li')).length > 0,
    );
    await library.evaluate(() => {
      location.hash = new URL(
        document.querySelector<HTMLAnchorElement>('.series-list a')?.href ?? '',
      ).hash;
    });
    await until('the value of the other body', async () =>
      (await labels(library)).some((label) => label?.includes('2023: 1.950')),
    );
    await library.click({ role: 'button', name: await reading.words(library, 'series_part') });
    await until('the series parted', async () => (await labels(library)).length === 4);
    await library.reload();
    await until('the series as it was', async () => (await labels(library)).length === 4);
    expect(await texts(library, '.parts')).toEqual([]);
  }
});

describe('nothing keeps a reader out', () => {
  const here = useFreshBrowser('chromium');

  it('of the shelf, the conflicts, a series and its excerpts, light and dark', async () => {
    const library = await openSeries(here);
    for (const scheme of ['light', 'dark'] as const) {
      await library.colorScheme(scheme);
      await goTo(library, 'series', '.series-list li');
      expect(await violations(library)).toEqual([]);
      const conflicts = await reading.words(library, 'series_filter_conflicts');
      await library.click({ role: 'button', name: new RegExp(`^${conflicts}`) });
      await until('the conflicts', async () => (await texts(library, '.disputes li')).length > 0);
      expect(await violations(library)).toEqual([]);
      await library.evaluate(() => {
        location.hash = new URL(
          document.querySelector<HTMLAnchorElement>('.disputes .series-name a')?.href ?? '',
        ).hash;
      });
      await until('the chart', async () => (await labels(library)).length === 4);
      expect(await violations(library)).toEqual([]);
      await library.evaluate(() =>
        document.querySelector<HTMLElement>('.series-table td button')?.click(),
      );
      await until(
        'an excerpt',
        async () => (await texts(library, 'dialog .in-context')).length > 0,
      );
      expect(await violations(library)).toEqual([]);
      await library.press('Escape');
      await library.reload();
    }
  });
});

/** What axe finds wrong with the page as it stands. */
async function violations(page: Page): Promise<unknown[]> {
  return page.evaluate(async (source: string) => {
    // oxlint-disable-next-line no-new-func, no-implied-eval -- the one way to have a library in a page that loads none
    new Function(source)();
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    const { axe } = globalThis as unknown as {
      axe: {
        run(): Promise<{
          violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
        }>;
      };
    };
    const found = await axe.run();
    return found.violations.map(({ id, nodes }) => [
      id,
      ...nodes.slice(0, 3).map(({ html, failureSummary }) => [html.slice(0, 200), failureSummary]),
    ]);
  }, AXE);
}
