import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { jsonLdPieces } from '../../lib/core/export/json-ld.ts';
import { generateCollection } from '../generated-collection.ts';
import type { Page } from './browser.ts';
import { longestTask, watchTasks } from './long-tasks.ts';
import * as reading from './reading.ts';
import { until } from './until.ts';
import { useFreshBrowser } from './use-browser.ts';

const MINUTE = 60_000;
/** About 100 MB. */
const HUGE = { articles: 5000, excerptsPerArticle: 20 };
const FEW = { articles: 2, excerptsPerArticle: 3 };

const here = useFreshBrowser('chromium');
let library: Page;
beforeEach(async () => {
  library = await reading.visitLibrary(here.browser);
});

/** Writes a file of some pieces; gives its path. */
function put(name: string, pieces: Iterable<string>): string {
  const file = path.join(here.folder, name);
  writeFileSync(file, [...pieces].join(''));
  return file;
}

const dialogText = () =>
  library.evaluate(() => document.querySelector('dialog[open]')?.textContent ?? '');
const isGone = async () => (await dialogText()) === '';

describe('a file on its way into the library', () => {
  it(
    'leaves the page free while 100 MB of it are read, and can be called off',
    async () => {
      const { annotations, articles } = await generateCollection(HUGE);
      const file = put('lon.trichbao.json', jsonLdPieces({ annotations, articles }, new Date()));
      await watchTasks(library);
      const judging = await reading.words(library, 'import_stage_judging');
      const cancel = { role: 'button', name: await reading.words(library, 'import_cancel') };

      await reading.offerFile(library, file);
      await until('the count of what is judged', async () =>
        (await dialogText()).includes(judging),
      );
      await library.click(cancel);
      await until('the dialog to close', isGone);
      expect(await reading.storedAnnotations(library)).toEqual([]);

      await reading.offerFile(library, file);
      const confirm = (await reading.words(library, 'import_confirm', '#')).replace('#', '.*');
      const button = { role: 'button', name: new RegExp(confirm) };
      await until(
        'the preview',
        async () => (await library.findAll(button)).length > 0,
        2 * MINUTE,
      );
      // Printed, not asserted: what else the machine does decides it, and no test asserts a time.
      console.log(`longest task of the page meanwhile: ${await longestTask(library)} ms`);
      expect(await dialogText()).toContain('100.000');
      await library.click(cancel);
      await until('the dialog to close', isGone);
      expect(await reading.storedAnnotations(library)).toEqual([]);
    },
    5 * MINUTE,
  );

  it('is refused with its reason, whole or row by row, and nothing is changed by looking', async () => {
    const { annotations, articles } = await generateCollection(FEW);
    const whole = [...jsonLdPieces({ annotations, articles }, new Date())].join('');
    const bad = {
      truncated: whole.slice(0, whole.length / 2),
      foreign: '{"bookmarks": []}',
      not_json: 'PK\u{3}\u{4} một tệp nén',
      newer: whole.replace(/"schemaVersion":\d+/, '"schemaVersion":99'),
    };
    for (const [reason, text] of Object.entries(bad)) {
      await reading.offerFile(library, put(`${reason}.json`, [text]));
      const words = await reading.words(library, `error_import_${reason}`);
      await until(`the words for ${reason}`, () =>
        library.evaluate(
          (words: string) => document.querySelector('.notice')?.textContent?.includes(words),
          words,
        ),
      );
    }
    const hostile = whole.replace(/(?<="items":\[.*?"created":")/s, 'hôm qua ');
    await reading.offerFile(library, put('hostile.json', [hostile]));
    const row = await reading.words(library, 'import_row_items', '1');
    await until('the row refused', async () => (await dialogText()).includes(row));
    await library.press('Escape');
    await until('the dialog to close', isGone);
    expect(await reading.storedAnnotations(library)).toEqual([]);
  });
});
