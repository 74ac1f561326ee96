// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import type { Annotation, Programme } from '../lib/core/annotation.ts';
import * as page from './drawn-library.tsx';
import { nextId } from './sample-collection.ts';

const LONG: Partial<Programme> = {
  exact: 'Chỉ thị 05-CT/TW',
  number: '05-CT/TW',
  date: '2016-05-15',
  issuer: 'Bộ Chính trị',
};
const SHORT: Partial<Programme> = { exact: 'Chỉ thị 05', number: '05', issuer: 'Bộ Chính trị' };

/** Excerpts that cite documents, each by an entity of its own. */
async function citing(...programmes: Partial<Programme>[]): Promise<Annotation[]> {
  const [one] = await page.sample();
  if (!one) throw new Error('the sample has two');
  const { revision: _, ...plain } = one;
  return programmes.map((programme, at) => {
    const mention: Programme = {
      type: 'programme',
      kind: 'directive',
      start: 0,
      end: 6,
      exact: 'Chi bộ',
      entity: `p${at}`,
      rule: 'document-number',
      ...programme,
    };
    return Object.assign({}, plain, { id: nextId(), mention });
  });
}

const rows = () => page.all('.programme-table tbody tr');
const openFirst = async () => {
  await page.until(() => rows().length > 0);
  await page.goTo(page.find<HTMLAnchorElement>('.programme-table td a').getAttribute('href') ?? '');
  await page.until(() => document.querySelector('.programme h1'));
};

describe('the register', () => {
  it('tells a clerk with no document clipped what will stand there', async () => {
    await page.open(await page.sample(), '#programmes');
    await page.until(() => page.find('.none').textContent?.includes('sẽ có một mục'));
  });

  it('shows each document once, what is not known, and what may be repeated', async () => {
    await page.open(await citing(LONG, LONG, SHORT), '#programmes');
    await page.until(() => rows().length === 2);
    const [first, second] = rows().map((row) => row.textContent);
    expect(first).toContain('Chỉ thị 05-CT/TW');
    expect(first).toContain('có thể trùng');
    expect(first).toContain('15/05/2016');
    expect(second).toContain('chưa rõ');
  });

  it('is searched without accents, narrowed to a kind, and ordered by a column', async () => {
    const law = { kind: 'law', exact: 'Luật Đất đai', rule: 'named-law' } as const;
    await page.open(await citing(LONG, law), '#programmes');
    await page.type('.programme-filters input', 'luat dat');
    await page.until(() => rows().length === 1);
    expect(page.find('.programmes .count[role=status]').textContent).toBe('Tìm thấy 1 trong 2');
    await page.type('.programme-filters input', '5 ct/tw');
    await page.until(() => rows()[0]?.textContent?.includes('05-CT/TW'));
    await page.type('.programme-filters input', '');
    await page.press('Luật');
    await page.until(() => rows().length === 1);
    await page.press('Luật');
    await page.press('Văn bản, chương trình');
    await page.until(() => page.find('th[data-column=name]').ariaSort === 'ascending');
    await page.until(() => rows()[0]?.textContent?.includes('05-CT/TW'));
  });

  it('merges entries picked by keyboard alone, and takes it back', async () => {
    await page.open(await citing(LONG, SHORT), '#programmes');
    await page.until(() => rows().length === 2);
    const [first] = rows();
    if (first instanceof HTMLElement) await act(() => first.focus());
    await page.hotkey('x');
    await page.hotkey('j');
    await page.hotkey('x');
    await page.hotkey('m');
    await page.until(() => rows().length === 1);
    await page.press('Hoàn tác');
    await page.until(() => rows().length === 2);
  });

  it('opens by Enter on the entry, with the keyboard on its name', async () => {
    await page.open(await citing(LONG), '#programmes');
    await page.until(() => rows().length === 1);
    const [first] = rows();
    if (first instanceof HTMLElement) await act(() => first.focus());
    await page.hotkey('Enter');
    expect(location.hash).toMatch(/^#programmes\/directive/);
    await page.goTo(location.hash);
    await page.until(() => document.activeElement?.textContent === 'Chỉ thị 05-CT/TW');
    location.hash = '';
  });

  it('pages through thousands', async () => {
    const many = Array.from({ length: 120 }, (_, at) => ({
      exact: `Chỉ thị ${at + 1}-CT/TW`,
      number: `${at + 1}-CT/TW`,
      date: '2017-01-01',
    }));
    await page.open(await citing(...many), '#programmes');
    await page.until(() => rows().length === 50);
    await page.press('Trang sau');
    await page.until(() => page.find('.pager').textContent?.includes('2 / 3'));
    await page.type('.programme-filters input', '77');
    await page.until(() => rows().length === 1);
  });

  it('goes out as a file of what is found', async () => {
    await page.open(await citing(LONG, SHORT), '#programmes');
    await page.until(() => rows().length === 2);
    await page.press('Xuất CSV');
    await page.until(() => page.savedCsv.at(-1)?.includes('05-CT/TW'));
    await page.until(() => page.find('.notice').textContent?.includes('thư mục tải xuống'));
  });

  it('takes a file in only after its rows were looked at', async () => {
    await page.open(await citing(LONG), '#programmes');
    await page.until(() => rows().length === 1);
    await offer(
      'Loại,Số hiệu,Ngày,Tên\nChỉ thị,05-CT/TW,15/5/2016,Về học tập\nNghị quyết,27-NQ/TW,9/11/2022,\nLạ,1,,',
    );
    await page.until(() => document.querySelector('dialog')?.open);
    expect(page.find('dialog').textContent).toContain('Dòng 4');
    expect(page.find('dialog').textContent).toContain('không rõ dạng văn bản');
    expect(rows()).toHaveLength(1);
    await page.press('Nhập');
    await page.until(() => rows().length === 2);
    await page.until(() => rows()[0]?.textContent?.includes('Về học tập'));
    await page.press('Hoàn tác');
    await page.until(() => rows().length === 1);
  });

  it('says why a file is not taken', async () => {
    await page.open(await citing(LONG), '#programmes');
    await page.until(() => rows().length === 1);
    await offer('a,b\n1,2');
    await page.until(() => page.find('[role=alert]').textContent?.includes('không có cột số hiệu'));
  });
});

async function offer(text: string) {
  const field = page.find<HTMLInputElement>('.programmes input[type=file]');
  const file = new File([text], 'van-ban.csv', { type: 'text/csv' });
  Object.defineProperty(field, 'files', { value: [file], configurable: true });
  await act(() => {
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

describe('an entry of the register', () => {
  it('fills in what is not known, says it was filled by hand, and gives it back', async () => {
    await page.open(await citing({ ...LONG, issuer: undefined as never }), '#programmes');
    await openFirst();
    await page.press('Điền “Tên, trích yếu”');
    await page.until(() =>
      document.activeElement?.parentElement?.textContent?.includes('Tên, trích yếu'),
    );
    await page.type('.programme .editor label:nth-of-type(6) input', 'Về học tập');
    await act(() => page.find<HTMLFormElement>('.programme form').requestSubmit());
    await page.until(() =>
      page.find('.programme .about').textContent?.includes('Về học tập (điền tay)'),
    );
    await page.press('Bỏ phần điền tay');
    await page.until(() => !page.find('.programme').textContent?.includes('Về học tập'));
    await page.press('Hoàn tác');
    await page.until(() =>
      page.find('.programme .about').textContent?.includes('Về học tập (điền tay)'),
    );
  });

  it('refuses a day that is none, and keeps what was typed', async () => {
    await page.open(await citing(LONG), '#programmes');
    await openFirst();
    await page.press('Sửa thông tin');
    await page.type('.programme .editor label:nth-of-type(4) input', 'hôm qua');
    expect(page.find('.programme [role=alert]').textContent).toContain('15/5/2016');
    expect(page.button('Lưu')).toHaveProperty('disabled', true);
    await page.key(page.find('.programme form'), 'Escape');
    await page.until(() => !document.querySelector('.programme form'));
    expect(await page.library().db.companions.count()).toBe(0);
  });

  it('merges with one it may be, or is parted from it for good', async () => {
    await page.open(await citing(LONG, SHORT), '#programmes');
    await openFirst();
    expect(page.find('.programme-like').textContent).toContain('Một bên chỉ ghi số ngắn');
    await page.press('Không phải một với Chỉ thị 05');
    await page.until(() => !document.querySelector('.programme-like'));
    await page.press('Hoàn tác');
    await page.until(() => document.querySelector('.programme-like'));
    await page.press('Gộp làm một với Chỉ thị 05');
    await page.until(() => page.all('.citation').length === 2);
    expect(page.find('.programme h1').textContent).toBe('Chỉ thị 05-CT/TW');
  });

  it('splits off the excerpts picked by keyboard, not all of them', async () => {
    await page.open(await citing(LONG, LONG), '#programmes');
    await openFirst();
    await page.until(() => page.all('.citation').length === 2);
    await act(() => page.find('.citation').focus());
    await page.hotkey('x');
    await page.hotkey('j');
    await page.hotkey('x');
    await page.until(() => page.button('Tách 2').hasAttribute('disabled'));
    await page.hotkey('x');
    await page.press('Tách 1');
    await page.until(() => page.all('.citation').length === 1);
    await page.press('Hoàn tác');
    await page.until(() => page.all('.citation').length === 2);
  });

  it('opens its excerpts in the library, and each on its page at the passage', async () => {
    await page.open(
      await citing(LONG, SHORT, { ...LONG, number: '35-CT/TW', exact: 'Chỉ thị 35-CT/TW' }),
      '#programmes',
    );
    await openFirst();
    await page.until(() => page.all('.citation').length === 1);
    expect(page.find<HTMLAnchorElement>('.citation a').href).toContain('#:~:text=');
    const inLibrary = page.all('.programme > .actions a')[0]?.getAttribute('href') ?? '';
    await page.goTo(inLibrary);
    await page.until(() => page.all('li.excerpt').length === 1);
    await page.goTo('#library');
    await page.until(() => page.all('li.excerpt').length === 3);
  });

  it('that is gone says so, with the way back', async () => {
    await page.open(await citing(LONG), '#programmes/khong-co');
    await page.until(() => page.find('.none a').getAttribute('href') === '#programmes');
  });
});
