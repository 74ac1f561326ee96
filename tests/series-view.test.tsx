// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { mergeCollection } from '../lib/platform/merge-collection.ts';
import { clipFigures } from './clipped-figures.ts';
import * as page from './drawn-library.tsx';
import { NOW } from './sample-collection.ts';

let serial = 0;

/** Opens the series of articles of these texts, each clipped whole. */
async function openSeries(...texts: string[]) {
  await page.open([], 'series');
  for (const text of texts) {
    const number = serial++;
    const { article, annotations } = await clipFigures({
      text,
      title: `Bài số ${number}`,
      publishedTime: '2024-05-06',
      url: `https://bao.example.vn/chuoi-${number}.html`,
    });
    await mergeCollection(page.library().db, { annotations, articles: [article] }, NOW);
  }
  await page.until(() => page.all('.series-list li, .series .none').length > 0);
}

const members = (year: number, count: string, body = 'Đảng bộ huyện Mẫu Sơn') =>
  `Năm ${year}, ${body} có ${count} đảng viên.`;
const names = () =>
  page.all('.series-list .series-name').map(({ textContent }) => textContent?.trim());
const openFirst = async () => {
  await page.until(() => names().length > 0);
  const link = page.find<HTMLAnchorElement>('.series-list a');
  await page.goTo(new URL(link.href).hash);
  await page.until(() => page.all('.series-detail .mark').length > 0);
};
const marks = () => page.all('.drawing .mark');

describe('the view of series', () => {
  it('lists what can be compared, and finds it without accents', async () => {
    await openSeries(
      members(2022, '1.837'),
      members(2023, '1.912'),
      members(2023, '95', 'Đảng bộ xã Mẫu Hạ'),
    );
    await page.until(() => names().length === 1);
    expect(names()[0]).toContain('đảng viên — Đảng bộ huyện Mẫu Sơn');
    await page.press('Tất cả');
    await page.until(() => names().length === 2);
    await page.type('.series input[type=search]', 'mau ha');
    await page.until(() => names().length === 1);
    expect(names()[0]).toContain('Mẫu Hạ');
  });

  it('says each value exactly to pointer and keyboard, and opens its excerpt', async () => {
    await openSeries(members(2021, '1.702'), members(2022, '1.837'), members(2023, '1.912'));
    await openFirst();
    await page.until(() => marks().length === 3);
    const [first, second] = marks() as [SVGGElement, SVGGElement];
    expect(second.getAttribute('aria-label')).toContain('2022: 1.837');
    await act(() => first.focus());
    await page.key(first, 'ArrowRight', { altKey: true });
    expect(document.activeElement).toBe(first);
    await page.key(first, 'ArrowRight');
    expect(document.activeElement).toBe(second);
    expect(page.find('.value-tip').textContent).toContain('2022: 1.837');
    await page.key(second, 'Enter');
    await page.until(() => page.all('dialog .in-context').length > 0);
    expect(page.find('dialog mark').textContent).toBe('1.837');
  });

  it('marks a conflict by sign and word, not by colour alone', async () => {
    await openSeries(members(2022, '1.837'), members(2022, '1.912'));
    await page.press('Mâu thuẫn');
    await page.until(() => page.all('.disputes li').length > 0);
    expect(page.find('.disputes .sides').textContent).toBe('1.837 ↔ 1.912');
    expect(page.all('.disputes dd a')).toHaveLength(2);
    await page.goTo(new URL(page.find<HTMLAnchorElement>('.disputes .series-name a').href).hash);
    await page.until(() => marks().length === 2);
    expect(marks().map((mark) => mark.querySelector('.sign')?.textContent)).toEqual(['!', '!']);
    expect(page.find('.series-table .standing').textContent).toContain('mâu thuẫn');
  });

  it('joins what a person says is one, parts it again, and takes both back', async () => {
    await openSeries(members(2022, '1.837'), members(2023, '1.912', 'huyện Mẫu Sơn'));
    await page.until(() => page.all('.proposals li').length === 1);
    expect(page.find('.proposals .why').textContent).toContain('cùng địa phương');
    await page.press('Đúng, ghép lại');
    await page.until(() => names().length === 1);
    await openFirst();
    await page.until(() => marks().length === 2);
    await page.press('Tách ra');
    await page.until(() => marks().length === 1);
    await page.press('Hoàn tác');
    await page.until(() => marks().length === 2);
  });

  it('takes an excerpt out of a series, and puts it into another', async () => {
    await openSeries(
      members(2022, '1.837'),
      members(2023, '1.912'),
      members(2023, '95', 'Đảng bộ xã Mẫu Hạ'),
    );
    await openFirst();
    await act(() => page.find('.series-table tr:last-child td button').click());
    await page.press('Đưa ra khỏi chuỗi');
    await page.until(() => marks().length === 1);
    await page.press('Hoàn tác');
    await page.goTo('series');
    await page.until(() => names().length === 1);
    await openFirst();
    await act(() => page.find('.series-table tr:last-child td button').click());
    await page.press('Đưa vào chuỗi khác');
    await page.key(page.find('.homes input'), 'Escape');
    expect(page.find('dialog').querySelector('.homes')).toBeNull();
    await page.press('Đưa vào chuỗi khác');
    await page.press('đảng viên — Đảng bộ xã Mẫu Hạ');
    await page.until(() => marks().length === 1);
    await page.goTo('series');
    await page.until(() => names()[0]?.includes('Mẫu Hạ'));
    expect(() => page.button('Đúng, ghép lại')).toThrow();
  });
});
