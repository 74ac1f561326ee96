import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { DEPENDENT_STYLE, OWN_ADDRESS, OWN_TITLE, ownStyle } from '../own-style.ts';
import { ownPackedCollection } from '../own-pack.ts';
import type { Page } from './browser.ts';
import { filledLibrary } from './filled-library.ts';
import { openedPack } from './printed-pack.ts';
import { openExport, saveExport, words } from './reading.ts';
import { until } from './until.ts';
import { BROWSERS, useFreshBrowser } from './use-browser.ts';

const APA = /\(\d{4}, \d+ tháng \d+\)\. .+ https:\/\//;
const VANCOUVER = /\[Internet\]\. .+ \[truy cập ngày /;
const OWN = /\| “.+” \| \d\d\/\d\d\/\d{4} \| <https:.+> \[hết\]$/;

describe.each(BROWSERS)('the style of citations in %s', (name) => {
  const here = useFreshBrowser(name);

  const styleFile = (file: string, text: string) => {
    const place = path.join(here.folder, file);
    writeFileSync(place, text);
    return place;
  };

  it('is chosen for a file, seen before it is saved, and may be one of the reader’s own', async () => {
    const size = { articles: 3, excerptsPerArticle: 2 };
    const library = await filledLibrary(here.browser, here.folder, size);
    await openStyles(library);
    await choose(library, 'apa');
    await until('a line in the style', async () => APA.test(await sampleOf(library)));
    const workbook = read(readFileSync(await saveExport(here.browser, library, 'xlsx')));
    const articles = workbook.Sheets[await words(library, 'sheet_articles')] ?? {};
    const column = await words(library, 'column_citation');
    const cited = utils.sheet_to_json<Record<string, string>>(articles).map((row) => row[column]);
    expect(cited).toHaveLength(3);
    for (const line of cited) expect(line).toMatch(APA);

    await openStyles(library);
    await library.chooseFiles('.citation-style input', [
      styleFile('phu-thuoc.csl', DEPENDENT_STYLE),
    ]);
    const refusal = await words(library, 'citation_error_dependent', OWN_ADDRESS);
    await until('why it is not taken', async () => (await saidOf(library)).includes(refusal));
    await library.chooseFiles('.citation-style input', [styleFile('truong.csl', ownStyle())]);
    await until('a line in the own style', async () => OWN.test(await sampleOf(library)));
    const report = await saveExport(here.browser, library, 'docx');
    const { value } = await mammoth.extractRawText({ buffer: readFileSync(report) });
    expect(value.split('\n').filter((line) => OWN.test(line))).toHaveLength(3);

    await openStyles(library);
    await choose(library, `own:${OWN_ADDRESS}`);
    await library.click({
      role: 'button',
      name: await words(library, 'citation_remove', OWN_TITLE),
    });
    const removed = await words(library, 'citation_removed', OWN_TITLE);
    await until('that it is gone', async () => (await saidOf(library)).includes(removed));
    expect(await offered(library)).toEqual(['', 'apa', 'harvard', 'vancouver']);
  });

  it('of a pack is kept with it, and is the Vietnamese one, said so, where the machine has not got it', async () => {
    const made = await ownPackedCollection({ citationStyle: `own:${OWN_ADDRESS}` });
    const library = await openedPack(here.browser, here.folder, made);
    const missing = await words(library, 'citation_missing');
    await until('that it is missing, unasked', async () =>
      (await visibleTextOf(library)).includes(missing),
    );
    await library.evaluate(() => document.querySelector<HTMLElement>('.pack-toggle')?.click());
    const sources = () =>
      library.evaluate(() => {
        const { srcdoc = '' } = document.querySelector<HTMLIFrameElement>('.pack-preview') ?? {};
        const page = new DOMParser().parseFromString(srcdoc, 'text/html');
        return [...page.querySelectorAll('.sources li')].map((line) => line.textContent ?? '');
      });
    await until('the Vietnamese lines', async () =>
      (await sources()).some((line) => /truy cập ngày \d\d\/\d\d/.test(line)),
    );
    const linesIn = (style: RegExp) =>
      until('the lines of the style', async () => {
        const lines = await sources();
        return lines.length > 0 && lines.every((line) => style.test(line));
      });
    await library.chooseFiles('.citation-style input', [styleFile('truong.csl', ownStyle())]);
    await linesIn(OWN);
    await choose(library, 'vancouver');
    await linesIn(VANCOUVER);
  });
});

async function openStyles(library: Page): Promise<void> {
  await openExport(library);
  await until('the styles', async () => (await offered(library)).length > 0);
}

/** The ids of the styles that can be chosen. */
function offered(library: Page): Promise<string[]> {
  return library.evaluate(() =>
    [...document.querySelectorAll<HTMLOptionElement>('.citation-style option')].map(
      ({ value }) => value,
    ),
  );
}

async function choose(library: Page, style: string): Promise<void> {
  await until('it to be offered', async () => (await offered(library)).includes(style));
  await library.evaluate((style: string) => {
    const select = document.querySelector<HTMLSelectElement>('.citation-style select');
    if (!select) throw new Error('no styles to choose from');
    select.value = style;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, style);
}

/** What of the choice of a style can be seen. */
function visibleTextOf(library: Page): Promise<string> {
  return library.evaluate(
    () => document.querySelector<HTMLElement>('.citation-style')?.innerText ?? '',
  );
}

function saidOf(library: Page): Promise<string> {
  return library.evaluate(() =>
    [...document.querySelectorAll('.citation-style p')].map((line) => line.textContent).join('\n'),
  );
}

/** How the first article of the preview is cited. */
function sampleOf(library: Page): Promise<string> {
  return library.evaluate(() => document.querySelector('.preview p bdi')?.textContent ?? '');
}
