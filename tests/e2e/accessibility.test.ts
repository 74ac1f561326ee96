import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from './browser.ts';
import { conflictingFile, filledLibrary, goTo } from './filled-library.ts';
import * as reading from './reading.ts';
import { until } from './until.ts';
import { useBrowser } from './use-browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What the axe script leaves in the page's world. */
interface Axe {
  run: () => Promise<{
    violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
  }>;
}

const SIZE = { articles: 6, excerptsPerArticle: 14 };

const here = useBrowser('chromium');
let library: Page;
let colleagues: string;

beforeAll(async () => {
  library = await filledLibrary(here.browser, here.folder, SIZE);
  colleagues = await conflictingFile(here.folder, SIZE);
  // The page's policy allows no script but its own; the driver's are not the page's.
  await library.evaluate(AXE_LOADER, AXE);
});

/** Runs as the driver's own words, which no policy of the page forbids. */
function AXE_LOADER(source: string): void {
  // oxlint-disable-next-line no-new-func, no-implied-eval -- the one way to have a library in a page that loads none
  new Function(source)();
}

const press = (selector: string, words?: string) =>
  until(`${words ?? selector} to press`, () =>
    library.evaluate(
      (selector: string, words: string | null) => {
        const found = [...document.querySelectorAll<HTMLElement>(selector)].find(
          ({ textContent }) => words === null || textContent?.trim().startsWith(words),
        );
        found?.click();
        return found !== undefined;
      },
      selector,
      words ?? null,
    ),
  );

const VIEWS: [string, () => Promise<unknown>][] = [
  [
    'excerpts as a list',
    async () => {
      await goTo(library, 'library', '.layout');
      await press('.switch button', 'Danh sách');
    },
  ],
  [
    'excerpts as a table, a row open',
    async () => {
      await press('.switch button', 'Bảng');
      await press('tr[data-item] td:nth-child(2)');
    },
  ],
  ['the ways to search', () => press('.search-field summary')],
  ['the editor', () => press('.opened .actions button', 'Sửa')],
  ['the history', () => press('.opened .actions button', 'Lịch sử')],
  [
    'the bulk tags',
    async () => {
      await press('dialog.history button');
      await press('.pick-bar input');
      await press('.pick-bar button', 'Gắn');
    },
  ],
  [
    'the review queue',
    async () => {
      await press('dialog.bulk button', 'Hủy');
      await goTo(library, 'review', '.review-item');
    },
  ],
  ['the reason of a return', () => press('.review-item .actions button', 'Trả lại')],
  ['the articles', () => goTo(library, 'articles', '.article-list')],
  ['an article', () => press('.article-list a')],
  ['the form of an article', () => press('.about button')],
  ['the reading packs', () => goTo(library, 'packs', '.pack-shelf')],
  [
    'an empty pack and its cover',
    async () => {
      await press('.pack-frames button');
      await press('.pack-front summary');
    },
  ],
  ['excerpts to pick for a pack', () => press('.pack-add button', '+ Trích đoạn')],
  [
    'a pack with an excerpt and an unanswered question',
    async () => {
      await press('.pack-choice input');
      await press('.pack-picker .primary');
      await press('.pack-add button', '+ Câu hỏi');
    },
  ],
  ['figures to pick for a pack', () => press('.pack-add button', '+ Bảng số liệu')],
  [
    'a pack with a table of figures',
    async () => {
      await press('.pack-choice input');
      await press('.pack-picker .primary');
    },
  ],
  ['blanks where none is approved', () => press('.pack-add button', '+ Điền số')],
  ['the register of documents', () => goTo(library, 'programmes', '.programme-table')],
  ['a document of the register', () => press('.programme-table td a')],
  ['the form of a document', () => press('.programme .about > button')],
  [
    'what a file of colleagues would do',
    async () => {
      await goTo(library, 'library', '.layout');
      await reading.offerFile(library, colleagues);
      await until('the preview', () =>
        library.evaluate(() => document.querySelector('dialog.import dl') !== null),
      );
    },
  ],
  [
    'versions to choose between',
    async () => {
      await press('dialog.import .actions button');
      await goTo(library, 'conflicts', '.conflict');
    },
  ],
  ['the empty trash', () => goTo(library, 'trash', '.none')],
];

describe.each(['light', 'dark'] as const)('nothing keeps a reader out, %s', (scheme) => {
  beforeAll(async () => {
    await library.colorScheme(scheme);
    await library.reload();
    await library.evaluate(AXE_LOADER, AXE);
  });

  it.each(VIEWS)('of %s', async (_, open) => {
    await open();
    const violations = await library.evaluate(async () => {
      // What has just come may still be fading in.
      await Promise.all(document.getAnimations().map(({ finished }) => finished));
      await new Promise((resolve) => setTimeout(resolve, 300));
      const { axe } = globalThis as unknown as { axe: Axe };
      const { violations } = await axe.run();
      return violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes
          .slice(0, 3)
          .map(({ html, failureSummary }) => [html.slice(0, 200), failureSummary]),
      }));
    });
    expect(violations).toEqual([]);
  });
});
