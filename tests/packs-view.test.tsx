// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { Annotation } from '../lib/core/annotation.ts';
import type { Pack } from '../lib/core/pack/pack.ts';
import { templateFile, emptyFrame } from '../lib/core/pack/pack-template.ts';
import { savePack } from '../lib/platform/packs.ts';
import {
  all,
  button,
  find,
  goTo,
  key,
  library,
  open,
  press,
  sample,
  type,
  until,
} from './drawn-library.tsx';
import { nextId, NOW } from './sample-collection.ts';
import { item, pack, section } from './sample-pack.ts';

const world = { now: () => NOW, newId: nextId };
const text = (words: string) => item({ type: 'text', text: words });
const storedPacks = async () =>
  (await library().db.companions.toArray()).filter((each): each is Pack => each.type === 'pack');
const stored = (probe: () => Promise<boolean>) =>
  vi.waitFor(async () => expect(await probe()).toBe(true), 5000);
const texts = () => all('.pack-item textarea').map((field) => (field as HTMLTextAreaElement).value);
const approved = (annotation: Annotation): Annotation => ({
  ...annotation,
  review: { state: 'approved' },
});

/** Opens the library with a pack in it, and goes to that. */
async function openPack(made: Pack, annotations?: Annotation[]): Promise<void> {
  await open(annotations ?? (await sample()), 'packs');
  await savePack(library().db, made, undefined, world);
  await goTo(`packs/${made.id}`);
  await until(() => all('.pack-editor').length === 1);
}

describe('the shelf of packs', () => {
  it('starts a pack from a template and opens it', async () => {
    await open(await sample(), 'packs');
    await press('Tạo tập từ mẫu “Tài liệu tập huấn”');
    await until(() => location.hash.startsWith('#packs/'));
    const [made] = await storedPacks();
    expect(location.hash).toBe(`#packs/${made?.id}`);
    expect(made?.sections.map(({ title }) => title)).toContain('Bài đọc');
  });

  it('brings back a pack deleted by mistake', async () => {
    await open(await sample(), 'packs');
    const made = pack([section('Một')]);
    await savePack(library().db, made, undefined, world);
    await press(`Xóa “${made.title}”`);
    await until(() => all('.pack-list li').length === 0);
    await press('Hoàn tác');
    await until(() => all('.pack-list li').length === 1);
  });

  it('duplicates a pack, which is then another', async () => {
    await open(await sample(), 'packs');
    const made = pack([section('Một', [text('a')])]);
    await savePack(library().db, made, undefined, world);
    await press(`Nhân bản “${made.title}”`);
    await until(() => all('.pack-list li').length === 2);
    const copies = await storedPacks();
    expect(new Set(copies.map(({ id }) => id)).size).toBe(2);
    expect(copies.map(({ title }) => title).sort()).toEqual([
      made.title,
      `${made.title} (bản sao)`,
    ]);
  });

  const offer = async (words: string) => {
    await until(() => all('.pack-import input').length === 1);
    const field = find<HTMLInputElement>('.pack-import input');
    const file = new File([words], 'mau.trichbao-mau.json');
    Object.defineProperty(field, 'files', { value: [file], configurable: true });
    Object.defineProperty(field, 'value', { value: '', writable: true });
    await act(() => void field.dispatchEvent(new Event('change', { bubbles: true })));
  };

  it('takes a template from a file, and says why it refuses another', async () => {
    await open(await sample(), 'packs');
    await offer(templateFile({ ...emptyFrame('Phần đầu'), name: 'Mẫu của huyện' }));
    await until(() => button('Tạo tập từ mẫu “Mẫu của huyện”'));
    await offer('{"type":"khác"}');
    await until(() => find('.notices').textContent?.includes('không phải tệp mẫu'));
    expect(all('.pack-frames li')).toHaveLength(5);
  });
});

describe('a pack open', () => {
  it('keeps what is typed, and says when it is kept', async () => {
    const made = pack([section('Một')]);
    await openPack(made);
    await type('.pack-title input', 'Tên mới');
    expect(find('.pack-saving').textContent).toBe('Đang lưu…');
    await until(() => find('.pack-saving').textContent === '✓ Đã lưu');
    expect((await storedPacks())[0]?.title).toBe('Tên mới');
  });

  it('keeps what was typed when another part is opened at once', async () => {
    await openPack(pack([section('Một')]));
    await type('.pack-title input', 'Vội');
    await goTo('articles');
    await stored(async () => (await storedPacks())[0]?.title === 'Vội');
  });

  it('keeps its own version beside one that another window stored meanwhile', async () => {
    const made = pack([section('Một')]);
    await openPack(made);
    await type('.pack-title input', 'Của tôi');
    const { db } = library();
    const [there] = await storedPacks();
    if (!there) throw new Error('the pack is stored');
    await savePack(db, { ...there, title: 'Của bạn' }, there.modified, world);
    await stored(async () => (await storedPacks()).length === 2);
    expect((await storedPacks()).map(({ title }) => title).sort()).toEqual(['Của bạn', 'Của tôi']);
    await until(() => find('.notices').textContent?.includes('tập riêng'));
    expect(find<HTMLInputElement>('.pack-title input').value).toBe('Của tôi');
  });

  it('moves items by Alt and arrows, says where they are, and leaves the keyboard on them', async () => {
    await openPack(pack([section('Một', [text('a'), text('b')]), section('Hai', [text('c')])]));
    const handle = () => all('.pack-handle')[0] as HTMLElement;
    handle().focus();
    await key(handle(), 'ArrowDown', { altKey: true });
    expect(texts()).toEqual(['b', 'a', 'c']);
    expect(find('[role=status].unseen').textContent).toBe(
      'Đã chuyển Đoạn chữ: a đến vị trí 2 / 2 trong “Một”.',
    );
    const active = () => document.activeElement as HTMLElement;
    expect(active().closest('.pack-item')?.querySelector('textarea')?.value).toBe('a');
    await key(active(), 'ArrowDown', { altKey: true });
    expect(find('[role=status].unseen').textContent).toContain('1 / 2 trong “Hai”');
    expect(active().closest('.pack-section')?.ariaLabel).toBe('Hai');
    expect(active().closest('.pack-item')?.querySelector('textarea')?.value).toBe('a');
    await press('Hoàn tác');
    await press('Hoàn tác');
    expect(texts()).toEqual(['a', 'b', 'c']);
  });

  it('moves and removes by buttons, and takes back what was removed', async () => {
    await openPack(pack([section('Một', [text('a'), text('b')])]));
    await press('Chuyển xuống: Đoạn chữ: a');
    expect(texts()).toEqual(['b', 'a']);
    await press('Bỏ ra: Đoạn chữ: b');
    expect(texts()).toEqual(['a']);
    expect(document.activeElement?.closest('.pack-item')?.querySelector('textarea')?.value).toBe(
      'a',
    );
    await press('Hoàn tác');
    expect(texts()).toEqual(['b', 'a']);
  });

  it('adds excerpts picked from the collection, and marks those that will not be printed', async () => {
    const [ha, thuong] = await sample();
    if (!ha || !thuong) throw new Error('two excerpts');
    await openPack(pack([section('Một')], { onlyApproved: true }), [approved(ha), thuong]);
    await press('+ Trích đoạn…');
    await until(() => all('.pack-choice').length === 1);
    await act(() => find<HTMLInputElement>('.pack-picker > .pack-check input').click());
    await until(() => all('.pack-choice').length === 2);
    for (const box of all('.pack-choice input')) await act(() => (box as HTMLElement).click());
    await press('Thêm 2 mục');
    await until(() => all('.pack-item .sentence').length === 2);
    expect(all('.pack-state[data-out]').map(({ textContent }) => textContent)).toEqual([
      'Nháp – sẽ không in',
    ]);
    expect(all('.pack-outline [data-out]')).toHaveLength(1);
  });

  it('says that an excerpt is gone', async () => {
    const lost = item({ type: 'excerpt', annotationId: nextId(), remark: 'vẫn còn' });
    await openPack(pack([section('Một', [lost])]));
    await until(() => find('.pack-warning').textContent?.includes('Không còn trong sổ'));
    expect(texts()).toEqual(['vẫn còn']);
  });

  it('makes questions of approved figures, one of a sentence', async () => {
    const annotations = (await sample()).map(approved);
    const quoted = annotations.map(({ id }) =>
      item({ type: 'excerpt', annotationId: id, remark: '' }),
    );
    await openPack(pack([section('Một', quoted)]), annotations);
    await until(() => all('.pack-item .sentence').length === 2);
    await press('+ Điền số còn thiếu…');
    await until(() => all('.pack-choice').length === 2);
    await press('Tạo câu hỏi từ 2 số liệu');
    await until(() => all('.pack-item[data-type=question]').length === 2);
    expect(texts()).toContain('Điền số còn thiếu: “Chi bộ thôn Hạ có ……… đảng viên.”');
    expect(texts()).toContain('27');
    await press('+ Điền số còn thiếu…');
    await until(() => find('.pack-picker').textContent?.includes('Chưa có số liệu đã duyệt'));
  });

  it('draws two hundred items', async () => {
    const many = Array.from({ length: 200 }, (_, at) => text(`đoạn ${at}`));
    await openPack(pack([section('Một', many)]));
    expect(texts()).toHaveLength(200);
  });
});

describe('excerpts picked in the list', () => {
  const pickAll = async () => {
    await until(() => all('.pick-bar input').length === 1);
    await act(() => find<HTMLInputElement>('.pick-bar input').click());
    await press('Đưa vào tập…');
  };

  it('go into a new pack', async () => {
    await open(await sample());
    await pickAll();
    await type('dialog .pack-field input', 'Tập của tôi');
    await act(() => find<HTMLFormElement>('dialog form').requestSubmit());
    await until(() => find('.notices').textContent?.includes('Đã đưa 2 trích đoạn'));
    const [made] = await storedPacks();
    expect([made?.title, made?.sections[0]?.items.length]).toEqual(['Tập của tôi', 2]);
  });

  it('go into the last section of the pack changed last, unless another is chosen', async () => {
    await open(await sample());
    const made = pack([section('Một', [text('a')]), section('Hai', [text('b')])]);
    await savePack(library().db, made, undefined, world);
    await pickAll();
    await until(() => all('dialog optgroup').length === 1);
    await act(() => find<HTMLFormElement>('dialog form').requestSubmit());
    await stored(
      async () =>
        (await storedPacks())[0]?.sections.map(({ items }) => items.length).join() === '1,3',
    );
  });
});
