// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { PackExport } from '../components/PackExport.tsx';
import type { Deeds } from '../components/use-library-actions.ts';
import { resolvePack } from '../lib/core/pack/resolve-pack.ts';
import { unlessAborted } from '../lib/platform/unless-aborted.ts';
import { button, root, show as draw } from './drawn-dialog.tsx';
import { drawnPacks } from './drawn-packs.ts';
import { words } from './sample-collection.ts';
import { item, pack, section } from './sample-pack.ts';

const said = vi.fn<(text: string) => void>();
/** As the library's: what is said shows as its notice. */
const attempt = async (...[work, say]: Parameters<Deeds['attempt']>) => {
  const value = await work;
  if (say) said(say(value).text);
  return true;
};

beforeEach(() => said.mockReset());

const texts = Array.from({ length: 40 }, (_, at) => item({ type: 'text', text: `lời ${at}` }));
const content = resolvePack(
  pack([section('Một', texts)]),
  { annotations: [], articles: [] },
  words,
);

/** Draws the menu over a file that is made when the test says so. */
async function show() {
  const made = Promise.withResolvers<number>();
  const told: ((done: number) => void)[] = [];
  const packs = {
    ...drawnPacks(() => {
      throw new Error('no collection is asked');
    }),
    write: (_: unknown, signal: AbortSignal, heard: (done: number) => void) => {
      told.push(heard);
      return unlessAborted(signal, made.promise);
    },
  };
  const deeds = { attempt } as unknown as Deeds;
  await draw(<PackExport {...{ resolve: () => content, packs, deeds }} />);
  await act(() => button('Word (.docx)')?.click());
  const tell = (done: number) => act(() => told[0]?.(done));
  return { tell, finish: () => act(() => made.resolve(40)) };
}

const bar = () => root.querySelector('progress');

it('shows how far a pack’s file is, then that it is packed, and says when it is there', async () => {
  const { tell, finish } = await show();
  await tell(10);
  expect([bar()?.value, bar()?.max]).toEqual([10, 40]);
  expect(root.textContent).toContain('Đang tạo tệp: 10 / 40 mục');
  await tell(40);
  expect(bar()?.hasAttribute('value')).toBe(false);
  expect(root.textContent).toContain('Đang gói tệp…');
  await finish();
  await vi.waitFor(() => expect(bar()).toBeNull());
  expect(said).toHaveBeenCalledExactlyOnceWith('Đã tạo tệp “Sinh hoạt chuyên đề quý IV.docx”.');
});

it('lets it be called off, says that nothing was saved, and leaves the keyboard on the menu', async () => {
  const { tell } = await show();
  await tell(10);
  expect(document.activeElement).toBe(button('Hủy'));
  await act(() => button('Hủy')?.click());
  await vi.waitFor(() => expect(bar()).toBeNull());
  expect(root.querySelector('[role=alert]')?.textContent).toBe(
    'Đã hủy, không có tệp nào được lưu.',
  );
  expect(said).not.toHaveBeenCalled();
  expect(document.activeElement?.localName).toBe('summary');
});
