/** What a reader does and sees, in words both browsers share. */
import type { FormatName } from '../../lib/core/export/formats.ts';
import type { Annotation, Article } from '../../lib/core/annotation.ts';
import type { Companion } from '../../lib/core/collection/companion.ts';
import type { Box, Browser, Page } from './browser.ts';
import { settled, until } from './until.ts';

/** The API object of an extension's own page, as far as it is used here. */
interface ExtensionApi {
  i18n: { getMessage(key: string, args: string[]): string };
}

/** Our names in the page's highlight registry. */
const HIGHLIGHTS = {
  figure: 'reader-a',
  programme: 'reader-b',
  clipped: 'reader-c',
  current: 'reader-d',
} as const;
type MarkKind = keyof typeof HIGHLIGHTS;

/** The words the extension has for a message, in the browser's language; `page` is one of its own pages. */
export function words(page: Page, key: string, ...args: string[]): Promise<string> {
  return page.evaluate(
    (key: string, args: string[]) => {
      const { chrome, browser } = globalThis as { chrome?: ExtensionApi; browser?: ExtensionApi };
      const api = browser?.i18n ? browser : chrome;
      const message = api?.i18n.getMessage(key, args);
      if (!message) throw new Error(`no message ${key}`);
      return message;
    },
    key,
    args,
  );
}

/** The texts painted on the page in some kinds of mark, looked at in one moment, in the order they were painted. */
function paintedIn(page: Page, kinds: readonly MarkKind[]): Promise<string[]> {
  return page.evaluate(
    (names: string[]) => {
      const highlights = new Map(CSS.highlights);
      return names
        .flatMap((name) => [...(highlights.get(name) ?? [])])
        .map((part) => {
          const range = document.createRange();
          range.setStart(part.startContainer, part.startOffset);
          range.setEnd(part.endContainer, part.endOffset);
          return range.toString().normalize('NFC');
        });
    },
    kinds.map((kind) => HIGHLIGHTS[kind]),
  );
}

/** The texts painted on the page in a kind of mark, in the order they were painted. */
export const painted = (page: Page, kind: MarkKind) => paintedIn(page, [kind]);

/** Waits until marks are painted; gives the texts of figures and programmes, clipped or not. */
export function waitForMarks(page: Page): Promise<string[]> {
  return until('marks on the page', async () => {
    const marks = await paintedIn(page, ['figure', 'programme', 'clipped']);
    return marks.length > 0 ? marks : undefined;
  });
}

/** Scrolls the first place of some words into view and gives the box they are drawn in. */
function boxOfWords(page: Page, wanted: string): Promise<Box> {
  return page.evaluate((wanted: string) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = (walker.currentNode.nodeValue ?? '').indexOf(wanted);
      if (at < 0) continue;
      walker.currentNode.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + wanted.length);
      const [box] = range.getClientRects();
      if (box) return { x: box.x, y: box.y, width: box.width, height: box.height };
    }
    throw new Error(`the page does not show ${wanted}`);
  }, wanted);
}

/** The middle of some words, once they have stopped moving. */
async function middleOfWords(page: Page, wanted: string): Promise<[x: number, y: number]> {
  const box = await settled(`“${wanted}” on the page`, () => boxOfWords(page, wanted));
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Clicks the middle of some words with the mouse. */
export async function clickWords(page: Page, wanted: string): Promise<void> {
  await page.clickAt(...(await middleOfWords(page, wanted)));
}

/** Moves the mouse to the middle of some words. */
export async function hoverWords(page: Page, wanted: string): Promise<void> {
  await page.hoverAt(...(await middleOfWords(page, wanted)));
}

/** Every row of a table of the collection, read past our own code from the extension's database. */
function rows<T>(extensionPage: Page, table: string): Promise<T[]> {
  return extensionPage.evaluate(async (table: string) => {
    // Opening a database that is not there yet would make an empty one, in the extension's place.
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === 'trich-bao')) return [];
    return new Promise<T[]>((resolve, reject) => {
      const opening = indexedDB.open('trich-bao');
      opening.addEventListener('error', () => reject(new Error(String(opening.error))));
      opening.addEventListener('success', () => {
        const database = opening.result;
        const finish = (rows: T[]) => {
          database.close();
          resolve(rows);
        };
        if (!database.objectStoreNames.contains(table)) return finish([]);
        const reading = database.transaction(table).objectStore(table).getAll();
        reading.addEventListener('error', () => reject(new Error(String(reading.error))));
        reading.addEventListener('success', () => finish(reading.result as T[]));
      });
    });
  }, table);
}

export const storedAnnotations = (page: Page) => rows<Annotation>(page, 'annotations');
export const storedCompanions = (page: Page) => rows<Companion>(page, 'companions');
export const storedArticles = (page: Page) => rows<Article & { id: string }>(page, 'articles');

/** Waits until so many excerpts lie in the database. */
export function waitForStored(extensionPage: Page, count: number): Promise<Annotation[]> {
  return until(`${count} stored excerpts`, async () => {
    const stored = await storedAnnotations(extensionPage);
    return stored.length === count ? stored : undefined;
  });
}

/** Opens an article and clicks the toolbar button on it; gives the page and the side panel that opens. */
export async function read(browser: Browser, url: string): Promise<{ page: Page; panel: Page }> {
  const page = await browser.open(url);
  await browser.clickToolbarButton(page);
  return { page, panel: await browser.sidePanel() };
}

/** Waits until the card beside a mark is open. */
export async function waitForCard(page: Page, panel: Page): Promise<void> {
  const name = await words(panel, 'card_close');
  await until('the card', async () => (await page.findAll({ role: 'button', name })).length > 0);
}

/** Clicks a mark, waits for its card and clicks the card's button that clips it. */
export async function clipMark(page: Page, panel: Page, mark: string): Promise<void> {
  await clickWords(page, mark);
  await waitForCard(page, panel);
  await page.click({ role: 'button', name: await words(panel, 'card_clip') });
}

/** Clips marks one after the other, into a collection that has nothing yet. */
export async function clipMarks(
  page: Page,
  panel: Page,
  marks: readonly string[],
): Promise<Annotation[]> {
  let stored: Annotation[] = [];
  for (const [at, mark] of marks.entries()) {
    await clipMark(page, panel, mark);
    stored = await waitForStored(panel, at + 1);
    await page.press('Escape');
  }
  return stored;
}

/** Waits until the layer over a page says a message; `panel` knows its words. */
export async function pageSays(page: Page, panel: Page, key: string, ...args: string[]) {
  const message = await words(panel, key, ...args);
  await until(`the page to say ${message}`, async () => {
    const said = await page.textsOf({ role: 'status' });
    return said.some((text) => text.includes(message)) || Promise.reject(new Error(said.join()));
  });
}

/** Waits until the side panel says a message. */
export async function panelSays(panel: Page, key: string, ...args: string[]): Promise<void> {
  const message = await words(panel, key, ...args);
  await until(`the panel to say ${message}`, () =>
    panel.evaluate((message: string) => document.body.innerText.includes(message), message),
  );
}

/** Ticks every mention not yet clipped in the side panel, and clips them all. */
export async function clipTheRest(panel: Page): Promise<void> {
  await panel.click({ role: 'checkbox', name: await words(panel, 'panel_select_all') });
  const clip = (await words(panel, 'panel_clip_ticked', '#')).replace('#', String.raw`\d+`);
  await panel.click({ role: 'button', name: new RegExp(clip) });
}

/** Opens the library by the side panel's button. */
export async function openLibrary(browser: Browser, panel: Page): Promise<Page> {
  await panel.click({ role: 'button', name: await words(panel, 'panel_library') });
  const library = await browser.extensionTab('library.html');
  await library.show();
  await waitForLibrary(library);
  return library;
}

/** Opens the library by its address. */
export async function visitLibrary(browser: Browser): Promise<Page> {
  const library = await browser.open(`${browser.origin}library.html`);
  await waitForLibrary(library);
  return library;
}

function waitForLibrary(library: Page): Promise<unknown> {
  return until('the library to show what it has', async () => {
    const headings = await library.findAll({ role: 'heading' });
    return headings.length > 0;
  });
}

/** Exports all that the library shows in a format; gives the file's path. */
export async function exportAll(
  browser: Browser,
  library: Page,
  format: FormatName,
): Promise<string> {
  await openExport(library);
  return saveExport(browser, library, format);
}

/** Opens the dialog that exports all that the library shows. */
export async function openExport(library: Page): Promise<void> {
  const open = (await words(library, 'library_export_found', '#')).replace('#', '.*');
  await library.click({ role: 'button', name: new RegExp(open) });
}

/** Saves what the export dialog offers, in a format; gives the file's path. */
export async function saveExport(
  browser: Browser,
  library: Page,
  format: FormatName,
): Promise<string> {
  await library.click({ role: 'radio', name: await words(library, `format_${format}`) });
  const save = (await words(library, 'export_save', '#')).replaceAll(/[()]/g, String.raw`\$&`);
  const name = new RegExp(save.replace('#', '.*'));
  return browser.download(() => library.click({ role: 'button', name }));
}

/** Chooses a file by the library's import button. */
export function offerFile(library: Page, file: string): Promise<void> {
  return library.chooseFiles('input[type=file]', [file]);
}

/** Imports a file, and agrees to what it would add. */
export async function importFile(library: Page, file: string): Promise<void> {
  await offerFile(library, file);
  const confirm = (await words(library, 'import_confirm', '#')).replace('#', '.*');
  await library.click({ role: 'button', name: new RegExp(confirm) });
}
