// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../lib/core/annotation.ts';
import { StorageError } from '../lib/platform/storage-error.ts';
import { nextId } from './sample-collection.ts';
import * as page from './drawn-library.tsx';

describe('the list of excerpts', () => {
  it('tells a clerk with nothing clipped what to do first', async () => {
    await page.open([]);
    await page.until(() => page.all('.empty li').length === 3);
  });

  it('shows the sentence with its figure marked, the reading and the source', async () => {
    await page.open((await page.sample()).slice(0, 1));
    await page.until(() => page.find('.excerpt mark').textContent === '27');
    expect(page.find('.excerpt .facts').textContent).toContain('Đối tượngđảng viên');
    const link = page.find<HTMLAnchorElement>('.source a').href;
    expect(link).toContain('bai-1.html?utm_source=zalo#:~:text=');
    expect(page.find('.source').textContent).toContain('20/11/2026 06:07');
  });

  it('says how many excerpts the words typed without accents find', async () => {
    await page.open(await page.sample());
    await page.type('input[type=search]', 'thuong');
    await page.until(() => page.all('.excerpt').length === 1);
    expect(page.find('[role=status]').textContent).toBe('Tìm thấy 1 trong 2 trích đoạn');
    await page.type('input[type=search]', 'không có đâu');
    await page.press('Bỏ lọc');
    await page.until(() => page.all('.excerpt').length === 2);
  });

  it('narrows by a facet, and keeps the search under a name', async () => {
    const [one, two] = await page.sample();
    if (one) one.tags = ['họp'];
    await page.open([one, two].flatMap((each) => each ?? []));
    await page.press('họp');
    await page.until(() => page.all('.excerpt').length === 1);
    await page.press('Lưu tìm kiếm này…');
    await page.type('.saved input', 'Việc họp');
    await act(() => page.find<HTMLFormElement>('.saved form').requestSubmit());
    await page.press('Bỏ các mục đã chọn');
    await page.until(() => page.all('.excerpt').length === 2);
    await page.press('Việc họp');
    await page.until(() => page.all('.excerpt').length === 1);
    expect((await page.library().desk.choices()).saved).toEqual([
      { name: 'Việc họp', text: '', chosen: { tag: ['họp'] } },
    ]);
  });

  it('completes a tag typed without accents and saves by keyboard alone', async () => {
    const [first, second] = await page.sample();
    if (!first || !second) throw new Error('the sample has two');
    await page.open([first, { ...second, tags: ['thôn Thượng'] }]);
    await page.press('Sửa thẻ và ghi chú của “27”');
    await page.type('[role=combobox]', 'thuong');
    await page.key(page.find('[role=combobox]'), 'ArrowDown');
    await page.key(page.find('[role=combobox]'), 'Enter');
    await page.key(page.find('[role=combobox]'), 'Enter', { ctrlKey: true });
    await page.until(() => document.querySelector('.editor') === null);
    expect((await page.library().db.annotations.get(first.id))?.tags).toEqual([
      'đảng viên',
      'thôn Thượng',
    ]);
    await page.until(() => document.activeElement === page.button('Sửa thẻ và ghi chú của “27”'));
  });

  it('keeps what was typed on screen when it could not be stored, and says why', async () => {
    const edit = () => Promise.reject(new StorageError('quota'));
    await page.open(await page.sample(), '', { edit });
    await page.press('Sửa thẻ và ghi chú của “27”');
    await page.type('.editor textarea', 'đối chiếu lại');
    await page.press('Lưu');
    await page.until(() => page.find('[role=alert]').textContent?.includes('hết chỗ lưu'));
    expect(page.find<HTMLTextAreaElement>('.editor textarea').value).toBe('đối chiếu lại');
  });

  it('gives deleted excerpts back by one press, the keyboard following both ways', async () => {
    const [first, second] = await page.sample();
    await page.open(await page.sample().then(() => [first, second].flatMap((each) => each ?? [])));
    await page.press('Xóa “27”');
    await page.until(() => document.activeElement?.id === `excerpt-${second?.id}`);
    await page.press('Hoàn tác');
    await page.until(() => document.activeElement?.id === `excerpt-${first?.id}`);
    expect((await page.stored()).filter(({ deleted }) => deleted)).toEqual([]);
  });

  it('offers what is picked for export, else all that is found', async () => {
    await page.open(await page.sample());
    await page.press('Xuất cả 2');
    await page.press('Lưu tệp (2 mục)');
    await page.press('Đóng');
    await act(() => page.find('.excerpt input').click());
    expect(page.find('.pick-bar label').textContent).toBe('Đã chọn 1');
    await page.press('Xuất 1 mục đã chọn');
    await page.until(() => page.button('Lưu tệp (1 mục)'));
  });

  it('never exports or deletes an excerpt that is picked but filtered away', async () => {
    await page.open(await page.sample());
    await page.until(() => document.querySelector('.pick-bar input'));
    await act(() => page.find('.pick-bar input').click());
    await page.until(() => page.find('.pick-bar label').textContent === 'Đã chọn 2');
    await page.type('input[type=search]', 'thuong');
    await page.until(() => page.find('.pick-bar label').textContent === 'Chọn cả 1');
    expect(page.all('.pick-bar button').map(({ textContent }) => textContent)).toEqual([
      'Xuất cả 1',
    ]);
  });

  it('tags, sets the state of and deletes all that is picked, and takes each back', async () => {
    await page.open(await page.sample());
    await page.until(() => document.querySelector('.pick-bar input'));
    await act(() => page.find('.pick-bar input').click());
    await page.press('Gắn, bỏ thẻ…');
    await page.type('.bulk [role=combobox]', 'họp');
    await page.key(page.find('.bulk [role=combobox]'), 'Enter');
    await act(() => page.find<HTMLFormElement>('.bulk form').requestSubmit());
    await page.until(() => page.find('.notice').textContent?.includes('Đã sửa 2 trích đoạn'));
    expect((await page.stored()).every(({ tags }) => tags.includes('họp'))).toBe(true);
    await page.press('Hoàn tác');
    await page.until(() => page.find('.notice').textContent?.includes('Đã hoàn tác'));
    expect((await page.stored()).some(({ tags }) => tags.includes('họp'))).toBe(false);
    const menu = page.find<HTMLDetailsElement>('.pick-bar .menu');
    menu.open = true;
    await page.key(page.button('Đã kiểm'), 'Escape');
    expect([menu.open, document.activeElement?.localName]).toEqual([false, 'summary']);
    menu.open = true;
    await act(() => page.button('Đã duyệt').click());
    expect([menu.open, document.activeElement?.localName]).toEqual([false, 'summary']);
    await page.until(() => page.find('.notice').textContent?.includes('Đã duyệt 2'));
    expect((await page.stored()).map(({ review }) => review?.by)).toEqual(['An', 'An']);
  });

  it('draws one page of a thousand excerpts', async () => {
    const [one] = await page.sample();
    const many = Array.from({ length: 1000 }, () => ({ ...one, id: nextId() }) as Annotation);
    for (const each of many) delete each.revision;
    await page.open(many);
    await page.until(() => page.all('.excerpt').length === 50);
    const [before] = page.all('.excerpt').map(({ id }) => id);
    await page.press('Trang sau');
    await page.until(() => page.find('.excerpt').id !== before);
    expect(document.activeElement?.textContent).toBe('Sổ trích');
    expect(page.find('.pager').textContent).toContain('Trang 2 / 20');
  });

  it('is a table of the columns chosen, sorted by a press on a heading', async () => {
    await page.open(await page.sample());
    await page.press('Bảng');
    const values = () =>
      page.all('tbody [data-column=amount]').map(({ textContent }) => textContent);
    await page.press('Giá trị');
    await page.until(() => values().join() === '27,31');
    await page.press('Giá trị');
    await page.until(() => values().join() === '31,27');
    expect(
      page.find('th[data-column=amount]').ariaSort ??
        page.find('th[aria-sort]').getAttribute('aria-sort'),
    ).toBe('descending');
    const box = page.all('.columns label').find(({ textContent }) => textContent === 'Giá trị');
    await act(() => box?.querySelector('input')?.click());
    await page.until(() => page.all('th[data-column=amount]').length === 0);
    expect(await page.library().desk.choices()).toMatchObject({ layout: 'table' });
  });

  it('shows no empty table and no tools for it where nothing is found', async () => {
    await page.open(await page.sample());
    await page.press('Bảng');
    await page.until(() => page.all('tr[data-item]').length === 2);
    await page.type('input[type=search]', 'không có đâu');
    await page.until(() => page.all('.results .none').length === 1);
    expect(page.all('.results table, .results select')).toEqual([]);
    await page.press('Bỏ lọc');
    await page.until(() => page.all('tr[data-item]').length === 2);
  });

  it('is walked, opened, picked and edited by keys alone', async () => {
    await page.open(await page.sample());
    await page.press('Bảng');
    await page.until(() => page.all('tr[data-item]').length === 2);
    page.find('tr[data-item]').focus();
    await page.hotkey('ArrowDown');
    const [, second] = page.all('tr[data-item]');
    expect(document.activeElement === second).toBe(true);
    await page.hotkey('x');
    expect(page.find('.pick-bar label').textContent).toBe('Đã chọn 1');
    await page.hotkey('Enter');
    await page.until(() => document.querySelector('.opened'));
    await page.hotkey('e');
    await page.until(() => document.activeElement?.closest('.opened .editor'));
    await page.hotkey('Escape');
    await page.hotkey('ArrowUp');
    expect(document.activeElement === page.all('tr[data-item]')[0]).toBe(true);
    await page.hotkey('/');
    expect((document.activeElement as HTMLInputElement).type).toBe('search');
  });

  it('is led back into by J wherever the mouse has left the keyboard', async () => {
    await page.open(await page.sample());
    await page.press('Bảng');
    await page.until(() => page.all('tr[data-item]').length === 2);
    const [first, second] = page.all('tr[data-item]');
    page.button('Câu trích').focus();
    await page.hotkey('j');
    expect(document.activeElement === first).toBe(true);
    await page.hotkey('j');
    page.button('Bảng').focus();
    await page.hotkey('k');
    expect(document.activeElement === second).toBe(true);
    page.button('Bảng').focus();
    await page.hotkey('x');
    await page.key(document.activeElement ?? document.body, 'j', { ctrlKey: true });
    expect(document.activeElement === page.button('Bảng')).toBe(true);
    expect(page.all('tr[data-item] input:checked')).toEqual([]);
  });

  it('loses one excerpt to a Delete key pressed twice or held, with the way back', async () => {
    const [one, two, ...others] = await page.sample();
    await page.open([one, two, ...others].flatMap((each) => each ?? []));
    await page.until(() => page.all('li.excerpt').length > 1);
    page.find('li.excerpt').focus();
    await Promise.all([page.hotkey('Delete'), page.hotkey('Delete')]);
    await page.until(() => page.button('Hoàn tác'));
    await page.until(() => document.activeElement?.matches('li.excerpt'));
    await page.key(document.activeElement ?? document.body, 'Delete', { repeat: true });
    await page.press('Hoàn tác');
    await page.until(() => page.find('.notice').textContent?.includes('Đã hoàn tác'));
    expect((await page.stored()).filter(({ deleted }) => deleted)).toEqual([]);
  });

  it('keeps its tags when a Vietnamese keyboard sends Backspaces and Enters of its own', async () => {
    const [one] = await page.sample();
    await page.open(one ? [{ ...one, tags: ['họp', 'thôn Hạ'] }] : []);
    await page.press('Sửa thẻ và ghi chú của “27”');
    const field = page.find('[role=combobox]');
    const tags = () => page.all('.editor .tag').length;
    const enter = new KeyboardEvent('keydown', {
      key: 'Enter',
      isComposing: true,
      cancelable: true,
    });
    field.dispatchEvent(enter);
    expect(enter.defaultPrevented).toBe(true);
    await page.key(field, 'Backspace');
    await page.key(field, 'é');
    await page.key(field, 'Backspace', { repeat: true });
    expect(tags()).toBe(2);
    await page.key(field, 'Backspace');
    expect(page.find('.editor [data-marked]').textContent).toContain('thôn Hạ');
    await page.key(field, 'Backspace');
    expect(tags()).toBe(1);
  });

  it('marks a figure that leaves something open, and completes it on the spot', async () => {
    const [one] = await page.sample();
    await page.open(one ? [one] : []);
    await page.until(() =>
      page.find('.missing').textContent?.includes('Thời điểm, Đơn vị, địa bàn'),
    );
    await page.press('Bổ sung');
    await page.type('.excerpt .editor input', '2026');
    await act(() => page.find<HTMLFormElement>('.excerpt .editor').requestSubmit());
    await page.until(() =>
      page.find('.missing').textContent?.startsWith('Còn thiếu: Đơn vị, địa bàn.'),
    );
    expect(await page.stored()).toMatchObject([
      { mention: { period: '2026' }, completed: ['period'] },
    ]);
    expect(page.find('article').textContent).toContain('Bổ sung bằng tay: Thời điểm.');
  });

  it('shows what each edit changed', async () => {
    const [one] = await page.sample();
    await page.open(one ? [one] : []);
    await page.library().desk.edit(one?.id ?? '', { tags: ['họp'], note: 'mới' });
    await page.press('Lịch sử sửa “27”');
    await page.until(() => page.all('.history li').length === 2);
    expect(page.find('.history li').textContent).toContain('An');
    expect(page.all('.history del').map(({ textContent }) => textContent)).toEqual(['đảng viên']);
    expect(page.all('.history ins').map(({ textContent }) => textContent)).toEqual(['họp', 'mới']);
  });

  it('never makes a link of an address that is not of the web', async () => {
    const [one] = await page.sample();
    if (one) one.target.source = 'javascript:alert(1)';
    await page.open(one ? [one] : []);
    await page.until(() => document.querySelector('.excerpt'));
    const links = [...page.find('.excerpt').querySelectorAll('a')].map(({ protocol }) => protocol);
    expect(links).not.toContain('javascript:');
    expect(page.find('.source span').textContent).toBe('Chi bộ hai thôn');
  });

  it('says that damaged records are kept', async () => {
    await page
      .library()
      .db.table('annotations')
      .bulkAdd([1, 2, 3].map((at) => ({ id: `x${at}`, created: 'x' })));
    await page.open(await page.sample());
    await page.until(() =>
      document.querySelector('.banner')?.textContent?.includes('3 bản ghi không đọc được'),
    );
  });
});
