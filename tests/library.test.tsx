// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TranslateProvider } from '../components/i18n.tsx';
import { Library } from '../components/Library.tsx';
import type { LibraryActions } from '../components/use-library-actions.ts';
import { makeExcerpt, type Excerpt } from '../lib/core/collection/excerpt.ts';
import { collection, words } from './sample-collection.ts';

let excerpts: Excerpt[];
let root: HTMLElement;
const actions = {
  edit: vi.fn<LibraryActions['edit']>(),
  trash: vi.fn<LibraryActions['trash']>(),
  restore: vi.fn<LibraryActions['restore']>(),
  exports: {
    rows: vi.fn<LibraryActions['exports']['rows']>(),
    run: vi.fn<LibraryActions['exports']['run']>(),
    loadProfiles: vi.fn<LibraryActions['exports']['loadProfiles']>(),
    saveProfile: vi.fn<LibraryActions['exports']['saveProfile']>(),
    removeProfile: vi.fn<LibraryActions['exports']['removeProfile']>(),
  },
  backUp: vi.fn<LibraryActions['backUp']>(),
  previewImport: vi.fn<LibraryActions['previewImport']>(),
  importFile: vi.fn<LibraryActions['importFile']>(),
};

beforeEach(async () => {
  // jsdom lays nothing out.
  Element.prototype.scrollIntoView = () => undefined;
  vi.resetAllMocks();
  const { annotations, articles } = await collection();
  excerpts = annotations.map((annotation) => makeExcerpt(annotation, articles[0]));
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

function show(shown: readonly Excerpt[] | undefined = excerpts, damaged = 0) {
  return act(() =>
    render(
      <TranslateProvider value={words}>
        <Library view="library" excerpts={shown} damaged={damaged} actions={actions} />
      </TranslateProvider>,
      root,
    ),
  );
}

const find = <Kind extends HTMLElement>(selector: string) => {
  const found = root.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector} in ${root.textContent}`);
  return found;
};
const button = (name: string) => {
  const all = [...root.querySelectorAll('button')];
  const found = all.find((each) => (each.ariaLabel ?? each.textContent)?.startsWith(name));
  if (!found) throw new Error(`no button “${name}”`);
  return found;
};
const press = (name: string) => act(() => button(name).click());
const type = (selector: string, value: string) =>
  act(() => {
    const field = find<HTMLInputElement>(selector);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
const key = (selector: string, name: string, more: KeyboardEventInit = {}) =>
  act(() => {
    const init = { key: name, bubbles: true, cancelable: true, ...more };
    find(selector).dispatchEvent(new KeyboardEvent('keydown', init));
  });

describe('the library page', () => {
  it('tells a clerk with nothing clipped what to do first', async () => {
    await show([]);
    expect(root.querySelectorAll('.empty li')).toHaveLength(3);
  });

  it('shows the sentence with its figure marked, the reading and the source', async () => {
    await show();
    expect(find('.excerpt mark').textContent).toBe('27');
    expect(find('.excerpt .facts').textContent).toContain('Đối tượngđảng viên');
    expect(find<HTMLAnchorElement>('.source a').href).toContain(
      'bai-1.html?utm_source=zalo#:~:text=',
    );
    expect(find('.source').textContent).toContain('20/11/2026 06:07');
  });

  it('says how many excerpts the words typed without accents find', async () => {
    await show();
    await type('input[type=search]', 'thuong');
    expect(root.querySelectorAll('.excerpt')).toHaveLength(1);
    expect(find('[role=status]').textContent).toBe('Tìm thấy 1 trong 2 trích đoạn');
    await type('input[type=search]', 'không có đâu');
    await press('Bỏ lọc');
    expect(root.querySelectorAll('.excerpt')).toHaveLength(2);
  });

  it('completes a tag typed without accents and saves by keyboard alone', async () => {
    const [first, second] = excerpts;
    if (second) second.annotation.tags = ['thôn Thượng'];
    actions.edit.mockResolvedValue(undefined);
    await show();
    await press('Sửa thẻ và ghi chú của “27”');
    await type('[role=combobox]', 'thuong');
    await key('[role=combobox]', 'ArrowDown');
    await key('[role=combobox]', 'Enter');
    await key('[role=combobox]', 'Enter', { ctrlKey: true });
    expect(actions.edit.mock.calls).toEqual([
      [first?.annotation.id, { tags: ['đảng viên', 'thôn Thượng'], note: '' }],
    ]);
    await vi.waitFor(() => expect(root.querySelector('.editor')).toBeNull());
    const opener = button('Sửa thẻ và ghi chú của “27”');
    await vi.waitFor(() => expect(document.activeElement === opener).toBe(true));
  });

  it('keeps what was typed on screen when it could not be stored, and says why', async () => {
    const full = Object.assign(new Error('full'), { messageKey: 'error_storage_quota' });
    actions.edit.mockRejectedValue(full);
    await show();
    await press('Sửa thẻ và ghi chú của “27”');
    await type('.editor textarea', 'đối chiếu lại');
    await press('Lưu');
    await vi.waitFor(() => expect(find('[role=alert]').textContent).toContain('hết chỗ lưu'));
    expect(find<HTMLTextAreaElement>('.editor textarea').value).toBe('đối chiếu lại');
  });

  it('gives deleted excerpts back by one press, the keyboard following both ways', async () => {
    const [first, second] = excerpts;
    if (!first || !second) throw new Error('the sample has two');
    actions.trash.mockResolvedValue([first.annotation]);
    actions.restore.mockResolvedValue([first.annotation]);
    await show();
    await press('Xóa “27”');
    await show([second]);
    expect(document.activeElement?.id).toBe(`excerpt-${second.annotation.id}`);
    await vi.waitFor(() => button('Hoàn tác'));
    await press('Hoàn tác');
    expect(actions.restore).toHaveBeenCalledWith([first.annotation.id]);
    await show();
    expect(document.activeElement?.id).toBe(`excerpt-${first.annotation.id}`);
  });

  it('offers what is picked for export, else all that is found', async () => {
    // jsdom has no modal dialogs.
    HTMLDialogElement.prototype.showModal = () => undefined;
    actions.exports.rows.mockResolvedValue([]);
    actions.exports.loadProfiles.mockResolvedValue([]);
    await show();
    await press('Xuất cả 2');
    expect(button('Lưu tệp (2 mục)')).toBeTruthy();
    await press('Đóng');
    await act(() => find('.excerpt input').click());
    expect(find('.pick-bar label').textContent).toBe('Đã chọn 1');
    await press('Xuất 1 mục đã chọn');
    expect(button('Lưu tệp (1 mục)')).toBeTruthy();
  });

  it('never exports or deletes an excerpt that is picked but filtered away', async () => {
    actions.trash.mockResolvedValue([]);
    await show();
    await act(() => find('.pick-bar input').click());
    await type('input[type=search]', 'thuong');
    await press('Xóa 1 mục đã chọn');
    expect(actions.trash.mock.calls).toEqual([[[excerpts[1]?.annotation.id]]]);
  });

  it('draws one page of ten thousand excerpts', async () => {
    const [one] = excerpts;
    const many = Array.from({ length: 10_000 }, (_, at) => ({
      ...one,
      annotation: { ...one?.annotation, id: `${at}` },
    })) as Excerpt[];
    await show(many);
    expect(root.querySelectorAll('.excerpt')).toHaveLength(50);
    await press('Trang sau');
    expect(find('.excerpt').id).toBe('excerpt-50');
    expect(document.activeElement?.textContent).toBe('Sổ trích');
  });

  it('never makes a link of an address that is not of the web', async () => {
    const [first] = excerpts;
    if (first) first.annotation.target.source = 'javascript:alert(1)';
    await show();
    expect(find('.excerpt').querySelector('a')).toBeNull();
  });

  it('says that damaged records are kept', async () => {
    await show(excerpts, 3);
    expect(find('.banner').textContent).toContain('3 bản ghi không đọc được');
  });
});
