// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import {
  all,
  find,
  goTo,
  hotkey,
  key,
  library,
  open,
  press,
  sample,
  stored,
  type,
  until,
} from './drawn-library.tsx';

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
    await until(() => document.querySelector('.in-context'));
    await hotkey('e');
    await until(() => document.querySelector('.editor textarea'));
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
    const [article] = await library().db.articles.toArray();
    expect(find<HTMLAnchorElement>('.article-list a').hash).toBe(`#articles/${article?.id}`);
    await goTo(`#articles/${article?.id}`);
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
    const [article] = await library().db.articles.toArray();
    await goTo(`#articles/${article?.id}`);
    await press('Sửa thông tin bài');
    await type('.story .editor label:nth-of-type(3) input', 'hôm qua');
    expect(find('.story [role=alert]').textContent).toContain('Ngày chưa đúng');
    await type('.story .editor label:nth-of-type(3) input', '15/7/2020');
    await act(() => find<HTMLFormElement>('.story .editor').requestSubmit());
    await until(() => find('.about').textContent?.includes('15/07/2020 (người dùng sửa)'));
    expect((await library().db.articles.toArray())[0]).toMatchObject({
      publishedTime: '2020-07-15',
      origins: { publishedTime: 'edited', title: 'json-ld' },
    });
  });
});
