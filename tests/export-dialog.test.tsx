// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExportActions } from '../components/export-actions.ts';
import { ExportDialog } from '../components/ExportDialog.tsx';
import { EVERYTHING } from '../lib/core/collection/search-index.ts';
import { columns } from '../lib/core/export/columns.ts';
import { standardChoice, type ExportProfile } from '../lib/core/export/profile.ts';
import { root, show as draw } from './drawn-dialog.tsx';
import { noStyles } from './drawn-packs.ts';
import { exportText, rowsOf } from './export-sample.ts';
import { collection, words } from './sample-collection.ts';

const actions = {
  count: vi.fn<ExportActions['count']>(),
  rows: vi.fn<ExportActions['rows']>(),
  run: vi.fn<ExportActions['run']>(),
  loadProfiles: vi.fn<ExportActions['loadProfiles']>(),
  saveProfile: vi.fn<ExportActions['saveProfile']>(),
  removeProfile: vi.fn<ExportActions['removeProfile']>(),
  styles: noStyles,
};
const onExported = vi.fn<(written: number, of: number) => void>();
const onClose = vi.fn<() => void>();

let sample: Awaited<ReturnType<typeof collection>>;

beforeEach(async () => {
  vi.resetAllMocks();
  sample = await collection();
  actions.rows.mockResolvedValue(rowsOf(sample));
  actions.loadProfiles.mockResolvedValue([]);
});

/** One excerpt picked of two found, of which so many are approved. */
const PICKED = { total: 1, approved: 0, selection: ['x'] };
const show = (picked?: typeof PICKED, approved = 0) =>
  draw(
    <ExportDialog
      request={EVERYTHING}
      found={{ total: 2, approved }}
      picked={picked}
      actions={actions}
      onExported={onExported}
      onClose={onClose}
    />,
  );

function named<Kind extends HTMLElement>(selector: string, name: string): Kind {
  const all = [...root.querySelectorAll<Kind>(selector)];
  const found = all.find((each) =>
    (each.ariaLabel ?? each.closest('label')?.textContent ?? each.textContent)?.includes(name),
  );
  if (!found) throw new Error(`no ${selector} “${name}” in ${root.textContent}`);
  return found;
}
const press = (selector: string, name: string) => act(() => named(selector, name).click());
const save = () => press('button', 'Lưu tệp (');
const choose = (name: string, value: string) =>
  act(() => {
    const select = named<HTMLSelectElement>('select', name);
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
const typeName = (words: string) =>
  act(() => {
    const name = root.querySelector<HTMLInputElement>('.keep input');
    if (!name) throw new Error('no field for the name');
    name.value = words;
    name.dispatchEvent(new Event('input', { bubbles: true }));
  });
const headers = () => [...root.querySelectorAll('th')].map(({ textContent }) => textContent);

describe('the export dialog', () => {
  it('shows the first rows, as they will be, before anything is saved', async () => {
    await show();
    await vi.waitFor(() => expect(root.querySelectorAll('tbody tr')).toHaveLength(2));
    const [row] = root.querySelectorAll('tbody tr');
    const cells = [...(row?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent);
    expect(cells[headers().indexOf('Giá trị')]).toBe('27');
    expect(cells[headers().indexOf('Ngày đăng')]).toBe('20/11/2026 06:07');
    expect(actions.run).not.toHaveBeenCalled();
  });

  it('shows what the kind of file chosen will say, to the letter', async () => {
    await show();
    await press('input[type=radio]', words('format_csv'));
    await vi.waitFor(() => expect(root.querySelectorAll('tbody tr')).toHaveLength(2));
    const shown = [...root.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map(({ textContent }) => textContent),
    );
    const csv = await exportText('csv', sample);
    const [, ...lines] = csv.trim().split('\r\n');
    const isWhole = shown
      .flat()
      .map((cell) => csv.includes(cell.replace(/…$/, '').replaceAll('"', '""')));
    expect(isWhole).not.toContain(false);
    expect(lines).toHaveLength(shown.length);
    expect(shown[0]?.[headers().indexOf('Ngày đăng')]).toBe('2026-11-20T06:07:00+07:00');
  });

  it('shows how the first article will be cited in the style chosen', async () => {
    actions.rows.mockImplementation((_, __, ___, style) =>
      Promise.resolve(
        rowsOf(sample).map((row) => ({ ...row, citation: style && `theo ${style}` })),
      ),
    );
    await show();
    await vi.waitFor(() =>
      expect(root.querySelector('.preview p')?.textContent).toContain('Nguyễn Văn Mẫu (2026), “'),
    );
    await choose('Kiểu trích dẫn', 'harvard');
    await vi.waitFor(() =>
      expect(root.querySelector('.preview p')?.textContent).toContain('theo harvard'),
    );
  });

  it('exports what was picked, unless all that is shown is asked for', async () => {
    actions.run.mockResolvedValue(1);
    await show(PICKED);
    await save();
    await vi.waitFor(() => expect(onExported).toHaveBeenCalledWith(1, 1));
    await press('input[type=radio]', 'Cả 2 mục đang hiện');
    await save();
    expect(actions.run.mock.calls.map(([{ outgoing, total }]) => [total, outgoing])).toEqual([
      [1, { found: EVERYTHING, picked: ['x'], isApproved: false }],
      [2, { found: EVERYTHING, picked: undefined, isApproved: false }],
    ]);
  });

  it('lets nothing but approved excerpts out when that is asked for', async () => {
    actions.run.mockResolvedValue(1);
    await show(undefined, 1);
    await press('input[type=checkbox]', 'Chỉ lấy mục đã duyệt (1)');
    await save();
    const [task] = actions.run.mock.calls[0] ?? [];
    expect(task).toMatchObject({ total: 1, outgoing: { found: EVERYTHING, isApproved: true } });
  });

  it('says why nothing can be saved when no excerpt is approved', async () => {
    await show();
    await press('input[type=checkbox]', 'Chỉ lấy mục đã duyệt (0)');
    expect(root.querySelector('[role=alert]')?.textContent).toBe(words('export_none'));
    expect(named<HTMLButtonElement>('button', 'Lưu tệp').disabled).toBe(true);
  });

  it('puts columns in another order by keyboard, and says where they are now', async () => {
    await show();
    const before = headers();
    await act(() => {
      const box = named('.columns input', before[1] ?? '');
      box.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true }),
      );
    });
    expect(headers().slice(0, 2)).toEqual([before[1], before[0]]);
    expect(root.querySelector('.columns [role=status]')?.textContent).toBe(
      `Cột “${before[1]}” nay đứng thứ 1`,
    );
    await press('.columns button', `Đưa cột “${before[1]}” xuống`);
    await press('.columns input', before[2] ?? '');
    expect(headers().slice(0, 3)).toEqual([before[0], before[1], before[3]]);
  });

  it('leaves a column in its place in the list when it is unticked, and takes it back there', async () => {
    await show();
    const before = headers();
    const [, second = '', third = ''] = before;
    const listed = () =>
      [...root.querySelectorAll('.columns li label')].map(({ textContent }) => textContent);
    const list = listed();
    await press('.columns input', second);
    await press('.columns input', third);
    expect(listed()).toEqual(list);
    await press('.columns button', `Đưa cột “${before[3]}” lên`);
    expect(headers().slice(0, 2)).toEqual([before[3], before[0]]);
    await press('.columns input', third);
    expect(headers().slice(0, 3)).toEqual([before[3], before[0], third]);
    await choose('Mẫu xuất', 'standard');
    expect(listed()).toEqual(list);
  });

  it('keeps a choice under a name, uses it again and deletes it', async () => {
    await show();
    await press('input[type=radio]', 'Bảng CSV');
    await choose('Xếp theo', 'tag');
    await choose('Kiểu trích dẫn', 'apa');
    const profile: ExportProfile = {
      ...standardChoice('csv'),
      order: 'tag',
      citationStyle: 'apa',
      id: 'p1',
      name: 'Báo cáo quý',
    };
    actions.saveProfile.mockResolvedValue([profile]);
    await typeName(' Báo cáo quý ');
    await press('button', 'Lưu mẫu');
    const { id: _, name, ...choice } = profile;
    expect(actions.saveProfile.mock.calls).toEqual([[name, choice, undefined]]);
    await vi.waitFor(() => expect(named<HTMLSelectElement>('select', 'Mẫu xuất').value).toBe('p1'));
    await choose('Mẫu xuất', 'all');
    expect(headers()).toHaveLength(columns.length);
    await choose('Mẫu xuất', 'standard');
    expect(named<HTMLSelectElement>('select', 'Kiểu trích dẫn').value).toBe('');
    await choose('Mẫu xuất', 'p1');
    expect(named<HTMLSelectElement>('select', 'Kiểu trích dẫn').value).toBe('apa');
    actions.removeProfile.mockResolvedValue([]);
    await press('button', 'Xóa mẫu “Báo cáo quý”');
    expect(actions.removeProfile).toHaveBeenCalledWith('p1');
  });

  it('puts a choice in the place of the one of that name, and says so before', async () => {
    const profile: ExportProfile = { ...standardChoice('xlsx'), id: 'p1', name: 'Báo cáo quý' };
    actions.loadProfiles.mockResolvedValue([profile]);
    actions.saveProfile.mockResolvedValue([profile]);
    await show();
    // Nothing in a dialog that is not open has the keyboard.
    root.querySelector('dialog')?.setAttribute('open', '');
    await press('input[type=radio]', 'Bảng CSV');
    await typeName('Báo cáo quý ');
    await press('button', 'Thay mẫu cùng tên');
    expect(actions.saveProfile.mock.calls).toEqual([['Báo cáo quý', standardChoice('csv'), 'p1']]);
    const list = named<HTMLSelectElement>('select', 'Mẫu xuất');
    await vi.waitFor(() => expect(document.activeElement).toBe(list));
    actions.removeProfile.mockResolvedValue([]);
    const remove = named<HTMLButtonElement>('button', 'Xóa mẫu');
    remove.focus();
    await act(() => remove.click());
    expect(document.activeElement).toBe(list);
  });

  it('shows how far it is, cancels on Escape, and stays open saying that no file was saved', async () => {
    actions.run.mockImplementation(
      (_, signal, heard) =>
        new Promise((_, reject) => {
          heard(1);
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    );
    await show();
    await save();
    expect(root.querySelector<HTMLProgressElement>('progress')?.value).toBe(1);
    expect(root.querySelector('.progress')?.textContent).toContain('1 / 2');
    await act(() => {
      root.querySelector('dialog')?.dispatchEvent(new Event('cancel', { cancelable: true }));
    });
    await vi.waitFor(() =>
      expect(root.querySelector('[role=alert]')?.textContent).toContain(
        'không có tệp nào được lưu',
      ),
    );
    expect(onClose).not.toHaveBeenCalled();
    expect(onExported).not.toHaveBeenCalled();
  });

  it('lets a second press of the button neither cancel nor start again, and leaves it where it was', async () => {
    actions.run.mockImplementation(() => new Promise(() => undefined));
    await show();
    const button = named<HTMLButtonElement>('button', 'Lưu tệp (');
    await save();
    await save();
    // A button that goes, or is disabled, loses the keyboard.
    expect(button.isConnected).toBe(true);
    expect([button.disabled, button.ariaDisabled]).toEqual([false, 'true']);
    expect(actions.run).toHaveBeenCalledTimes(1);
    expect(root.querySelector('progress')).not.toBeNull();
  });

  it('says what went wrong and what was kept when the file cannot be made', async () => {
    actions.run.mockRejectedValue(Object.assign(new Error('full'), { messageKey: 'error_export' }));
    await show();
    await save();
    await vi.waitFor(() =>
      expect(root.querySelector('[role=alert]')?.textContent).toContain('Sổ trích vẫn nguyên'),
    );
  });

  it('cancels what is running when the page leaves it', async () => {
    let running: AbortSignal | undefined;
    actions.run.mockImplementation((_, signal) => {
      running = signal;
      return new Promise(() => undefined);
    });
    await show();
    await save();
    await act(() => render(null, root));
    expect(running?.aborted).toBe(true);
  });
});
