import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../lib/core/annotation.ts';
import type { Page } from './browser.ts';
import * as reading from './reading.ts';
import { until } from './until.ts';
import { BROWSERS, useFreshBrowser } from './use-browser.ts';

/** Each is changed in a way of its own, or is on a row that breaks. */
const [NOTED, TAGGED, APPROVED, BROKEN] = ['4.318', '86,4 tỷ đồng', 'Đề án 14', '97/128'] as const;
const NOTE = 'số của Sở, "đã đối chiếu";\ntheo báo cáo quý';
const UNKNOWN = '0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000';

type Row = Record<string, string>;

/** What a clerk writes beside the table, in a column without a name. */
const BESIDE = '';

/** Has another program read a CSV file and write it as one set to Vietnam does, with a clerk's changes in its rows. */
function editedCsv(csv: string, change: (rows: Row[]) => void): string {
  const { Sheets, SheetNames } = read(readFileSync(csv), { raw: true });
  const rows = utils.sheet_to_json<Row>(Sheets[SheetNames[0] ?? ''] ?? {}, { defval: '' });
  const header = [...Object.keys(rows[0] ?? {}), BESIDE];
  change(rows);
  const cells = rows.map((row) => header.map((column) => row[column] ?? ''));
  const file = path.join(path.dirname(csv), 'da-sua.csv');
  const sheet = utils.aoa_to_sheet([header, ...cells]);
  writeFileSync(file, `\u{FEFF}${utils.sheet_to_csv(sheet, { FS: ';' })}`);
  return file;
}

describe.each(BROWSERS)('a CSV file that a clerk wrote in, brought back in %s', (name) => {
  const here = useFreshBrowser(name);
  let library: Page;
  let before: Annotation[];

  beforeEach(async () => {
    const { page, panel } = await here.readPractice();
    before = await reading.clipMarks(page, panel, [NOTED, TAGGED, APPROVED, BROKEN]);
    library = await reading.openLibrary(here.browser, panel);
  });

  const shown = (selector: string) =>
    library.evaluate(
      (selector: string) =>
        [...document.querySelectorAll<HTMLElement>(selector)].map(({ innerText }) => innerText),
      selector,
    );

  /** Exports all, and writes in the file. */
  async function clerksFile(): Promise<string> {
    const keys = ['id', 'exact', 'note', 'tags', 'state'] as const;
    const names = keys.map((key) => reading.words(library, `column_${key}`));
    const [id = '', exact = '', note = '', tags = '', state = ''] = await Promise.all(names);
    const approved = await reading.words(library, 'review_approved');
    const csv = await reading.exportAll(here.browser, library, 'csv');
    return editedCsv(csv, (rows) => {
      const rowOf = (words: string) => rows.find((row) => row[exact] === words) ?? {};
      rowOf(NOTED)[note] = NOTE;
      rowOf(TAGGED)[tags] = 'quý 4; báo cáo';
      rowOf(APPROVED)[state] = approved;
      Object.assign(rowOf(BROKEN), { [note]: 'không được ghi', [BESIDE]: 'viết ra ngoài bảng' });
      rows.push({ ...rowOf(NOTED), [id]: UNKNOWN });
    });
  }

  it('shows each change and each reason, changes that and nothing else, and can be undone', async () => {
    await reading.offerFile(library, await clerksFile());
    await until('the preview', async () => (await shown('dialog[open] .csv-rows li')).length === 5);
    expect(await shown('dialog[open] dd')).toEqual(['3', '0', '2']);
    const [preview = ''] = await shown('dialog[open] .csv-rows');
    const approved = await reading.words(library, 'review_approved');
    for (const words of [
      '“số của Sở, "đã đối chiếu"',
      '“quý 4; báo cáo”',
      `“${approved}”`,
      UNKNOWN,
    ])
      expect(preview).toContain(words);
    for (const reason of ['cells', 'unknown'])
      expect(preview).toContain(await reading.words(library, `csv_problem_${reason}`));
    expect(byId(await reading.storedAnnotations(library))).toEqual(byId(before));

    const confirm = await reading.words(library, 'csv_edit_confirm', '3');
    await library.click({ role: 'button', name: confirm });
    const done = await reading.words(library, 'csv_edit_done', '3');
    await until('the edits to be told', async () => (await shown('.notice')).join().includes(done));
    const cards = await until('the edits in the list', async () => {
      const cards = await shown('li.excerpt');
      return cards.join().includes('quý 4') ? cards : undefined;
    });
    const cardOf = (words: string) => cards.find((card) => card.includes(words)) ?? '';
    expect(cardOf('số của Sở')).toContain('theo báo cáo quý');
    expect(cards.filter((card) => card.includes(approved))).toHaveLength(1);
    expect(cards.join()).not.toContain('không được ghi');
    const [noted, tagged, decided, broken] = inOrder(await reading.storedAnnotations(library));
    expect(noted?.note).toBe(NOTE);
    expect(tagged?.tags).toEqual(['quý 4', 'báo cáo']);
    expect(decided?.review?.state).toBe('approved');
    expect(broken).toEqual(inOrder(before)[3]);

    await library.click({ role: 'button', name: await reading.words(library, 'notice_undo') });
    await until(
      'the list as it was',
      async () => !(await shown('li.excerpt')).join().includes('quý 4'),
    );
    const contents = (all: Annotation[]) =>
      inOrder(all).map((each) => [each?.note, each?.tags, each?.review]);
    expect(contents(await reading.storedAnnotations(library))).toEqual(contents(before));
  });
});

function inOrder(annotations: readonly Annotation[]): (Annotation | undefined)[] {
  const wanted = [NOTED, TAGGED, APPROVED, BROKEN];
  return wanted.map((exact) => annotations.find(({ mention }) => mention?.exact === exact));
}

function byId(annotations: readonly Annotation[]): Annotation[] {
  return annotations.toSorted((one, other) => one.id.localeCompare(other.id));
}
