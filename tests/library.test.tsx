// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../lib/core/annotation.ts';
import { StorageError } from '../lib/platform/storage-error.ts';
import { nextId } from './sample-collection.ts';
import {
  all,
  button,
  find,
  hotkey,
  key,
  library,
  open,
  press,
  sample,
  stored,
  type,
  until,
} from './drawn-library.tsx';

describe('the list of excerpts', () => {
  it('tells a clerk with nothing clipped what to do first', async () => {
    await open([]);
    await until(() => all('.empty li').length === 3);
  });

  it('shows the sentence with its figure marked, the reading and the source', async () => {
    await open((await sample()).slice(0, 1));
    await until(() => find('.excerpt mark').textContent === '27');
    expect(find('.excerpt .facts').textContent).toContain('Đối tượngđảng viên');
    const link = find<HTMLAnchorElement>('.source a').href;
    expect(link).toContain('bai-1.html?utm_source=zalo#:~:text=');
    expect(find('.source').textContent).toContain('20/11/2026 06:07');
  });

  it('says how many excerpts the words typed without accents find', async () => {
    await open(await sample());
    await type('input[type=search]', 'thuong');
    await until(() => all('.excerpt').length === 1);
    expect(find('[role=status]').textContent).toBe('Tìm thấy 1 trong 2 trích đoạn');
    await type('input[type=search]', 'không có đâu');
    await press('Bỏ lọc');
    await until(() => all('.excerpt').length === 2);
  });

  it('narrows by a facet, and keeps the search under a name', async () => {
    const [one, two] = await sample();
    if (one) one.tags = ['họp'];
    await open([one, two].flatMap((each) => each ?? []));
    await press('họp');
    await until(() => all('.excerpt').length === 1);
    await press('Lưu tìm kiếm này…');
    await type('.saved input', 'Việc họp');
    await act(() => find<HTMLFormElement>('.saved form').requestSubmit());
    await press('Bỏ các mục đã chọn');
    await until(() => all('.excerpt').length === 2);
    await press('Việc họp');
    await until(() => all('.excerpt').length === 1);
    expect((await library().desk.choices()).saved).toEqual([
      { name: 'Việc họp', text: '', chosen: { tag: ['họp'] } },
    ]);
  });

  it('completes a tag typed without accents and saves by keyboard alone', async () => {
    const [first, second] = await sample();
    if (!first || !second) throw new Error('the sample has two');
    await open([first, { ...second, tags: ['thôn Thượng'] }]);
    await press('Sửa thẻ và ghi chú của “27”');
    await type('[role=combobox]', 'thuong');
    await key(find('[role=combobox]'), 'ArrowDown');
    await key(find('[role=combobox]'), 'Enter');
    await key(find('[role=combobox]'), 'Enter', { ctrlKey: true });
    await until(() => document.querySelector('.editor') === null);
    expect((await library().db.annotations.get(first.id))?.tags).toEqual([
      'đảng viên',
      'thôn Thượng',
    ]);
    await until(() => document.activeElement === button('Sửa thẻ và ghi chú của “27”'));
  });

  it('keeps what was typed on screen when it could not be stored, and says why', async () => {
    const edit = () => Promise.reject(new StorageError('quota'));
    await open(await sample(), '', { edit });
    await press('Sửa thẻ và ghi chú của “27”');
    await type('.editor textarea', 'đối chiếu lại');
    await press('Lưu');
    await until(() => find('[role=alert]').textContent?.includes('hết chỗ lưu'));
    expect(find<HTMLTextAreaElement>('.editor textarea').value).toBe('đối chiếu lại');
  });

  it('gives deleted excerpts back by one press, the keyboard following both ways', async () => {
    const [first, second] = await sample();
    await open(await sample().then(() => [first, second].flatMap((each) => each ?? [])));
    await press('Xóa “27”');
    await until(() => document.activeElement?.id === `excerpt-${second?.id}`);
    await press('Hoàn tác');
    await until(() => document.activeElement?.id === `excerpt-${first?.id}`);
    expect((await stored()).filter(({ deleted }) => deleted)).toEqual([]);
  });

  it('offers what is picked for export, else all that is found', async () => {
    await open(await sample());
    await press('Xuất cả 2');
    await press('Lưu tệp (2 mục)');
    await press('Đóng');
    await act(() => find('.excerpt input').click());
    expect(find('.pick-bar label').textContent).toBe('Đã chọn 1');
    await press('Xuất 1 mục đã chọn');
    await until(() => button('Lưu tệp (1 mục)'));
  });

  it('never exports or deletes an excerpt that is picked but filtered away', async () => {
    await open(await sample());
    await until(() => document.querySelector('.pick-bar input'));
    await act(() => find('.pick-bar input').click());
    await until(() => find('.pick-bar label').textContent === 'Đã chọn 2');
    await type('input[type=search]', 'thuong');
    await until(() => find('.pick-bar label').textContent === 'Chọn cả 1');
    expect(all('.pick-bar button').map(({ textContent }) => textContent)).toEqual(['Xuất cả 1']);
  });

  it('tags, sets the state of and deletes all that is picked, and takes each back', async () => {
    await open(await sample());
    await until(() => document.querySelector('.pick-bar input'));
    await act(() => find('.pick-bar input').click());
    await press('Gắn, bỏ thẻ…');
    await type('.bulk [role=combobox]', 'họp');
    await key(find('.bulk [role=combobox]'), 'Enter');
    await act(() => find<HTMLFormElement>('.bulk form').requestSubmit());
    await until(() => find('.notice').textContent?.includes('Đã sửa 2 trích đoạn'));
    expect((await stored()).every(({ tags }) => tags.includes('họp'))).toBe(true);
    await press('Hoàn tác');
    await until(() => find('.notice').textContent?.includes('Đã hoàn tác'));
    expect((await stored()).some(({ tags }) => tags.includes('họp'))).toBe(false);
    await act(() => {
      const select = find<HTMLSelectElement>('.pick-bar select');
      select.value = 'approved';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await until(() => find('.notice').textContent?.includes('Đã duyệt 2'));
    expect((await stored()).map(({ review }) => review?.by)).toEqual(['An', 'An']);
  });

  it('draws one page of a thousand excerpts', async () => {
    const [one] = await sample();
    const many = Array.from({ length: 1000 }, () => ({ ...one, id: nextId() }) as Annotation);
    for (const each of many) delete each.revision;
    await open(many);
    await until(() => all('.excerpt').length === 50);
    const [before] = all('.excerpt').map(({ id }) => id);
    await press('Trang sau');
    await until(() => find('.excerpt').id !== before);
    expect(document.activeElement?.textContent).toBe('Sổ trích');
    expect(find('.pager').textContent).toContain('Trang 2 / 20');
  });

  it('is a table of the columns chosen, sorted by a press on a heading', async () => {
    await open(await sample());
    await press('Bảng');
    const values = () => all('tbody [data-column=amount]').map(({ textContent }) => textContent);
    await press('Giá trị');
    await until(() => values().join() === '27,31');
    await press('Giá trị');
    await until(() => values().join() === '31,27');
    expect(
      find('th[data-column=amount]').ariaSort ?? find('th[aria-sort]').getAttribute('aria-sort'),
    ).toBe('descending');
    const box = all('.columns label').find(({ textContent }) => textContent === 'Giá trị');
    await act(() => box?.querySelector('input')?.click());
    await until(() => all('th[data-column=amount]').length === 0);
    expect(await library().desk.choices()).toMatchObject({ layout: 'table' });
  });

  it('shows no empty table and no tools for it where nothing is found', async () => {
    await open(await sample());
    await press('Bảng');
    await until(() => all('tr[data-item]').length === 2);
    await type('input[type=search]', 'không có đâu');
    await until(() => all('.results .none').length === 1);
    expect(all('.results table, .results select')).toEqual([]);
    await press('Bỏ lọc');
    await until(() => all('tr[data-item]').length === 2);
  });

  it('is walked, opened, picked and edited by keys alone', async () => {
    await open(await sample());
    await press('Bảng');
    await until(() => all('tr[data-item]').length === 2);
    find('tr[data-item]').focus();
    await hotkey('ArrowDown');
    const [, second] = all('tr[data-item]');
    expect(document.activeElement === second).toBe(true);
    await hotkey('x');
    expect(find('.pick-bar label').textContent).toBe('Đã chọn 1');
    await hotkey('Enter');
    await until(() => document.querySelector('.opened'));
    await hotkey('e');
    await until(() => document.querySelector('.opened .editor'));
    await hotkey('/');
    expect((document.activeElement as HTMLInputElement).type).toBe('search');
  });

  it('marks a figure that leaves something open, and completes it on the spot', async () => {
    const [one] = await sample();
    await open(one ? [one] : []);
    await until(() => find('.missing').textContent?.includes('Thời điểm, Đơn vị, địa bàn'));
    await press('Bổ sung');
    await type('.excerpt .editor input', '2026');
    await act(() => find<HTMLFormElement>('.excerpt .editor').requestSubmit());
    await until(() => find('.missing').textContent?.startsWith('Còn thiếu: Đơn vị, địa bàn.'));
    expect(await stored()).toMatchObject([{ mention: { period: '2026' }, completed: ['period'] }]);
    expect(find('article').textContent).toContain('Bổ sung bằng tay: Thời điểm.');
  });

  it('shows what each edit changed', async () => {
    const [one] = await sample();
    await open(one ? [one] : []);
    await library().desk.edit(one?.id ?? '', { tags: ['họp'], note: 'mới' });
    await press('Lịch sử sửa “27”');
    await until(() => all('.history li').length === 2);
    expect(find('.history li').textContent).toContain('An');
    expect(all('.history del').map(({ textContent }) => textContent)).toEqual(['đảng viên']);
    expect(all('.history ins').map(({ textContent }) => textContent)).toEqual(['họp', 'mới']);
  });

  it('never makes a link of an address that is not of the web', async () => {
    const [one] = await sample();
    if (one) one.target.source = 'javascript:alert(1)';
    await open(one ? [one] : []);
    await until(() => document.querySelector('.excerpt'));
    const links = [...find('.excerpt').querySelectorAll('a')].map(({ protocol }) => protocol);
    expect(links).not.toContain('javascript:');
    expect(find('.source span').textContent).toBe('Chi bộ hai thôn');
  });

  it('says that damaged records are kept', async () => {
    await library()
      .db.table('annotations')
      .bulkAdd([1, 2, 3].map((at) => ({ id: `x${at}`, created: 'x' })));
    await open(await sample());
    await until(() =>
      document.querySelector('.banner')?.textContent?.includes('3 bản ghi không đọc được'),
    );
  });
});
