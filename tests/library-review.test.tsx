// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import * as page from './drawn-library.tsx';

describe('the review queue', () => {
  it('is gone through by keys alone, each decision kept with who and why', async () => {
    const [one, two] = await page.sample();
    await page.open(
      [one, two].flatMap((each) => each ?? []),
      '#review',
    );
    await page.until(() => page.find('.in-context mark').textContent === '27');
    expect(page.find('.in-context').textContent).toBe(
      'Chi bộ thôn Hạ có 27 đảng viên. Chi bộ thôn Thượng có 31 đảng viên, tăng 12,5%.',
    );
    expect(page.find('.verdict').textContent).toContain('khớp');
    await seen('27');
    await page.hotkey('a');
    await seen('31');
    await page.hotkey('r');
    await page.type('.editor textarea', 'Thiếu thời điểm');
    await page.key(page.find('.editor textarea'), 'Enter', { ctrlKey: true });
    await page.until(() => page.find('h2').textContent === 'Đã xem hết các mục.');
    expect(
      (await page.stored()).map(({ review }) => [review?.state, review?.by, review?.reason]),
    ).toEqual([
      ['approved', 'An', undefined],
      ['returned', 'An', 'Thiếu thời điểm'],
    ]);
    await page.press('Mục trước');
    await page.until(() => page.find('.review').textContent?.includes('Trả lại An'));
  });

  it('decides once by a key pressed twice, and passes no other excerpt by', async () => {
    await openTwo();
    await Promise.all([page.hotkey('a'), page.hotkey('a')]);
    await page.until(() => page.find('.in-context mark').textContent === '31');
    await page.until(async () => page.find('.notice').textContent?.includes('Đã duyệt'));
    expect(page.find('.in-context mark').textContent).toBe('31');
    expect(await decided()).toEqual(['approved', undefined]);
  });

  it('stays where the reader has gone meanwhile when a decision is stored', async () => {
    await openTwo();
    await Promise.all([page.hotkey('a'), page.hotkey('j')]);
    await page.until(() => page.find('.notice').textContent?.includes('Đã duyệt'));
    await page.until(() => page.find('.in-context mark').textContent === '31');
  });

  it('takes no second press of a key for a decision on the next excerpt, which nobody has seen', async () => {
    await openTwo();
    await page.hotkey('a');
    await page.until(() => page.find('.in-context mark').textContent === '31');
    await page.hotkey('a');
    await seen('31');
    expect(await decided()).toEqual(['approved', undefined]);
  });

  it('decides on no excerpt that is not in sight yet', async () => {
    const [one] = await page.sample();
    const never = new Promise<never>(() => undefined);
    await page.open(one ? [one] : [], '#review', { excerpts: () => never });
    await page.until(() => page.find('.review-view .count').textContent?.includes('1 / 1'));
    await page.hotkey('a');
    await page.hotkey('j');
    await page.until(() => page.find('h2').textContent === 'Đã xem hết các mục.');
    expect(await decided()).toEqual([undefined]);
    await page.hotkey('k');
    await page.until(() => page.find('.review-view .count').textContent?.includes('1 / 1'));
  });

  it('hears its keys from a Telex keyboard, which makes one letter of two', async () => {
    await openTwo();
    await page.hotkey('â');
    await seen('31');
    await page.hotkey('ạ');
    await page.until(() => page.find('h2').textContent === 'Đã xem hết các mục.');
    expect(await decided()).toEqual(['approved', undefined]);
  });

  it('gives the keyboard to the form it opens, and by Escape closes that alone', async () => {
    await openTwo();
    await page.press('Sửa');
    await page.until(() => document.activeElement?.role === 'combobox');
    expect(page.all('button').some(({ textContent }) => textContent?.startsWith('Duyệt'))).toBe(
      false,
    );
    await page.key(document.body, 'a');
    await page.key(document.body, 'Escape');
    await page.until(() => document.activeElement?.classList.contains('review-item'));
    expect(document.querySelector('.editor')).toBeNull();
    await page.hotkey('j');
    await page.until(() => page.find('.in-context mark').textContent === '31');
    expect(await decided()).toEqual([undefined, undefined]);
  });

  it('takes no letter typed into a field for a decision', async () => {
    await openTwo();
    await page.hotkey('e');
    await page.until(() => document.querySelector('.editor textarea'));
    await page.key(page.find('.editor textarea'), 'a');
    expect((await page.stored()).every(({ review }) => review === undefined)).toBe(true);
  });

  it('says so when nothing waits', async () => {
    const [one] = await page.sample();
    await page.open(one ? [{ ...one, review: { state: 'approved' } }] : [], '#review');
    await page.until(() => page.find('h2').textContent === 'Không có mục nào chờ xét.');
  });
});

async function openTwo() {
  const [one, two] = await page.sample();
  await page.open(
    [one, two].flatMap((each) => each ?? []),
    '#review',
  );
  await seen('27');
}

/** Waits until an excerpt has been in sight long enough to be decided on. */
const seen = (mark: string) =>
  page.until(
    () => page.find('.review-item[aria-busy="false"] .in-context mark').textContent === mark,
  );

const decided = async () => (await page.stored()).map(({ review }) => review?.state);

describe('articles', () => {
  it('are listed and read with their excerpts in place, numbered both ways', async () => {
    await page.open(await page.sample(), '#articles');
    await page.until(() => page.find('.article-list').textContent?.includes('2 trích đoạn'));
    const [article] = await page.library().db.articles.toArray();
    expect(page.find<HTMLAnchorElement>('.article-list a').hash).toBe(`#articles/${article?.id}`);
    await page.goTo(`#articles/${article?.id}`);
    await page.until(() => page.all('.story mark').length === 2);
    expect(page.all('.story .text').map(({ textContent }) => textContent)).toEqual([
      'Chi bộ thôn Hạ có 271 đảng viên. Chi bộ thôn Thượng có 312 đảng viên, tăng 12,5%.',
    ]);
    await page.press('Đến trích đoạn số 2');
    expect(document.activeElement?.textContent).toContain('31');
    await page.press('Đến chỗ số 2 trong bài');
    expect(document.activeElement?.id).toBe('mark-1');
  });

  it('show where each field was read, and that a person edited it', async () => {
    await page.open(await page.sample(), '#articles');
    const [article] = await page.library().db.articles.toArray();
    await page.goTo(`#articles/${article?.id}`);
    await page.press('Sửa thông tin bài');
    await page.type('.story .editor label:nth-of-type(3) input', 'hôm qua');
    expect(page.find('.story [role=alert]').textContent).toContain('Ngày chưa đúng');
    await page.type('.story .editor label:nth-of-type(3) input', '15/7/2020');
    await act(() => page.find<HTMLFormElement>('.story .editor').requestSubmit());
    await page.until(() =>
      page.find('.about').textContent?.includes('15/07/2020 (người dùng sửa)'),
    );
    expect((await page.library().db.articles.toArray())[0]).toMatchObject({
      publishedTime: '2020-07-15',
      origins: { publishedTime: 'edited', title: 'json-ld' },
    });
  });
});
