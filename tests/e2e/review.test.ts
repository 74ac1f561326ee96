import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Browser, Page } from './browser.ts';
import { filledLibrary, goTo } from './filled-library.ts';
import * as reading from './reading.ts';
import { until } from './until.ts';
import { BROWSERS, useFreshBrowser } from './use-browser.ts';

/** Every fifth goes back to its author. */
const RETURNED = 5;

describe.each(BROWSERS)('review in %s', (name) => {
  const here = useFreshBrowser(name);

  it('takes fifty excerpts by keyboard alone, and exports exactly those approved', async () => {
    const library = await filledLibrary(here.browser, here.folder, {
      articles: 5,
      excerptsPerArticle: 10,
    });
    await goTo(library, 'review', '.review-item');
    for (let at = 1; at <= 50; at++) {
      await waitForItem(library, at);
      if (at % RETURNED !== 0) await library.press('a');
      else {
        await library.press('r');
        await until('the reason to be asked', () =>
          library.evaluate(() => document.activeElement?.tagName === 'TEXTAREA'),
        );
        await library.type(`Cần xem lại ${at}`);
        await library.press('Control+Enter');
      }
    }
    const done = await reading.words(library, 'review_done');
    await until(
      'the end of the queue',
      async () => (await library.findAll({ role: 'heading', name: done })).length > 0,
    );
    const stored = await reading.storedAnnotations(library);
    const approved = stored.filter(({ review }) => review?.state === 'approved');
    expect(approved).toHaveLength(40);
    const returned = stored.filter(({ review }) => review?.state === 'returned');
    expect(returned.map(({ review }) => review?.reason).sort()).toEqual(
      [5, 10, 15, 20, 25, 30, 35, 40, 45, 50].map((at) => `Cần xem lại ${at}`).sort(),
    );

    await goTo(library, 'library', 'li.excerpt');
    const file = await exportApproved(here.browser, library);
    for (const { id } of approved) expect(file).toContain(id);
    for (const { id } of returned) expect(file).not.toContain(id);
  });
});

function waitForItem(library: Page, at: number): Promise<boolean> {
  return until(`excerpt ${at} of the queue`, () =>
    library.evaluate(
      (at: number) =>
        document.querySelector('.review-view .count')?.textContent?.includes(` ${at} /`) === true &&
        document.activeElement?.matches('.review-item[aria-busy="false"]') === true,
      at,
    ),
  );
}

async function exportApproved(browser: Browser, library: Page): Promise<string> {
  const open = (await reading.words(library, 'library_export_found', '#')).replace('#', '.*');
  await library.click({ role: 'button', name: new RegExp(open) });
  await library.click({ role: 'radio', name: await reading.words(library, 'format_json') });
  const approved = await reading.words(library, 'export_approved', '40');
  await library.click({ role: 'checkbox', name: approved });
  const save = await reading.words(library, 'export_save', '40');
  const file = await browser.download(() => library.click({ role: 'button', name: save }));
  return readFileSync(file, 'utf8');
}
