// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { savePack } from '../lib/platform/packs.ts';
import * as page from './drawn-library.tsx';
import { generateCollection } from './generated-collection.ts';
import { fieldTexts, openPack, packWorld } from './opened-pack.tsx';
import { item, pack, section } from './sample-pack.ts';

const active = () => document.activeElement as HTMLElement;
const text = (words: string) => item({ type: 'text', text: words });
const boxes = () => page.all('.pack-choice input') as HTMLInputElement[];
const approved = async () =>
  (await page.sample()).map((each) => ({ ...each, review: { state: 'approved' as const } }));

/** Waits out what a key does once it was served. */
const keyServed = () => act(() => new Promise((done) => setTimeout(done)));

describe('the keyboard in a pack', () => {
  it('is on the name of a new pack, and back on the pack when it is left', async () => {
    await page.open(await page.sample(), 'packs');
    const [empty, filled] = [pack([section('Một')]), pack([section('Một', [text('a')])])];
    for (const made of [empty, filled])
      await savePack(page.library().db, made, undefined, packWorld);
    await page.until(() => page.all('.pack-list li').length === 2);
    await page.goTo(`packs/${empty.id}`);
    expect(active().closest('.pack-title')).not.toBeNull();
    await page.goTo('packs');
    expect(active().getAttribute('href')).toBe(`#packs/${empty.id}`);
    await page.goTo(`packs/${filled.id}`);
    expect(active().tagName).toBe('H1');
  });

  it('goes to the next pack when one is deleted from the shelf', async () => {
    await page.open([], 'packs');
    const [one, two] = [pack([section('Một')], { title: 'Một' }), pack([section('Hai')])];
    for (const made of [one, two]) await savePack(page.library().db, made, undefined, packWorld);
    await page.until(() => page.all('.pack-list li').length === 2);
    page.button('Xóa “Một”').focus();
    await page.press('Xóa “Một”');
    await page.until(() => page.all('.pack-list li').length === 1);
    expect(active().ariaLabel).toBe(`Xóa “${two.title}”`);
  });

  it('goes to the next figure when one is taken out of a table, and then to what adds others', async () => {
    const annotations = await approved();
    const ids = annotations.map(({ id }) => id);
    const table = item({ type: 'figures', title: '', annotationIds: ids, chart: false });
    await openPack(pack([section('Một', [table])]), annotations);
    await page.until(() => page.all('.pack-figures strong').length === 2);
    const remove = () => page.find('.pack-figures button');
    await act(() => remove().click());
    expect(active()).toBe(remove());
    await act(() => remove().click());
    expect(active().textContent).toBe('Thêm số liệu…');
  });

  it('takes back what was done by the mouse, wherever it is itself', async () => {
    await openPack(pack([section('Một', [text('a'), text('b')])]));
    await page.press('Bỏ ra: Đoạn chữ: b');
    active().blur();
    await page.key(document.body, 'z', { ctrlKey: true });
    expect(fieldTexts()).toEqual(['a', 'b']);
    await page.key(document.body, 'y', { ctrlKey: true });
    expect(fieldTexts()).toEqual(['a']);
  });

  it('takes back a text just added from within its field, unless the field has letters to take back', async () => {
    await openPack(pack([section('Một', [text('a')])]));
    await page.press('+ Đoạn chữ');
    expect(active().tagName).toBe('TEXTAREA');
    const field = active();
    await act(() => {
      const [ctrlKey, bubbles] = [true, true];
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey, bubbles }));
      // What a browser tells of a field it has taken something back in.
      document.body.dispatchEvent(new Event('input', { bubbles }));
    });
    await keyServed();
    expect(fieldTexts()).toEqual(['a', '']);
    await page.key(field, 'z', { ctrlKey: true });
    await keyServed();
    expect(fieldTexts()).toEqual(['a']);
  });

  it('leaves the menu of files by Escape, and by going elsewhere', async () => {
    await openPack(pack([section('Một', [text('a')])]));
    const menu = page.find<HTMLDetailsElement>('.menu');
    menu.open = true;
    await page.key(page.find('.menu li button'), 'Escape');
    expect(menu.open).toBe(false);
    expect(active().tagName).toBe('SUMMARY');
    menu.open = true;
    await act(() => page.find('.pack-item textarea').focus());
    expect(menu.open).toBe(false);
  });
});

describe('picking for a pack', () => {
  const openPicker = async () => {
    const { annotations } = await generateCollection({ articles: 1, excerptsPerArticle: 4 });
    const sample = await page.sample();
    const [first] = sample;
    if (!first) throw new Error('an excerpt');
    const here = annotations.map((each) => ({ ...each, articleId: first.articleId }));
    await openPack(pack([section('Một')]), here);
    await page.press('+ Trích đoạn…');
    await page.until(() => boxes().length === 4);
  };

  it('is for Tab one stop, which arrows go through', async () => {
    await openPicker();
    expect(boxes().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1]);
    boxes()[0]?.focus();
    await page.key(active(), 'ArrowDown');
    await page.key(active(), 'ArrowDown');
    expect(active()).toBe(boxes()[2]);
    await act(() => active().click());
    expect(boxes().map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0, -1]);
    await page.key(active(), 'End');
    await page.key(active(), 'ArrowDown');
    expect(active()).toBe(boxes()[3]);
  });

  it('picks all that is shown at once, and none of it again', async () => {
    await openPicker();
    const all = () => page.all('.pack-picker > .pack-check input').at(-1) as HTMLInputElement;
    await act(() => boxes()[1]?.click());
    expect(all().indeterminate).toBe(true);
    await act(() => all().click());
    expect(page.button('Thêm 4 mục')).toBeTruthy();
    await act(() => all().click());
    expect(page.button('Thêm 0 mục')).toBeTruthy();
  });

  it('names a choice by its sentence', async () => {
    await openPicker();
    const [choice] = page.all('.pack-choice');
    // What is not a phrase a browser leaves out of the name.
    expect(choice?.querySelector('blockquote, p, div')).toBeNull();
    expect(choice?.querySelector('.sentence')?.textContent).not.toBe('');
  });
});
