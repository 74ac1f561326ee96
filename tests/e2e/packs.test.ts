import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generateCollection } from '../generated-collection.ts';
import { item, pack, section } from '../sample-pack.ts';
import type { Page } from './browser.ts';
import { filledLibrary, goTo } from './filled-library.ts';
import { openedPack } from './printed-pack.ts';
import { words } from './reading.ts';
import { settled, until } from './until.ts';
import { BROWSERS, useFreshBrowser } from './use-browser.ts';

/** As many excerpts as a Word document is still laid out with, which takes seconds. */
const LONG = { articles: 20, excerptsPerArticle: 20 };

describe.each(BROWSERS)('reading packs in %s', (name) => {
  const here = useFreshBrowser(name);

  const filled = () =>
    filledLibrary(here.browser, here.folder, { articles: 2, excerptsPerArticle: 4 });

  /** Starts an empty pack and picks the first three excerpts into it with the mouse. */
  async function startPack(library: Page): Promise<void> {
    await goTo(library, '#packs', '.pack-shelf');
    const blank = await words(library, 'pack_start_one', await words(library, 'pack_blank'));
    await library.click({ role: 'button', name: blank });
    await library.click({ role: 'button', name: await words(library, 'pack_add_excerpts') });
    await until('three excerpts to pick from', async () => (await choices(library)) >= 3);
    for (const at of [0, 1, 2]) await tick(library, at);
    await library.click({ role: 'button', name: await words(library, 'pack_add_picked', '3') });
    await until('three items', async () => (await quotes(library)).length === 3);
  }

  it('are ordered by dragging, and are there after a reload', async () => {
    const library = await filled();
    await startPack(library);
    const [one, two, three] = await quotes(library);
    await library.evaluate(() => document.querySelector('.pack-handle')?.scrollIntoView());
    const boxes = await boxesOf(library, '.pack-handle');
    const [first, , last] = boxes;
    if (!first || !last) throw new Error('three handles');
    await library.drag(first, { x: first.x + 4, y: first.y + 12 }, { x: last.x, y: last.y + 80 });
    await until('the first item at the end', async () =>
      isSame(await quotes(library), [two, three, one]),
    );
    await library.reload();
    await until('the pack as it was left', async () =>
      isSame(await quotes(library), [two, three, one]),
    );
  });

  it('stay where they are dropped at the edge of the window, and so does the page', async () => {
    const made = await generateCollection({ articles: 1, excerptsPerArticle: 20 });
    const quoted = made.annotations.map(({ id }) =>
      item({ type: 'excerpt', annotationId: id, remark: '' }),
    );
    const opened = { ...made, pack: pack([section('Trích đoạn', quoted)]) };
    const library = await openedPack(here.browser, here.folder, opened);
    await until('all items', async () => (await quotes(library)).length === quoted.length);
    await library.evaluate(() => document.querySelector('.pack-handle')?.scrollIntoView());
    const [handle] = await boxesOf(library, '.pack-handle');
    if (!handle) throw new Error('a handle');
    const bottom = (await library.evaluate(() => innerHeight)) - 5;
    // Long enough at the edge for the page to scroll along.
    const held = Array.from({ length: 30 }, (_, at) => ({ x: handle.x, y: bottom - (at % 2) }));
    await library.drag(handle, ...held);
    const isDropped = () =>
      library.evaluate(() => document.querySelector('[data-dragged]') === null);
    await until('the item to be let go of', isDropped);
    await settled('the page', () => library.evaluate(() => scrollY));
    const dropped = await quotes(library);
    await library.hoverAt(handle.x, bottom / 2);
    expect(await isDropped()).toBe(true);
    expect(await quotes(library)).toEqual(dropped);
  });

  it('are not taken hold of by a click on the handle', async () => {
    const library = await filled();
    await startPack(library);
    const before = await quotes(library);
    await library.evaluate(() => document.querySelector('.pack-handle')?.scrollIntoView());
    const [first, , last] = await boxesOf(library, '.pack-handle');
    if (!first || !last) throw new Error('three handles');
    await library.clickAt(first.x, first.y);
    await library.hoverAt(last.x, last.y);
    const held = () => library.evaluate(() => document.querySelector('[data-dragged]') !== null);
    expect(await held()).toBe(false);
    expect(await quotes(library)).toEqual(before);
  });

  it('are built by keyboard alone, and keep what was typed just before the page closed', async () => {
    const library = await filled();
    await goTo(library, '#packs', '.pack-shelf');
    await focusOn(library, '.pack-frames button');
    await library.press('Enter');
    await until('the editor', () => library.evaluate(() => !!document.querySelector('.pack-add')));
    await focusOn(library, '.pack-add button');
    await library.press('Enter');
    await until('excerpts to pick from', async () => (await choices(library)) >= 3);
    await focusOn(library, '.pack-choice input');
    for (const key of ['Space', 'ArrowDown', 'Space', 'ArrowDown', 'Space'])
      await library.press(key);
    // The whole list is one stop.
    await library.press('Tab');
    await library.press('Enter');
    await until('three items', async () => (await quotes(library)).length === 3);
    const [one, two, three] = await quotes(library);
    await focusOn(library, '.pack-handle');
    await library.press('Alt+ArrowDown');
    await until('the first item second', async () =>
      isSame(await quotes(library), [two, one, three]),
    );
    expect(await library.evaluate(() => document.activeElement?.className)).toBe('pack-handle');
    expect(
      await library.evaluate(
        () => document.querySelector('.pack-editor [role=status].unseen')?.textContent,
      ),
    ).toContain('2 / 3');
    await focusOn(library, '.pack-title input');
    await library.type(' X');
    await library.reload();
    await until('what was typed last', () =>
      library.evaluate(
        () =>
          document.querySelector<HTMLInputElement>('.pack-title input')?.value.endsWith(' X') ===
          true,
      ),
    );
    await until('the pack as it was left', async () =>
      isSame(await quotes(library), [two, one, three]),
    );
  });

  it('are looked at as they will be printed, and leave as a file', async () => {
    const library = await filled();
    await startPack(library);
    const [first = ''] = await quotes(library);
    await library.click({ role: 'button', name: await words(library, 'pack_preview') });
    await until('the pack in the preview', () =>
      library.evaluate(
        (words: string) =>
          document
            .querySelector<HTMLIFrameElement>('.pack-preview')
            ?.srcdoc.replaceAll(/<[^>]*>/g, '')
            .includes(words) === true,
        first,
      ),
    );
    await library.click({ role: 'disclosure', name: await words(library, 'pack_export') });
    const html = await words(library, 'format_html');
    const file = await here.browser.download(() => library.click({ role: 'button', name: html }));
    await until('the file', () => existsSync(file));
    expect(readFileSync(file, 'utf8').replaceAll(/<[^>]*>/g, '')).toContain(first);
  });

  it('are looked at where they are worked on, and in a narrow window in place of the sheet', async () => {
    const { annotations, articles } = await generateCollection(LONG);
    const quoted = annotations.map(({ id }) =>
      item({ type: 'excerpt', annotationId: id, remark: '' }),
    );
    const made = { pack: pack([section('Trích đoạn', quoted)]), annotations, articles };
    const library = await openedPack(here.browser, here.folder, made);
    await until('all items', async () => (await quotes(library)).length === quoted.length);
    await focusOnItem(library, 100);
    await library.click({ role: 'button', name: await words(library, 'pack_preview') });
    await until('what is in the window in the preview', () => isPreviewed(library, '.pack-item'));
    await focusOnItem(library, 200);
    await until('what has the keyboard in the preview', () =>
      isPreviewed(library, '.pack-item:focus-within'),
    );
    await library.type('lời bình');
    await until('what was typed in the preview, still in view', () =>
      library.evaluate(() => {
        const { contentDocument, clientHeight = 0 } =
          document.querySelector<HTMLIFrameElement>('.pack-preview') ?? {};
        const top = contentDocument?.querySelector('.remark')?.getBoundingClientRect().top ?? -1;
        return top >= 0 && top < clientHeight;
      }),
    );
    await library.zoom(2);
    await until('the preview in the window', () =>
      library.evaluate(() => {
        const { top = -1 } = document.querySelector('.pack-preview')?.getBoundingClientRect() ?? {};
        return top >= 0 && top < innerHeight / 2;
      }),
    );
  });

  it('show how far a long file is, and leave none when its making is called off', async () => {
    const { annotations, articles } = await generateCollection(LONG);
    const quoted = annotations.map(({ id }) =>
      item({ type: 'excerpt', annotationId: id, remark: '' }),
    );
    const made = { pack: pack([section('Trích đoạn', quoted)]), annotations, articles };
    const library = await openedPack(here.browser, here.folder, made);
    await library.click({ role: 'disclosure', name: await words(library, 'pack_export') });
    await library.click({ role: 'button', name: await words(library, 'format_docx') });
    await until('how far it is', () =>
      library.evaluate(() => document.querySelector('.pack-running progress') !== null),
    );
    // The keyboard is on the button that calls it off.
    await library.press('Enter');
    const cancelled = await words(library, 'export_cancelled');
    await until('the words for it', () =>
      library.evaluate(
        (cancelled: string) =>
          document.querySelector('.pack-toolbar [role=alert]')?.textContent === cancelled,
        cancelled,
      ),
    );
    expect(here.downloaded).toEqual([]);
  });

  it('share a template as a file, and take one in', async () => {
    const library = await filled();
    await goTo(library, '#packs', '.pack-shelf');
    const share = await words(library, 'pack_template_share_one', 'Điểm báo tuần');
    const file = await here.browser.download(() => library.click({ role: 'button', name: share }));
    await until('the file', () => existsSync(file));
    expect(file).toMatch(/trichbao-mau.*\.json$/);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      type: 'trichbao-mau',
      version: 1,
    });
    const before = await library.evaluate(
      () => document.querySelectorAll('.pack-frames li').length,
    );
    await library.chooseFiles('.pack-import input', [file]);
    await until('one template more', () =>
      library.evaluate(
        (before: number) => document.querySelectorAll('.pack-frames li').length === before + 1,
        before,
      ),
    );
  });
});

function choices(library: Page): Promise<number> {
  return library.evaluate(() => document.querySelectorAll('.pack-choice').length);
}

/** The quotes of the pack open, in their order. */
function quotes(library: Page): Promise<string[]> {
  return library.evaluate(() =>
    [...document.querySelectorAll('.pack-item .sentence')].map(
      ({ textContent }) => textContent ?? '',
    ),
  );
}

async function tick(library: Page, at: number): Promise<void> {
  const box = (await boxesOf(library, '.pack-choice input'))[at];
  if (!box) throw new Error(`no choice ${at}`);
  await library.clickAt(box.x, box.y);
}

/** The middles of the elements a selector finds. */
function boxesOf(library: Page, selector: string): Promise<{ x: number; y: number }[]> {
  return library.evaluate(
    (selector: string) =>
      [...document.querySelectorAll(selector)].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }),
    selector,
  );
}

/** Puts the keyboard on the first element a selector finds, as tabbing there would. */
function focusOn(library: Page, selector: string): Promise<void> {
  return library.evaluate((selector: string) => {
    document.querySelector<HTMLElement>(selector)?.focus();
  }, selector);
}

/** Puts the keyboard into the remark on an item, counted from 0. */
function focusOnItem(library: Page, at: number): Promise<void> {
  return library.evaluate((at: number) => {
    const remark = document.querySelectorAll<HTMLElement>('.pack-item textarea')[at];
    remark?.scrollIntoView({ block: 'center', behavior: 'instant' });
    remark?.focus();
  }, at);
}

/** Whether the preview shows one of the items of a selector that are in the window. */
function isPreviewed(library: Page, selector: string): Promise<boolean> {
  return library.evaluate((selector: string) => {
    const frame = document.querySelector<HTMLIFrameElement>('.pack-preview');
    const isIn = (element: Element | null | undefined, height: number) => {
      const { top, bottom } = element?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
      return bottom > 0 && top < height;
    };
    const items = [...document.querySelectorAll<HTMLElement>(selector)];
    return items.some((item) => {
      const shown = frame?.contentDocument?.getElementById(`item-${item.dataset['packItem']}`);
      return isIn(item, innerHeight) && isIn(shown, frame?.clientHeight ?? 0);
    });
  }, selector);
}

function isSame(shown: readonly string[], wanted: readonly (string | undefined)[]): boolean {
  return shown.length > 0 && shown.join('\n') === wanted.join('\n');
}
