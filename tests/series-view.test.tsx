// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { mergeCollection } from '../lib/platform/merge-collection.ts';
import { clipFigures } from './clipped-figures.ts';
import {
  all,
  button,
  find,
  goTo,
  key,
  library,
  open,
  press,
  type,
  until,
} from './drawn-library.tsx';
import { NOW } from './sample-collection.ts';

let serial = 0;

/** Opens the series of articles of these texts, each clipped whole. */
async function openSeries(...texts: string[]) {
  await open([], 'series');
  for (const text of texts) {
    const number = serial++;
    const { article, annotations } = await clipFigures({
      text,
      title: `Bài số ${number}`,
      publishedTime: '2024-05-06',
      url: `https://bao.example.vn/chuoi-${number}.html`,
    });
    await mergeCollection(library().db, { annotations, articles: [article] }, NOW);
  }
  await until(() => all('.series-list li, .series .none').length > 0);
}

const members = (year: number, count: string, body = 'Đảng bộ huyện Mẫu Sơn') =>
  `Năm ${year}, ${body} có ${count} đảng viên.`;
const names = () => all('.series-list .series-name').map(({ textContent }) => textContent?.trim());
const openFirst = async () => {
  await until(() => names().length > 0);
  const link = find<HTMLAnchorElement>('.series-list a');
  await goTo(new URL(link.href).hash);
  await until(() => all('.series-detail .mark').length > 0);
};
const marks = () => all('.drawing .mark');

describe('the view of series', () => {
  it('lists what can be compared, and finds it without accents', async () => {
    await openSeries(
      members(2022, '1.837'),
      members(2023, '1.912'),
      members(2023, '95', 'Đảng bộ xã Mẫu Hạ'),
    );
    await until(() => names().length === 1);
    expect(names()[0]).toContain('đảng viên — Đảng bộ huyện Mẫu Sơn');
    await press('Tất cả');
    await until(() => names().length === 2);
    await type('.series input[type=search]', 'mau ha');
    await until(() => names().length === 1);
    expect(names()[0]).toContain('Mẫu Hạ');
  });

  it('says each value exactly to pointer and keyboard, and opens its excerpt', async () => {
    await openSeries(members(2021, '1.702'), members(2022, '1.837'), members(2023, '1.912'));
    await openFirst();
    await until(() => marks().length === 3);
    const [first, second] = marks() as [SVGGElement, SVGGElement];
    expect(second.getAttribute('aria-label')).toContain('2022: 1.837');
    await act(() => first.focus());
    await key(first, 'ArrowRight');
    expect(document.activeElement).toBe(second);
    expect(find('.value-tip').textContent).toContain('2022: 1.837');
    await key(second, 'Enter');
    await until(() => all('dialog .in-context').length > 0);
    expect(find('dialog mark').textContent).toBe('1.837');
  });

  it('marks a conflict by sign and word, not by colour alone', async () => {
    await openSeries(members(2022, '1.837'), members(2022, '1.912'));
    await press('Mâu thuẫn');
    await until(() => all('.disputes li').length > 0);
    expect(find('.disputes .sides').textContent).toBe('1.837 ↔ 1.912');
    expect(all('.disputes dd a')).toHaveLength(2);
    await goTo(new URL(find<HTMLAnchorElement>('.disputes .series-name a').href).hash);
    await until(() => marks().length === 2);
    expect(marks().map((mark) => mark.querySelector('.sign')?.textContent)).toEqual(['!', '!']);
    expect(find('.series-table .standing').textContent).toContain('mâu thuẫn');
  });

  it('joins what a person says is one, parts it again, and takes both back', async () => {
    await openSeries(members(2022, '1.837'), members(2023, '1.912', 'huyện Mẫu Sơn'));
    await until(() => all('.proposals li').length === 1);
    expect(find('.proposals .why').textContent).toContain('cùng địa phương');
    await press('Đúng, ghép lại');
    await until(() => names().length === 1);
    await openFirst();
    await until(() => marks().length === 2);
    await press('Tách ra');
    await until(() => marks().length === 1);
    await press('Hoàn tác');
    await until(() => marks().length === 2);
  });

  it('takes an excerpt out of a series, and puts it into another', async () => {
    await openSeries(
      members(2022, '1.837'),
      members(2023, '1.912'),
      members(2023, '95', 'Đảng bộ xã Mẫu Hạ'),
    );
    await openFirst();
    await act(() => find('.series-table tr:last-child td button').click());
    await press('Đưa ra khỏi chuỗi');
    await until(() => marks().length === 1);
    await press('Hoàn tác');
    await goTo('series');
    await until(() => names().length === 1);
    await openFirst();
    await act(() => find('.series-table tr:last-child td button').click());
    await press('Đưa vào chuỗi khác');
    await press('đảng viên — Đảng bộ xã Mẫu Hạ');
    await until(() => marks().length === 1);
    await goTo('series');
    await until(() => names()[0]?.includes('Mẫu Hạ'));
    expect(() => button('Đúng, ghép lại')).toThrow();
  });
});
