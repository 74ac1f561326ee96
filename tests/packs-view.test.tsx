// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { Annotation } from '../lib/core/annotation.ts';
import type { Pack } from '../lib/core/pack/pack.ts';
import { templateFile, emptyFrame } from '../lib/core/pack/pack-template.ts';
import { savePack } from '../lib/platform/packs.ts';
import * as page from './drawn-library.tsx';
import { fieldTexts, openPack, packWorld } from './opened-pack.tsx';
import { nextId } from './sample-collection.ts';
import { item, pack, section } from './sample-pack.ts';

const text = (words: string) => item({ type: 'text', text: words });
const storedPacks = async () =>
  (await page.library().db.companions.toArray()).filter(
    (each): each is Pack => each.type === 'pack',
  );
const stored = (probe: () => Promise<boolean>) =>
  vi.waitFor(async () => expect(await probe()).toBe(true), 5000);
const approved = (annotation: Annotation): Annotation => ({
  ...annotation,
  review: { state: 'approved' },
});

describe('the shelf of packs', () => {
  it('starts a pack from a template and opens it', async () => {
    await page.open(await page.sample(), 'packs');
    await page.press('Tạo tập từ mẫu “Tài liệu tập huấn”');
    await page.until(() => location.hash.startsWith('#packs/'));
    const [made] = await storedPacks();
    expect(location.hash).toBe(`#packs/${made?.id}`);
    expect(made?.sections.map(({ title }) => title)).toContain('Bài đọc');
  });

  it('brings back a pack deleted by mistake', async () => {
    await page.open(await page.sample(), 'packs');
    const made = pack([section('Một')]);
    await savePack(page.library().db, made, undefined, packWorld);
    await page.press(`Xóa “${made.title}”`);
    await page.until(() => page.all('.pack-list li').length === 0);
    await page.press('Hoàn tác');
    await page.until(() => page.all('.pack-list li').length === 1);
  });

  it('duplicates a pack, which is then another', async () => {
    await page.open(await page.sample(), 'packs');
    const made = pack([section('Một', [text('a')])]);
    await savePack(page.library().db, made, undefined, packWorld);
    await page.press(`Nhân bản “${made.title}”`);
    await page.until(() => page.all('.pack-list li').length === 2);
    const copies = await storedPacks();
    expect(new Set(copies.map(({ id }) => id)).size).toBe(2);
    expect(copies.map(({ title }) => title).sort()).toEqual([
      made.title,
      `${made.title} (bản sao)`,
    ]);
  });

  const offer = async (words: string) => {
    await page.until(() => page.all('.pack-import input').length === 1);
    const field = page.find<HTMLInputElement>('.pack-import input');
    const file = new File([words], 'mau.trichbao-mau.json');
    Object.defineProperty(field, 'files', { value: [file], configurable: true });
    Object.defineProperty(field, 'value', { value: '', writable: true });
    await act(() => void field.dispatchEvent(new Event('change', { bubbles: true })));
  };

  it('takes a template from a file, and says why it refuses another', async () => {
    await page.open(await page.sample(), 'packs');
    await offer(templateFile({ ...emptyFrame('Phần đầu'), name: 'Mẫu của huyện' }));
    await page.until(() => page.button('Tạo tập từ mẫu “Mẫu của huyện”'));
    await offer('{"type":"khác"}');
    await page.until(() => page.find('.notices').textContent?.includes('không phải tệp mẫu'));
    expect(page.all('.pack-frames li')).toHaveLength(5);
  });
});

describe('a pack open', () => {
  it('keeps what is typed, and says when it is kept', async () => {
    const made = pack([section('Một')]);
    await openPack(made);
    await page.type('.pack-title input', 'Tên mới');
    expect(page.find('.pack-saving').textContent).toBe('Đang lưu…');
    await page.until(() => page.find('.pack-saving').textContent === '✓ Đã lưu');
    expect((await storedPacks())[0]?.title).toBe('Tên mới');
  });

  it('keeps what was typed when another part is opened at once', async () => {
    await openPack(pack([section('Một')]));
    await page.type('.pack-title input', 'Vội');
    await page.goTo('articles');
    await stored(async () => (await storedPacks())[0]?.title === 'Vội');
  });

  it('keeps its own version beside one that another window stored meanwhile', async () => {
    const made = pack([section('Một')]);
    await openPack(made);
    await page.type('.pack-title input', 'Của tôi');
    const { db } = page.library();
    const [there] = await storedPacks();
    if (!there) throw new Error('the pack is stored');
    await savePack(db, { ...there, title: 'Của bạn' }, there.modified, packWorld);
    await stored(async () => (await storedPacks()).length === 2);
    expect((await storedPacks()).map(({ title }) => title).sort()).toEqual(['Của bạn', 'Của tôi']);
    await page.until(() => page.find('.notices').textContent?.includes('tập riêng'));
    expect(page.find<HTMLInputElement>('.pack-title input').value).toBe('Của tôi');
  });

  it('moves items by Alt and arrows, says where they are, and leaves the keyboard on them', async () => {
    await openPack(pack([section('Một', [text('a'), text('b')]), section('Hai', [text('c')])]));
    const handle = () => page.all('.pack-handle')[0] as HTMLElement;
    handle().focus();
    await page.key(handle(), 'ArrowDown', { altKey: true });
    expect(fieldTexts()).toEqual(['b', 'a', 'c']);
    expect(page.find('[role=status].unseen').textContent).toBe(
      'Đã chuyển Đoạn chữ: a đến vị trí 2 / 2 trong “Một”.',
    );
    const active = () => document.activeElement as HTMLElement;
    expect(active().closest('.pack-item')?.querySelector('textarea')?.value).toBe('a');
    await page.key(active(), 'ArrowDown', { altKey: true });
    expect(page.find('[role=status].unseen').textContent).toContain('1 / 2 trong “Hai”');
    expect(active().closest('.pack-section')?.ariaLabel).toBe('Hai');
    expect(active().closest('.pack-item')?.querySelector('textarea')?.value).toBe('a');
    await page.press('Hoàn tác');
    await page.press('Hoàn tác');
    expect(fieldTexts()).toEqual(['a', 'b', 'c']);
  });

  it('moves and removes by buttons, and takes back what was removed', async () => {
    await openPack(pack([section('Một', [text('a'), text('b')])]));
    await page.press('Chuyển xuống: Đoạn chữ: a');
    expect(fieldTexts()).toEqual(['b', 'a']);
    await page.press('Bỏ ra: Đoạn chữ: b');
    expect(fieldTexts()).toEqual(['a']);
    expect(document.activeElement?.closest('.pack-item')?.querySelector('textarea')?.value).toBe(
      'a',
    );
    await page.press('Hoàn tác');
    expect(fieldTexts()).toEqual(['b', 'a']);
  });

  it('adds excerpts picked from the collection, and marks those that will not be printed', async () => {
    const [ha, thuong] = await page.sample();
    if (!ha || !thuong) throw new Error('two excerpts');
    await openPack(pack([section('Một')], { onlyApproved: true }), [approved(ha), thuong]);
    await page.press('+ Trích đoạn…');
    await page.until(() => page.all('.pack-choice').length === 1);
    await act(() => page.find<HTMLInputElement>('.pack-picker > .pack-check input').click());
    await page.until(() => page.all('.pack-choice').length === 2);
    for (const box of page.all('.pack-choice input')) await act(() => (box as HTMLElement).click());
    await page.press('Thêm 2 mục');
    await page.until(() => page.all('.pack-item .sentence').length === 2);
    expect(page.all('.pack-state[data-out]').map(({ textContent }) => textContent)).toEqual([
      'Nháp – sẽ không in',
    ]);
    expect(page.all('.pack-outline [data-out]')).toHaveLength(1);
  });

  it('says that an excerpt is gone', async () => {
    const lost = item({ type: 'excerpt', annotationId: nextId(), remark: 'vẫn còn' });
    await openPack(pack([section('Một', [lost])]));
    await page.until(() => page.find('.pack-warning').textContent?.includes('Không còn trong sổ'));
    expect(fieldTexts()).toEqual(['vẫn còn']);
  });

  it('makes questions of approved figures, one of a sentence', async () => {
    const annotations = (await page.sample()).map(approved);
    const quoted = annotations.map(({ id }) =>
      item({ type: 'excerpt', annotationId: id, remark: '' }),
    );
    await openPack(pack([section('Một', quoted)]), annotations);
    await page.until(() => page.all('.pack-item .sentence').length === 2);
    await page.press('+ Điền số còn thiếu…');
    await page.until(() => page.all('.pack-choice').length === 2);
    await page.press('Tạo câu hỏi từ 2 số liệu');
    await page.until(() => page.all('.pack-item[data-type=question]').length === 2);
    expect(fieldTexts()).toContain('Điền số còn thiếu: “Chi bộ thôn Hạ có ……… đảng viên.”');
    expect(fieldTexts()).toContain('27');
    await page.press('+ Điền số còn thiếu…');
    await page.until(() =>
      page.find('.pack-picker').textContent?.includes('Chưa có số liệu đã duyệt'),
    );
  });

  it('draws two hundred items', async () => {
    const many = Array.from({ length: 200 }, (_, at) => text(`đoạn ${at}`));
    await openPack(pack([section('Một', many)]));
    expect(fieldTexts()).toHaveLength(200);
  });
});

describe('excerpts picked in the list', () => {
  const pickAll = async () => {
    await page.until(() => page.all('.pick-bar input').length === 1);
    await act(() => page.find<HTMLInputElement>('.pick-bar input').click());
    await page.press('Đưa vào tập…');
  };

  it('go into a new pack', async () => {
    await page.open(await page.sample());
    await pickAll();
    await page.type('dialog .pack-field input', 'Tập của tôi');
    await act(() => page.find<HTMLFormElement>('dialog form').requestSubmit());
    await page.until(() => page.find('.notices').textContent?.includes('Đã đưa 2 trích đoạn'));
    const [made] = await storedPacks();
    expect([made?.title, made?.sections[0]?.items.length]).toEqual(['Tập của tôi', 2]);
  });

  it('go into the last section of the pack changed last, unless another is chosen', async () => {
    await page.open(await page.sample());
    const made = pack([section('Một', [text('a')]), section('Hai', [text('b')])]);
    await savePack(page.library().db, made, undefined, packWorld);
    await pickAll();
    await page.until(() => page.all('dialog optgroup').length === 1);
    await act(() => page.find<HTMLFormElement>('dialog form').requestSubmit());
    await stored(
      async () =>
        (await storedPacks())[0]?.sections.map(({ items }) => items.length).join() === '1,3',
    );
  });
});
