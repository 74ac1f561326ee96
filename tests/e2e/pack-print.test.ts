import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOSTILE } from '../hostile-collection.ts';
import { ownPackedCollection } from '../own-pack.ts';
import { packArticles } from '../pack-of-articles.ts';
import { textsOf } from '../word-file.ts';
import { openedPack, pdfOf, printedPage } from './printed-pack.ts';
import { useFreshBrowser } from './use-browser.ts';

const SHARED = new URL('../../../shared/corpus/', import.meta.url);
const FIVE = ['dak-doa', 'ia-grai', 'ia-pa', 'quoc-oai', 'tan-yen'];

const here = useFreshBrowser('chromium');

/** The text of each page of a pack that a reader prints. */
async function printed(made: Parameters<typeof openedPack>[2]): Promise<string[]> {
  const library = await openedPack(here.browser, here.folder, made);
  const page = await here.browser.open(here.site.put('/printed.html', await printedPage(library)));
  const file = path.join(here.folder, 'pack.pdf');
  writeFileSync(file, await pdfOf(page));
  return textsOf(file);
}

/** Lines of the contents with the pages they state. */
function statedPages(contents: string): [title: string, page: number][] {
  const lines = [...contents.matchAll(/^\s*(\S.*?)\s{3,}(\d+)$/gm)];
  return lines.map(([, title = '', page]) => [title, Number(page)]);
}

/** Requires of a pack's pages that each has its number, and each heading is on the page that the contents state. */
function expectTrueContents(pages: readonly string[]): void {
  const [cover = '', contents = '', ...rest] = pages;
  expect(cover).not.toMatch(/\d+ \/ \d+/);
  for (const [at, page] of [contents, ...rest].entries()) {
    expect(page).toContain(`${at + 2} / ${pages.length}`);
  }
  const stated = statedPages(contents);
  expect(stated.length).toBeGreaterThan(8);
  for (const [title, number] of stated) {
    const lines = (pages[number - 1] ?? '').split('\n').slice(1);
    const isThere = lines.some((line) => line.trim().startsWith(title));
    expect([title, number, isThere]).toEqual([title, number, true]);
  }
}

describe('a printed pack', () => {
  it.each(['A4', 'A5'] as const)(
    'has on %s its title and section over every page, page numbers, and contents that are true',
    async (paper) => {
      const made = await ownPackedCollection({ paper });
      const pages = await printed(made);
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
      expectTrueContents(await printed(await packArticles(SHARED, about)));
    },
  );

  it('has a title that would end its styles as text over its pages', async () => {
    const title = HOSTILE['a script'];
    const pages = await printed(await ownPackedCollection({ title }));
    expectTrueContents(pages);
    for (const page of pages.slice(1)) expect(page.split('\n')[0]).toContain(title);
  });
});
