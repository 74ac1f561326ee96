import { describe, expect, it } from 'vitest';
import type { Figure } from '../lib/core/annotation.ts';
import { boundsOf, boundsText } from '../lib/core/collection/series/bounds.ts';
import { chartOf } from '../lib/core/collection/series/chart.ts';
import { describeFigure } from '../lib/core/collection/series/description.ts';
import {
  looseOrganisation,
  looseSubject,
  nearness,
} from '../lib/core/collection/series/near-series.ts';
import { readPeriod } from '../lib/core/collection/series/period.ts';
import { plainSpelling } from '../lib/core/collection/series/plain-spelling.ts';
import { conversionWords, valueOf } from '../lib/core/collection/series/series-words.ts';
import { commonUnit, conversion, writtenUnit } from '../lib/core/collection/series/written-unit.ts';
import type { SeriesPoint } from '../lib/core/collection/series/series.ts';
import { recognise } from '../lib/core/recognise/recognise.ts';
import { words } from './sample-collection.ts';

const ONE = { c: 1n, e: 0 };

/** The figure written so in a sentence, as the recogniser reads it. */
function figureIn(sentence: string, exact: string): Figure {
  const found = recognise(sentence, {}).mentions.find(
    (each) => each.type === 'figure' && each.exact === exact,
  );
  if (found?.type !== 'figure') throw new Error(`no ${exact} in ${sentence}`);
  return found;
}

describe('a value in the unit of its series', () => {
  it.each([
    ['19/24', '≈ 79,17'],
    ['51/51', '100'],
    ['1/8', '12,5'],
    ['3/0', '3/0'],
    ['1837', '1.837'],
  ])('%s is %s', (value, shown) => {
    expect(valueOf({ comparator: undefined, value })).toBe(shown);
  });

  it('keeps the sign of what is only a bound', () => {
    expect(valueOf({ comparator: 'gt', value: '19/24' })).toBe('> 79,17');
  });
});

describe('what a figure is of', () => {
  it.each([
    ['Đảng bộ huyện Mẫu Sơn hiện có 1.837 đảng viên.', '1.837', 'đảng viên'],
    ['Huyện Mẫu Sơn có 1.837 đảng viên sau một năm nỗ lực.', '1.837', 'đảng viên'],
    ['Đảng bộ xã có 27 đảng viên, sinh hoạt tại 3 chi bộ.', '27', 'đảng viên'],
    ['Năm 2022, Đảng bộ kết nạp được 120 đảng viên.', '120', 'kết nạp đảng viên'],
    [
      'Năm 2022, huyện đã kết nạp và công nhận chính thức 98 đảng viên.',
      '98',
      'công nhận chính thức đảng viên',
    ],
    ['Đã có hơn 40 đảng viên và 2 tổ chức đảng bị kỷ luật.', '40', 'đảng viên bị kỷ luật'],
    ['Toàn huyện có 51/51 chi bộ thành lập chi ủy.', '51/51', 'chi bộ thành lập chi ủy'],
    ['Toàn huyện có 16/51 chi bộ thực hiện mô hình mới.', '16/51', 'chi bộ thực hiện mô hình mới'],
    ['Diện tích rừng năm 2022 đạt 2.600 ha.', '2.600 ha', 'Diện tích rừng'],
    ['Trong đó, 51 chi bộ khu dân cư với 935 đảng viên.', '935', 'đảng viên (chi bộ khu dân cư)'],
    [
      'Xã Mẫu Lâm có 19/24 chi bộ sinh hoạt chuyên đề đúng quy định.',
      '19/24',
      'chi bộ sinh hoạt chuyên đề đúng quy…',
    ],
  ])('%s → %s: %s', (sentence, exact, label) => {
    expect(describeFigure(figureIn(sentence, exact), sentence).label).toBe(label);
  });

  it('is nothing where only a length of time or a share of something unsaid stands there', () => {
    const sentence = 'Sau 3 năm thực hiện, 70% có trình độ đại học.';
    expect(describeFigure(figureIn(sentence, '3 năm'), sentence).key).toBe('');
    expect(describeFigure(figureIn(sentence, '70%'), sentence).key).toBe('');
  });

  it('is an unknown part where the part is not named, and so like no other', () => {
    const sentence = 'Huyện có 1.837 đảng viên, trong đó có 474 đảng viên.';
    expect(describeFigure(figureIn(sentence, '474'), sentence).isVaguePart).toBe(true);
    expect(describeFigure(figureIn(sentence, '1.837'), sentence).isVaguePart).toBe(false);
  });
});

describe('what a statement allows', () => {
  it.each([
    ['Huyện có 1.837 đảng viên.', '1.837', '[1837;1837]'],
    ['Huyện có 1,8 nghìn đảng viên.', '1,8 nghìn', '[1750;1900)'],
    ['Huyện có hơn 1.800 đảng viên.', '1.800', '(1800;)'],
    ['Huyện có ít nhất 1.800 đảng viên.', '1.800', '[1800;)'],
    ['Huyện có gần 1.800 đảng viên.', '1.800', '(;1800)'],
    ['Huyện có khoảng 1.800 đảng viên.', '1.800', '[1700;1900]'],
    ['Mỗi chi bộ có từ 90 - 100 đảng viên.', '90 - 100', '[90;100]'],
    ['Tỷ lệ hộ nghèo của huyện còn 5,5%.', '5,5%', '[5.45;5.6)'],
    [
      'Huyện thu ngân sách đạt 62.299 triệu đồng.',
      '62.299 triệu đồng',
      '[62298500000;62300000000)',
    ],
  ])('%s', (sentence, exact, text) => {
    const bounds = boundsOf({ ...figureIn(sentence, exact), written: exact }, ONE);
    expect(bounds && boundsText(bounds)).toBe(text);
  });

  it('is exactly its value where a person put another in the place of what is written', () => {
    const written = '1,8 nghìn';
    const figure = {
      ...figureIn(`Huyện có ${written} đảng viên.`, written),
      written,
      value: '1753',
    };
    expect(boundsText(boundsOf(figure, ONE) ?? { low: undefined, high: undefined })).toBe(
      '[1753;1753]',
    );
  });
});

describe('a period', () => {
  it.each([
    ['2022', '2022-01-01/2022-12-31'],
    ['2022-02', '2022-02-01/2022-02-28'],
    ['2024-02', '2024-02-01/2024-02-29'],
    ['2022-11-14', '2022-11-14/2022-11-14'],
    ['2022-01/2022-12', '2022-01-01/2022-12-31'],
    ['2020/2025', '2020-01-01/2025-12-31'],
    ['2025/2020', '~2025/2020'],
    ['2022-13', '~2022-13'],
    ['đầu nhiệm kỳ', '~đầu nhiệm kỳ'],
  ])('%s is %s', (text, key) => {
    expect(readPeriod(text, false).key).toBe(key);
  });
});

describe('names', () => {
  it('are one however they are typed, and two where a mark is another', () => {
    expect(plainSpelling('Hoà  BÌNH')).toBe(plainSpelling('Hòa Bình'));
    expect(plainSpelling('Hoà Bình')).not.toBe(plainSpelling('Hoa Bình'));
    expect(plainSpelling('ủy ban')).toBe(plainSpelling('uỷ ban'));
  });

  it.each([
    ['đảng viên', 'dảng viên', 'diacritics'],
    ['cán bộ nữ', 'nữ cán bộ', 'order'],
    ['đảng viên', 'ĐV', 'abbreviation'],
    ['đảng viên', 'toàn đảng viên', 'filler'],
    ['Đảng bộ huyện Mẫu Sơn', 'huyện Mẫu Sơn', 'body'],
    ['Huyện ủy Mẫu Sơn', 'huyện Mẫu Sơn', 'body'],
    ['Thành ủy Mẫu Sơn', 'TP Mẫu Sơn', 'body'],
    ['thu ngân sách trên địa bàn', 'thu ngân sách nhà nước trên địa bàn', 'more'],
  ])('“%s” and “%s” may be one: %s', (one, other, why) => {
    expect(nearness(one, other)?.why).toBe(why);
  });

  it.each([
    ['đảng viên', 'đảng viên mới'],
    ['đảng viên', 'chi bộ'],
  ])('“%s” and “%s” are no near subjects', (one, other) => {
    expect(looseSubject(one)).not.toBe(looseSubject(other));
  });

  it.each([
    ['xã Mẫu Sơn', 'huyện Mẫu Sơn'],
    ['chi bộ thôn Hạ', 'thôn Hạ'],
  ])('“%s” and “%s” are no near organisations', (one, other) => {
    expect(looseOrganisation(one)).not.toBe(looseOrganisation(other));
  });
});

describe('units', () => {
  const unitIn = (exact: string, fields: Partial<Figure>) =>
    writtenUnit({
      type: 'figure',
      kind: 'measure',
      value: '1',
      rule: '',
      start: 0,
      end: 0,
      exact,
      ...fields,
    });
  const ha = unitIn('2 ha', { unit: 'har' });
  const km2 = unitIn('2 km2', { unit: 'km2' });
  const million = unitIn('62 triệu đồng', { kind: 'money', unit: 'VND' });
  const billion = unitIn('1 nghìn tỷ đồng', { kind: 'money', unit: 'VND' });
  const minute = unitIn('15 phút', { kind: 'duration', unit: 'minute' });
  const hour = unitIn('2 giờ', { kind: 'duration', unit: 'hour' });

  it.each([
    [km2, ha, '1 km² = 100 ha'],
    [ha, km2, '1 km² = 100 ha'],
    [million, billion, '1 nghìn tỷ đồng = 1.000.000 triệu đồng'],
    [hour, minute, '1 giờ = 60 phút'],
  ])('say what one is in the other', (from, to, said) => {
    const found = conversion(from, to);
    expect(found && conversionWords(words, found)).toBe(said);
  });

  it('are those most figures have, but never one that the others do not come out even in', () => {
    expect(commonUnit([km2, ha, ha])).toEqual(ha);
    expect(commonUnit([hour, hour, minute])).toEqual(minute);
  });
});

describe('a chart', () => {
  const frame = { left: 0, right: 1000, top: 0, bottom: 100 };
  const point = (period: string, value: SeriesPoint['values'][number]['value']): SeriesPoint => {
    const { key, first, last } = readPeriod(period, false);
    const said = { written: '', value, standing: 'alone' as const, articles: 1, sources: [] };
    return { key, period, first, last, isAssumed: false, values: [said] };
  };

  it('stands on zero, unless all values are far from it and near each other; then it says so', () => {
    const wide = chartOf({ points: [point('2020', '10'), point('2021', '95')] }, frame);
    expect([wide?.isCut, wide?.values[0]?.label]).toEqual([false, '0']);
    const narrow = chartOf({ points: [point('2020', '1837'), point('2021', '1912')] }, frame);
    expect([narrow?.isCut, narrow?.values[0]?.label]).toEqual([true, '1.820']);
  });

  it('places points by true time: a day is not a year', () => {
    const chart = chartOf(
      { points: [point('2020-01-01', '1'), point('2020', '2'), point('2022-12-31', '3')] },
      frame,
    );
    const xs = chart?.marks.map(({ x }) => Math.round(x));
    expect(xs).toEqual([0, 167, 1000]);
  });

  it('has no picture of what has no time, and one of a single value, also of zero', () => {
    expect(chartOf({ points: [point('đầu nhiệm kỳ', '1')] }, frame)).toBeUndefined();
    for (const value of ['0', '5', '-5', '0.0001', '10072000000000']) {
      const [mark] = chartOf({ points: [point('2020', value)] }, frame)?.marks ?? [];
      expect([mark?.x, mark?.y].every(Number.isFinite)).toBe(true);
    }
  });
});
