import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { revisionOf, stamped } from '../../lib/core/collection/revision.ts';
import { jsonLdPieces } from '../../lib/core/export/json-ld.ts';
import { generateCollection, type Size } from '../generated-collection.ts';
import type { Browser, Page } from './browser.ts';
import * as reading from './reading.ts';
import { until } from './until.ts';

/** Opens a library with a generated collection in it, brought in as a reader would: by its file. */
export async function filledLibrary(browser: Browser, folder: string, size: Size): Promise<Page> {
  const { annotations, articles } = await generateCollection(size);
  const file = path.join(folder, 'generated.trichbao.json');
  writeFileSync(file, [...jsonLdPieces({ annotations, articles }, new Date())].join(''));
  const library = await reading.visitLibrary(browser);
  await reading.importFile(library, file);
  await until('all excerpts shown', () =>
    library.evaluate(
      (all: number) =>
        Number(document.querySelector('.results .count')?.textContent?.replaceAll(/\D/g, '')) ===
        all,
      annotations.length,
    ),
  );
  return library;
}

/** Writes the file of colleagues who changed the first excerpt of such a collection apart; gives its path. */
export async function conflictingFile(folder: string, size: Size): Promise<string> {
  const { annotations, articles } = await generateCollection(size);
  const [first] = annotations;
  if (!first) throw new RangeError('no excerpt to change');
  const version = (editor: string, note: string, modified: string) =>
    stamped({ ...first, editor, note, modified, parents: [revisionOf(first)] });
  const shown = version('Hà', 'đã hỏi lại xã', '2026-11-22T09:02:00.000Z');
  const rival = version('Lan', 'theo báo cáo của Sở', '2026-11-22T09:01:00.000Z');
  const revision = { id: revisionOf(rival), annotationId: rival.id, annotation: rival };
  const exchanged = { annotations: [shown], articles, revisions: [revision] };
  const file = path.join(folder, 'colleagues.trichbao.json');
  writeFileSync(file, [...jsonLdPieces(exchanged, new Date())].join(''));
  return file;
}

/** Goes to a part of the library by its tab's address, and waits until something of it stands there. */
export async function goTo(library: Page, hash: string, selector: string): Promise<void> {
  await library.evaluate((hash: string) => {
    location.hash = hash;
  }, hash);
  await until(`${selector} in ${hash}`, () =>
    library.evaluate((selector: string) => document.querySelector(selector) !== null, selector),
  );
}
