import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { jsonLdPieces } from '../../lib/core/export/json-ld.ts';
import type { PackedCollection } from '../pack-of-articles.ts';
import type { Browser, Page } from './browser.ts';
import type { ChromiumPage } from './chromium-page.ts';
import { goTo } from './filled-library.ts';
import { PRINTED } from './firefox.ts';
import * as reading from './reading.ts';
import { until } from './until.ts';

/** Opens a library with a pack in it, brought in by a file, and opens the pack. */
export async function openedPack(
  browser: Browser,
  folder: string,
  { pack, annotations, articles }: PackedCollection,
): Promise<Page> {
  const file = path.join(folder, 'pack.trichbao.json');
  const records = { annotations, articles, companions: [pack] };
  writeFileSync(file, [...jsonLdPieces(records, new Date())].join(''));
  const library = await reading.visitLibrary(browser);
  await reading.offerFile(library, file);
  await library.click({ role: 'button', name: await reading.words(library, 'import_join') });
  await until('the excerpts', () =>
    library.evaluate(() => document.querySelector('.results .count') !== null),
  );
  await goTo(library, `#packs/${pack.id}`, '.pack-editor');
  return library;
}

/** Chooses to print the open pack; gives the page that the printer would be given. */
export async function printedPage(library: Page): Promise<string> {
  await library.evaluate(() => {
    const inside = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      get(this: HTMLIFrameElement) {
        const window = inside?.get?.call(this) as Window;
        window.print = () => {
          document.body.dataset['printed'] = this.contentDocument?.documentElement.outerHTML;
        };
        return window;
      },
    });
  });
  await choosePrinting(library);
  const html = await until('the page to be printed', () =>
    library.evaluate(() => document.body.dataset['printed']),
  );
  return `<!doctype html>${String(html)}`;
}

/** Prints the open pack as a reader of Firefox does; gives the PDF that came out. */
export async function printedByFirefox(library: Page, downloads: string): Promise<string> {
  await choosePrinting(library);
  const file = path.join(downloads, PRINTED);
  await until('the whole of what is printed', () =>
    readFileSync(file).subarray(-8).includes('%%EOF'),
  );
  return file;
}

async function choosePrinting(library: Page): Promise<void> {
  const menu = await reading.words(library, 'pack_export');
  await library.click({ role: 'disclosure', name: menu });
  await until('the pack to be read', () =>
    library.evaluate(() => document.querySelector('.menu li button:enabled') !== null),
  );
  await library.click({ role: 'button', name: await reading.words(library, 'pack_print') });
}

/** Prints a page as Chromium does; gives the bytes of the PDF. */
export async function pdfOf(page: Page): Promise<Buffer> {
  const { devtools } = page as ChromiumPage;
  const { data } = await devtools<{ data: string }>('Page.printToPDF', { preferCSSPageSize: true });
  return Buffer.from(data, 'base64');
}
