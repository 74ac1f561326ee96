// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { CsvEdits } from '../components/CsvEdits.tsx';
import type { CsvPreview } from '../lib/core/collection/csv-preview.ts';
import { button, root, show as draw } from './drawn-dialog.tsx';
import { SENTENCES } from './sample-collection.ts';

const onConfirm = vi.fn<() => void>();
const onClose = vi.fn<() => void>();

beforeEach(() => void vi.resetAllMocks());

const show = (preview: CsvPreview) => draw(<CsvEdits {...{ preview, onConfirm, onClose }} />);

const refused: CsvPreview['rows'][number] = {
  row: 4,
  status: 'refused',
  reason: 'newer',
  quote: SENTENCES.THUONG,
  changes: [],
  kept: [],
};

it('shows each change and each reason before anything is written', async () => {
  const change = { column: 'tags', before: 'đảng viên', after: 'quý 4' } as const;
  const state = { column: 'state', before: 'draft', after: 'approved' } as const;
  await show({
    changed: 1,
    same: 7,
    refused: 1,
    rows: [
      refused,
      {
        row: 2,
        status: 'changed',
        quote: SENTENCES.HA,
        changes: [change, state],
        kept: ['issuer'],
      },
    ],
  });
  const [first, second] = [...root.querySelectorAll('li')].map((each) => each.textContent);
  expect(first).toContain(`Dòng 4 ${SENTENCES.THUONG}trích đoạn đã được sửa trong sổ`);
  expect(second).toContain('Thẻ: từ “đảng viên” thành “quý 4”');
  expect(second).toContain('Trạng thái: từ “Nháp” thành “Đã duyệt”');
  expect(second).toContain('giữ nguyên: Cơ quan ban hành');
  expect(onConfirm).not.toHaveBeenCalled();
  await act(() => button('Sửa 1 trích đoạn')?.click());
  expect(onConfirm).toHaveBeenCalledOnce();
});

it('offers nothing but to close where the file changes nothing', async () => {
  await show({ changed: 0, same: 2, refused: 0, rows: [] });
  expect(root.querySelector('button.primary')).toBeNull();
  await act(() => button('Đóng')?.click());
  expect(onClose).toHaveBeenCalledOnce();
});
