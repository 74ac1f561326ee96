import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import mammoth from 'mammoth';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from './browser.ts';
import * as reading from './reading.ts';
import { until } from './until.ts';
import { BROWSERS, useFreshBrowser } from './use-browser.ts';

const MARKS = ['4.318', '86,4 tỷ đồng', 'Đề án 14'];

describe.each(BROWSERS)('exports in %s', (name) => {
  const here = useFreshBrowser(name);
  let library: Page;

  beforeEach(async () => {
    const { page, panel } = await here.readPractice();
    await reading.clipMarks(page, panel, MARKS);
    library = await reading.openLibrary(here.browser, panel);
  });

  async function openDialog(): Promise<void> {
    const open = (await reading.words(library, 'library_export_found', '#')).replace('#', '.*');
    await library.click({ role: 'button', name: new RegExp(open) });
    await until('the dialog', () =>
      library.evaluate(() => document.querySelector('dialog')?.open === true),
    );
  }

  it('gives a workbook whose numbers are numbers, made under the extension’s own policy', async () => {
    const file = await reading.exportAll(here.browser, library, 'xlsx');
    const book = read(readFileSync(file));
    const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets['Trích đoạn'] ?? {});
    const values = rows.map((row) => [row['Nguyên văn'], row['Giá trị']]);
    expect(new Map(values as [string, number][])).toEqual(
      new Map<string, number | undefined>([
        ['4.318', 4318],
        ['86,4 tỷ đồng', 86_400_000_000],
        ['Đề án 14', undefined],
      ]),
    );
    expect(rows.every((row) => row['Đối chiếu với bài'] === '✓ khớp với bài đã lưu')).toBe(true);
  });

  it('gives a Word report that another program reads', async () => {
    const file = await reading.exportAll(here.browser, library, 'docx');
    const { value } = await mammoth.extractRawText({ buffer: readFileSync(file) });
    for (const mark of MARKS) expect(value).toContain(mark);
    expect(value).toContain('Phú Lĩnh: Đưa nghị quyết vào từng chi bộ thôn');
  });

  it('keeps each kind of file where it was, whichever is chosen', async () => {
    await openDialog();
    const kinds = ['xlsx', 'ris', 'csv', 'json', 'docx'] as const;
    const names = await Promise.all(kinds.map((kind) => reading.words(library, `format_${kind}`)));
    const places = () =>
      library.evaluate(() =>
        [...document.querySelectorAll('.formats input')].map((radio) => {
          const { x, y } = radio.getBoundingClientRect();
          return [x, y];
        }),
      );
    await until('the preview', () =>
      library.evaluate(() => document.querySelectorAll('.preview tbody tr').length === 3),
    );
    const before = await places();
    for (const name of names) {
      await library.click({ role: 'radio', name });
      expect(await places()).toEqual(before);
    }
  });

  it('says by the button, in sight, why nothing can be saved', async () => {
    await openDialog();
    await library.click({ role: 'radio', name: await reading.words(library, 'format_docx') });
    const approved = await reading.words(library, 'export_approved', '0');
    await library.click({ role: 'checkbox', name: approved });
    const isSeen = () =>
      library.evaluate(() => {
        const said = document.querySelector('dialog.export .foot [role=alert]');
        if (!said) return false;
        const { left, top, height } = said.getBoundingClientRect();
        return document.elementFromPoint(left + 5, top + height / 2) === said;
      });
    await until('the reason in sight', isSeen);
  });

  it('shows the words of its main button under the mouse', async () => {
    await openDialog();
    const name = new RegExp((await reading.words(library, 'export_save', '3')).slice(0, 7));
    // The button moves until the preview beside it is drawn.
    await until('words to be read under the mouse', async () => {
      const [button] = await library.findAll({ role: 'button', name });
      const { x, y, width, height } = button?.box ?? { x: 0, y: 0, width: 0, height: 0 };
      await library.hoverAt(x + width / 2, y + height / 2);
      const contrast = await library.evaluate(contrastUnderMouse);
      return contrast > 4.5 || Promise.reject(new Error(`contrast ${contrast}`));
    });
  });

  it('leaves no file when the dialog is closed, and the keyboard where it was', async () => {
    await openDialog();
    await library.press('Escape');
    await until('the dialog to be gone', () =>
      library.evaluate(() => !document.querySelector('dialog')),
    );
    await until('the keyboard back on the button', () =>
      library.evaluate(() => document.activeElement?.ariaHasPopup === 'dialog'),
    );
    expect(here.downloaded).toEqual([]);
  });
});

/** How far the letters of the button under the mouse stand out from it: WCAG's ratio, from 1 to 21. */
function contrastUnderMouse(): number {
  const button = document.querySelector('button:hover');
  const canvas = document.createElement('canvas').getContext('2d');
  if (!button || !canvas) return 0;
  const { color, backgroundColor } = getComputedStyle(button);
  const luminances = [color, backgroundColor].map((each) => {
    canvas.fillStyle = each;
    canvas.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) =>
      part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  });
  return (Math.max(...luminances) + 0.05) / (Math.min(...luminances) + 0.05);
}
