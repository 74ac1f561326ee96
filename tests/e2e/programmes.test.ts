import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Page } from './browser.ts';
import { goTo } from './filled-library.ts';
import * as reading from './reading.ts';
import { until } from './until.ts';
import { BROWSERS, useFreshBrowser } from './use-browser.ts';

const LONG = `Ngày 15/5/2016, Bộ Chính trị ban hành Chỉ thị số 05-CT/TW, và từ đó đến nay, các chi bộ ở xã Phú Mẫu đã đưa
  việc học tập vào sinh hoạt hằng tháng, mỗi đảng viên chọn một việc thiết thực để làm theo trong năm.`;
const SHORT = `Nhiều năm qua, Chỉ thị 05 của Bộ Chính trị được Đảng ủy xã Yên Mẫu quán triệt tới từng thôn, gắn với nhiệm vụ
  của mỗi cán bộ, và kết quả được đánh giá trong kỳ kiểm điểm cuối năm của chi bộ.`;

/** An article long enough to be one. */
function page(title: string, day: string, sentence: string): string {
  const filling = Array.from(
    { length: 6 },
    (_, at) =>
      `<p>Ở thôn thứ ${at + 1}, bà con cùng nhau sửa đường làng, trồng hoa hai bên lối vào nhà văn hóa, và mỗi tối thứ bảy lại
        họp mặt để bàn việc chung của xóm, từ giữ gìn vệ sinh tới chăm lo cho các cháu đến trường.</p>`,
  );
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title>
    <meta property="article:published_time" content="${day}T08:00:00+07:00"></head>
    <body><article><h1>${title}</h1><p>${sentence}</p>${filling.join('')}</article></body></html>`;
}

describe.each(BROWSERS)('the register of documents in %s', (name) => {
  const here = useFreshBrowser(name);

  it('holds one document cited by two articles once, filled in by hand and by a file', async () => {
    const library = await clipBoth();
    await goTo(library, 'programmes', '.programme-table');
    await until('two entries', async () => (await shown(library)).length === 2);

    await press(library, '.programme-table td a');
    await mergeWhatIsProposed(library);
    await library.click({
      role: 'button',
      name: await reading.words(
        library,
        'programme_fill_field',
        await reading.words(library, 'programme_title'),
      ),
    });
    await library.type('Về học tập và làm theo');
    await library.press('Enter');
    await until('the title in the database', async () =>
      (await reading.storedCompanions(library)).some(
        (each) => each.type === 'programme-entry' && each.title === 'Về học tập và làm theo',
      ),
    );

    await goTo(library, 'programmes', '.programme-table');
    const file = await here.browser.download(async () => {
      await library.click({
        role: 'button',
        name: await reading.words(library, 'programmes_export'),
      });
    });
    const [row] = readByPython(file);
    expect(row).toMatchObject({
      '05-CT/TW': true,
      'Về học tập và làm theo': true,
      '15/05/2016': true,
    });

    const filled = path.join(here.folder, 'dien.csv');
    writeFileSync(filled, `${readFileSync(file, 'utf8')},,27-NQ/TW,,9/11/2022,,,,,,,\r\n`);
    await library.chooseFiles('.programmes input[type=file]', [filled]);
    await library.click({
      role: 'button',
      name: await reading.words(library, 'programme_csv_confirm'),
    });
    await until('the entry of the file', async () =>
      (await shown(library)).some((text) => text.includes('27-NQ/TW')),
    );
    expect(await shown(library)).toHaveLength(2);
  });

  it('splits off by hand what it had joined, and brings it back', async () => {
    const library = await clipBoth();
    await goTo(library, 'programmes', '.programme-table');
    await press(library, '.programme-table td a');
    await mergeWhatIsProposed(library);
    await press(library, '.citation input');
    await press(library, '.citations .actions button');
    await until('one excerpt left', () => count(library, '.citation', 1));
    await library.click({ role: 'button', name: await reading.words(library, 'notice_undo') });
    await until('both again', () => count(library, '.citation', 2));
    await press(library, '.programme > .actions a');
    await until('both in the library', () => count(library, 'li.excerpt', 2));
  });

  /** Clips every document of an article that names it whole, and of one that names it short. */
  async function clipBoth(): Promise<Page> {
    const addresses = [
      here.site.put('/hoc-tap.html', page('Phú Mẫu học và làm theo Bác', '2019-03-01', LONG)),
      here.site.put('/yen-mau.html', page('Yên Mẫu gắn học tập với việc làm', '2020-03-01', SHORT)),
    ];
    let library: Page | undefined;
    for (const [at, address] of addresses.entries()) {
      const { page: article, panel } = await reading.read(here.browser, address);
      await reading.waitForMarks(article);
      await reading.clipMark(article, panel, at === 0 ? 'Chỉ thị số 05-CT/TW' : 'Chỉ thị 05');
      await reading.waitForStored(panel, at + 1);
      if (at === 1) library = await reading.openLibrary(here.browser, panel);
    }
    if (!library) throw new Error('no library');
    return library;
  }
});

async function mergeWhatIsProposed(library: Page): Promise<void> {
  await press(library, '.programme-like button');
  await until('one entry of two excerpts', () => count(library, '.citation', 2));
}

/** The rows of the register. */
function shown(library: Page): Promise<string[]> {
  return library.evaluate(() =>
    [...document.querySelectorAll('.programme-table tbody tr')].map(
      ({ textContent }) => textContent ?? '',
    ),
  );
}

function count(library: Page, selector: string, wanted: number): Promise<boolean> {
  return library.evaluate(
    (selector: string, wanted: number) => document.querySelectorAll(selector).length === wanted,
    selector,
    wanted,
  );
}

function press(library: Page, selector: string): Promise<boolean> {
  return until(`${selector} to press`, () =>
    library.evaluate((selector: string) => {
      const found = document.querySelector<HTMLElement>(selector);
      found?.click();
      return found !== null;
    }, selector),
  );
}

/** Each row as the set of its cells, as Python's own reader has them. */
function readByPython(file: string): Record<string, true>[] {
  const program = `import csv, json, sys
rows = list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline="")))
print(json.dumps([{cell: True for cell in row} for row in rows[1:]]))`;
  return JSON.parse(execFileSync('python3', ['-c', program, file], { encoding: 'utf8' })) as Record<
    string,
    true
  >[];
}
