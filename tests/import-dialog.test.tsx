// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ImportDialog } from '../components/ImportDialog.tsx';
import type { ImportSummary } from '../lib/core/collection/compare-import.ts';
import { button, root, show as draw } from './drawn-dialog.tsx';
import { collection } from './sample-collection.ts';

const onConfirm = vi.fn<() => void>();
const onCancel = vi.fn<() => void>();
const onReplace = vi.fn<() => void>();

beforeEach(() => void vi.resetAllMocks());

async function show(
  fields: Partial<ImportSummary>,
  replace: typeof onReplace | undefined = onReplace,
) {
  const none = { fresh: 0, updated: 0, differing: 0, same: 0, articles: 0, damaged: 0, refused: 0 };
  const lists = { excerpts: 2, pairs: [], refusals: [], companions: {} };
  const summary: ImportSummary = { ...none, ...lists, ...fields };
  await draw(<ImportDialog {...{ summary, onConfirm, onCancel }} onReplace={replace} />);
}

const type = (value: string) =>
  act(() => {
    const field = root.querySelector('input') as HTMLInputElement;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });

describe('the preview of an import', () => {
  it('offers to add what is new, and only to close where there is nothing new', async () => {
    await show({ fresh: 2 });
    await act(() => button('Thêm 2 trích đoạn')?.click());
    expect(onConfirm).toHaveBeenCalledOnce();
    await show({ same: 2 });
    expect(root.querySelector('button.primary')).toBeNull();
    await act(() => button('Đóng')?.click());
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('shows both versions of what differs, with who made them and what is not the same', async () => {
    const [one] = (await collection()).annotations;
    const stored = { ...one, note: 'Lan ghi', author: 'Lan' } as NonNullable<typeof one>;
    const incoming = { ...stored, note: 'Hà ghi', editor: 'Hà', parents: ['x'] };
    await show({ differing: 1, pairs: [{ stored, incoming }] });
    const differing = [...root.querySelectorAll('.versions [data-differs]')];
    expect(differing.map(({ textContent }) => textContent)).toEqual(['Ghi chúLan ghiHà ghi']);
    const made = root.querySelector('.versions thead tr:last-child')?.textContent;
    expect(made).toMatch(/^Người sửa, lúcLan, .*Hà, /);
    expect(button('Gộp vào sổ trích')).toBeDefined();
  });

  it('tells of each row that is refused where it stands and why', async () => {
    await show({
      refused: 2,
      refusals: [
        { list: 'items', row: 4, reason: 'created' },
        { list: 'revisions', row: 2, reason: 'revision' },
      ],
    });
    const reasons = [...root.querySelectorAll('details:not(.replace) li')];
    expect(reasons.map(({ textContent }) => textContent)).toEqual([
      'Trích đoạn thứ 4: thiếu hoặc sai trường “created”',
      expect.stringMatching(/^Phiên bản thứ 2: /),
    ]);
  });

  it('replaces everything only once the word is typed, with or without diacritics', async () => {
    await show({});
    for (const typed of ['', 'THAY', 'thay hết cả']) {
      await type(typed);
      expect(button('Thay toàn bộ')?.disabled).toBe(true);
    }
    await act(() => root.querySelector('form')?.requestSubmit());
    expect(onReplace).not.toHaveBeenCalled();
    for (const typed of ['THAY HẾT', ' thay het ']) {
      await type(typed);
      await act(() => button('Thay toàn bộ')?.click());
    }
    expect(onReplace).toHaveBeenCalledTimes(2);
    expect(onConfirm).not.toHaveBeenCalled();
  });
});
