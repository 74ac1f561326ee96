// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TranslateProvider } from '../components/i18n.tsx';
import { placeAt } from '../components/library-views.ts';
import { Library } from '../components/Library.tsx';
import type { LibraryActions } from '../components/use-library-actions.ts';
import type { Annotation } from '../lib/core/annotation.ts';
import type { LibraryDesk, LibraryStatus } from '../lib/core/collection/library-desk.ts';
import { openDatabase, type Database } from '../lib/platform/database.ts';
import { LibraryService } from '../lib/platform/library-service.ts';
import { mergeCollection } from '../lib/platform/merge-collection.ts';
import { StorageError } from '../lib/platform/storage-error.ts';
import { collection, nextId, NOW, words } from './sample-collection.ts';

let db: Database;
let serial = 0;
let clock = NOW.getTime();
let stop = () => undefined as void;
let desk: LibraryDesk;
let root: HTMLElement;
let place = '';
let shown: LibraryStatus | undefined;
const actions: LibraryActions = {
  exports: {
    rows: () => Promise.resolve([]),
    run: () => Promise.resolve(0),
    loadProfiles: () => Promise.resolve([]),
    saveProfile: () => Promise.resolve([]),
    removeProfile: () => Promise.resolve([]),
  },
  backUp: () => Promise.resolve(),
  previewImport: () => Promise.reject(new Error('no file')),
  importFile: () => Promise.resolve([]),
};

beforeEach(() => {
  // jsdom lays nothing out and has no modal dialogs.
  Element.prototype.scrollIntoView = () => undefined;
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = () => undefined;
  db = openDatabase(`page-${serial++}`);
  root = document.body.appendChild(document.createElement('div'));
  place = '';
});
afterEach(async () => {
  render(null, root);
  root.remove();
  stop();
  await db.delete();
});

function draw(status = shown) {
  shown = status;
  return act(() =>
    render(
      <TranslateProvider value={words}>
        <Library place={placeAt(place)} desk={desk} status={status} actions={actions} />
      </TranslateProvider>,
      root,
    ),
  );
}

/** Opens the library on some excerpts, and waits until all are read and drawn. */
async function open(annotations: Annotation[], hash = '', change: Partial<LibraryDesk> = {}) {
  const { articles } = await collection();
  await mergeCollection(db, { annotations, articles }, NOW);
  const now = () => new Date((clock += 1000));
  const service = new LibraryService(db, now, { readerName: () => Promise.resolve('An') });
  desk = new Proxy(service as LibraryDesk, {
    get: (target, name: keyof LibraryDesk) => change[name] ?? target[name].bind(target),
  });
  place = hash;
  stop = await service.start(
    (status) => void draw(status),
    (error) => {
      throw error;
    },
  );
  await until(() => shown?.isComplete && root.querySelector('main > *'));
}

const sample = async (): Promise<Annotation[]> => (await collection()).annotations;

const until = (probe: () => unknown) =>
  vi.waitFor(async () => {
    await act(() => undefined);
    expect(probe()).toBeTruthy();
  });
const find = <Kind extends HTMLElement>(selector: string) => {
  const found = root.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector} in ${root.textContent}`);
  return found;
};
const all = (selector: string) => [...root.querySelectorAll(selector)];
const button = (name: string) => {
  const found = all('button').find((each) =>
    (each.ariaLabel ?? each.textContent)?.trim().startsWith(name),
  );
  if (!(found instanceof HTMLElement))
    throw new Error(`no button “${name}” in ${root.textContent}`);
  return found;
};
const press = async (name: string) => {
  await until(() => button(name));
  await act(() => button(name).click());
};
const type = async (selector: string, value: string) => {
  await until(() => root.querySelector(selector));
  await act(() => {
    const field = find<HTMLInputElement>(selector);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
};
const key = (target: Element, name: string, more: KeyboardEventInit = {}) =>
  act(() => {
    const init = { key: name, bubbles: true, cancelable: true, ...more };
    target.dispatchEvent(new KeyboardEvent('keydown', init));
  });
const hotkey = (name: string) => key(document.activeElement ?? document.body, name);
const stored = () => db.annotations.toArray();

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
    expect((await desk.choices()).saved).toEqual([
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
    await until(() => root.querySelector('.editor') === null);
    expect((await db.annotations.get(first.id))?.tags).toEqual(['đảng viên', 'thôn Thượng']);
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
    await until(() => root.querySelector('.pick-bar input'));
    await act(() => find('.pick-bar input').click());
    await until(() => find('.pick-bar label').textContent === 'Đã chọn 2');
    await type('input[type=search]', 'thuong');
    await until(() => find('.pick-bar label').textContent === 'Chọn cả 1');
    expect(all('.pick-bar button').map(({ textContent }) => textContent)).toEqual(['Xuất cả 1']);
  });

  it('tags, sets the state of and deletes all that is picked, and takes each back', async () => {
    await open(await sample());
    await until(() => root.querySelector('.pick-bar input'));
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
    expect(await desk.choices()).toMatchObject({ layout: 'table' });
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
    await until(() => root.querySelector('.opened'));
    await hotkey('e');
    await until(() => root.querySelector('.opened .editor'));
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
    await desk.edit(one?.id ?? '', { tags: ['họp'], note: 'mới' });
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
    await until(() => root.querySelector('.excerpt'));
    expect(find('.excerpt').querySelector('a')).toBeNull();
  });

  it('says that damaged records are kept', async () => {
    await db.table('annotations').bulkAdd([1, 2, 3].map((at) => ({ id: `x${at}`, created: 'x' })));
    await open(await sample());
    await until(() =>
      root.querySelector('.banner')?.textContent?.includes('3 bản ghi không đọc được'),
    );
  });
});

describe('the review queue', () => {
  it('is gone through by keys alone, each decision kept with who and why', async () => {
    const [one, two] = await sample();
    await open(
      [one, two].flatMap((each) => each ?? []),
      '#review',
    );
    await until(() => find('.in-context mark').textContent === '27');
    expect(find('.in-context').textContent).toBe(
      'Chi bộ thôn Hạ có 27 đảng viên. Chi bộ thôn Thượng có 31 đảng viên, tăng 12,5%.',
    );
    expect(find('.verdict').textContent).toContain('khớp');
    await hotkey('a');
    await until(() => find('.in-context mark').textContent === '31');
    await hotkey('r');
    await type('.editor textarea', 'Thiếu thời điểm');
    await key(find('.editor textarea'), 'Enter', { ctrlKey: true });
    await until(() => find('h2').textContent === 'Đã xem hết các mục.');
    expect(
      (await stored()).map(({ review }) => [review?.state, review?.by, review?.reason]),
    ).toEqual([
      ['approved', 'An', undefined],
      ['returned', 'An', 'Thiếu thời điểm'],
    ]);
    await press('Mục trước');
    await until(() => find('.review').textContent?.includes('Trả lại An'));
  });

  it('takes no letter typed into a field for a decision', async () => {
    await open(await sample(), '#review');
    await until(() => root.querySelector('.in-context'));
    await hotkey('e');
    await until(() => root.querySelector('.editor textarea'));
    await key(find('.editor textarea'), 'a');
    expect((await stored()).every(({ review }) => review === undefined)).toBe(true);
  });

  it('says so when nothing waits', async () => {
    const [one] = await sample();
    await open(one ? [{ ...one, review: { state: 'approved' } }] : [], '#review');
    await until(() => find('h2').textContent === 'Không có mục nào chờ xét.');
  });
});

describe('articles', () => {
  it('are listed and read with their excerpts in place, numbered both ways', async () => {
    await open(await sample(), '#articles');
    await until(() => find('.article-list').textContent?.includes('2 trích đoạn'));
    const [article] = await db.articles.toArray();
    expect(find<HTMLAnchorElement>('.article-list a').hash).toBe(`#articles/${article?.id}`);
    place = `#articles/${article?.id}`;
    await draw();
    await until(() => all('.story mark').length === 2);
    expect(all('.story .text').map(({ textContent }) => textContent)).toEqual([
      'Chi bộ thôn Hạ có 271 đảng viên. Chi bộ thôn Thượng có 312 đảng viên, tăng 12,5%.',
    ]);
    await press('Đến trích đoạn số 2');
    expect(document.activeElement?.textContent).toContain('31');
    await press('Đến chỗ số 2 trong bài');
    expect(document.activeElement?.id).toBe('mark-1');
  });

  it('show where each field was read, and that a person edited it', async () => {
    await open(await sample(), '#articles');
    const [article] = await db.articles.toArray();
    place = `#articles/${article?.id}`;
    await draw();
    await press('Sửa thông tin bài');
    await type('.story .editor label:nth-of-type(3) input', 'hôm qua');
    expect(find('.story [role=alert]').textContent).toContain('Ngày chưa đúng');
    await type('.story .editor label:nth-of-type(3) input', '15/7/2020');
    await act(() => find<HTMLFormElement>('.story .editor').requestSubmit());
    await until(() => find('.about').textContent?.includes('15/07/2020 (người dùng sửa)'));
    expect((await db.articles.toArray())[0]).toMatchObject({
      publishedTime: '2020-07-15',
      origins: { publishedTime: 'edited', title: 'json-ld' },
    });
  });
});
