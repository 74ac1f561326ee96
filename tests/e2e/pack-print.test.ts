import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOSTILE } from '../hostile-collection.ts';
import type { PackItem } from '../../lib/core/pack/pack.ts';
import { ownPackedCollection } from '../own-pack.ts';
import { packArticles, type PackedCollection } from '../pack-of-articles.ts';
import { item } from '../sample-pack.ts';
import { textsOf } from '../word-file.ts';
import type { Page } from './browser.ts';
import { openedPack, pdfOf, printedByFirefox, printedPage } from './printed-pack.ts';
import { useFreshBrowser } from './use-browser.ts';

const SHARED = new URL('../../../shared/corpus/', import.meta.url);
const FIVE = ['dak-doa', 'ia-grai', 'ia-pa', 'quoc-oai', 'tan-yen'];

/** Lines of the contents with the pages they state. */
function statedPages(contents: string): [title: string, page: number][] {
  const lines = [...contents.matchAll(/^\s*(\S.*?)\s{3,}(\d+)$/gm)];
  return lines.map(([, title = '', page]) => [title, Number(page)]);
}

/** Requires of a pack's pages that each has its number, but for the cover. */
function expectNumbers([cover = '', ...rest]: readonly string[]): void {
  expect(cover).not.toMatch(/\d+ \/ \d+/);
  for (const [at, page] of rest.entries()) {
    expect(page).toContain(`${at + 2} / ${rest.length + 1}`);
  }
}

/** Requires of a pack's pages that each heading is on the page that the contents state. */
function expectTrueContents(pages: readonly string[]): void {
  const [, contents = ''] = pages;
  const stated = statedPages(contents);
  expect(stated.length).toBeGreaterThan(8);
  for (const [title, number] of stated) {
    const lines = (pages[number - 1] ?? '').split('\n').slice(1);
    const isThere = lines.some((line) => line.trim().startsWith(title));
    expect([title, number, isThere]).toEqual([title, number, true]);
  }
}

describe('a pack printed in Chromium', () => {
  const here = useFreshBrowser('chromium');

  /** The text of each page of a pack that a reader prints. */
  async function printed(made: PackedCollection): Promise<string[]> {
    const library = await openedPack(here.browser, here.folder, made);
    const html = await printedPage(library);
    const page = await here.browser.open(here.site.put('/printed.html', html));
    const file = path.join(here.folder, 'pack.pdf');
    writeFileSync(file, await pdfOf(page));
    return textsOf(file);
  }

  it.each(['A4', 'A5'] as const)(
    'has on %s its title and section over every page, page numbers, and contents that are true',
    async (paper) => {
      const made = await ownPackedCollection({ paper });
      const pages = await printed(made);
      expectNumbers(pages);
      expectTrueContents(pages);
      for (const { title } of made.pack.sections) {
        const heads = pages.map((page) => page.split('\n')[0] ?? '');
        expect(heads.some((head) => head.includes(title.slice(0, 28)))).toBe(true);
      }
      for (const page of pages.slice(1)) {
        expect(page.split('\n')[0]).toContain('Phát triển đảng viên ở cơ sở');
      }
      expect(pages.at(-1)).toContain('Đáp án');
      expect(pages.at(-1)).not.toContain('Danh mục nguồn');
    },
  );

  it.skipIf(!existsSync(SHARED))(
    'of the five articles has contents that are true (skipped: the articles are not here)',
    async () => {
      const about = FIVE.map((name) => ({ file: `${name}.txt`, title: `Bài ${name}` }));
      const pages = await printed(await packArticles(SHARED, about));
      expectNumbers(pages);
      expectTrueContents(pages);
    },
  );

  it('has contents that are true after a table of several pages, its head on each', async () => {
    const made = await ownPackedCollection({ paper: 'A5' });
    const figures = made.annotations.filter(({ mention }) => mention?.type === 'figure');
    const ids = figures.map(({ id }) => id);
    const table = (title: string, annotationIds: string[]) =>
      item({ type: 'figures', title, annotationIds, chart: false });
    const small = Array.from({ length: 8 }, (_, at) =>
      table(`Bảng ${at + 1}`, ids.slice(at, at + 2)),
    );
    made.pack.sections[0]?.items.push(table('Mọi số liệu', ids), ...small);
    const pages = await printed(made);
    expect(pages.filter((page) => /^\s*TT\s/m.test(page)).length).toBeGreaterThan(3);
    expectTrueContents(pages);
  });

  it('has a title that would end its styles as text over its pages', async () => {
    const title = HOSTILE['a script'];
    const pages = await printed(await ownPackedCollection({ title }));
    expectNumbers(pages);
    expectTrueContents(pages);
    for (const page of pages.slice(1)) expect(page.split('\n')[0]).toContain(title);
  });
});

describe('a pack printed in Firefox', () => {
  const here = useFreshBrowser('firefox');

  it.each(['A4', 'A5'] as const)(
    'has on %s its sections, figures and sources, contents that are true, and nothing of the library around it',
    async (paper) => {
      const made = await ownPackedCollection({ paper });
      const library = await openedPack(here.browser, here.folder, made);
      const tools = await toolsOf(library);
      const pages = textsOf(await printedByFirefox(library, here.downloads));
      expectTrueContents(pages);
      const partOf = (title: string) =>
        pages.slice(2).find((page) => linesOf(page).includes(title)) ?? '';
      for (const { title } of made.pack.sections) expect(partOf(title)).not.toBe('');
      for (const article of made.articles) {
        expect(linesOf(partOf('Danh mục nguồn')).join(' ')).toContain(`“${article.title}”`);
      }
      const text = linesOf(pages.join('\n')).join(' ');
      for (const { title } of made.pack.sections[3]?.items.filter(isTable) ?? []) {
        expect(text).toContain(title);
      }
      expect(text).toContain('Biểu đồ (%)');
      expect(tools.length).toBeGreaterThan(6);
      expect(tools.filter((tool) => text.includes(tool))).toEqual([]);
      expect(linesOf(pages.at(-1) ?? '')).toContain('Đáp án');
    },
  );
});

/** What stands above an open pack to click on. */
function toolsOf(library: Page): Promise<string[]> {
  return library.evaluate(() =>
    [...document.querySelectorAll('.pack-toolbar :is(a, button, summary)')].map(
      ({ textContent }) => textContent ?? '',
    ),
  );
}

function isTable(item: PackItem): item is Extract<PackItem, { type: 'figures' }> {
  return item.type === 'figures';
}

function linesOf(page: string): string[] {
  return page.split('\n').map((line) => line.trim());
}
