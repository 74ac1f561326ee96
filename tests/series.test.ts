import { describe, expect, it } from 'vitest';
import { SeriesIndex } from '../lib/core/collection/series/series-index.ts';
import type { Series } from '../lib/core/collection/series/series.ts';
import { clipFigures } from './clipped-figures.ts';

interface Told {
  text: string;
  published?: string;
  title?: string;
}

let serial = 0;

/** The series that articles of these texts make, each clipped whole. */
async function indexOf(...told: Told[]): Promise<SeriesIndex> {
  const index = new SeriesIndex();
  for (const { text, published = '2024-05-06', title = '' } of told) {
    const { article, annotations } = await clipFigures({
      text,
      title,
      publishedTime: published,
      url: `https://bao.example.vn/${serial++}.html`,
    });
    for (const annotation of annotations) index.put(annotation, article);
  }
  return index;
}

/** The one series of a subject. */
async function seriesOf(subject: string, ...told: (Told | string)[]): Promise<Series> {
  const given = told.map((each) => (typeof each === 'string' ? { text: each } : each));
  const found = (await indexOf(...given)).whole().filter((each) => each.subject === subject);
  expect(found, subject).toHaveLength(1);
  return found[0] as Series;
}

const sayings = ({ points }: Series) =>
  points.map(({ period, values }) => [
    period,
    ...values.map(({ value, standing }) => `${[value].flat().join('–')} ${standing}`),
  ]);

const MEMBERS = 'Đảng bộ huyện Mẫu Sơn có';

describe('figures of one thing over time', () => {
  it('make one series in the order of time, whatever order the articles came in', async () => {
    const series = await seriesOf(
      'đảng viên',
      `Năm 2023, ${MEMBERS} 1.912 đảng viên.`,
      `Cuối năm 2021, ${MEMBERS} 1.837 đảng viên.`,
    );
    expect(sayings(series)).toEqual([
      ['2021', '1837 alone'],
      ['2023', '1912 alone'],
    ]);
  });

  it('are counted once where several articles say the same, with every source', async () => {
    const series = await seriesOf(
      'đảng viên',
      `Năm 2023, ${MEMBERS} 1.912 đảng viên.`,
      `Tính đến hết năm 2023, toàn ${MEMBERS} 1.912 đảng viên.`,
    );
    expect(sayings(series)).toEqual([['2023', '1912 confirmed']]);
    expect(series.points[0]?.values[0]?.sources).toHaveLength(2);
  });

  it('conflict where two articles say of one time what cannot both be true', async () => {
    const series = await seriesOf(
      'đảng viên',
      `Năm 2023, ${MEMBERS} 1.912 đảng viên.`,
      `Năm 2023, ${MEMBERS} 1.837 đảng viên.`,
    );
    expect(sayings(series)).toEqual([['2023', '1837 conflicting', '1912 conflicting']]);
  });

  it.each([
    ['hơn 1.800', 'compatible'],
    ['gần 2.000', 'compatible'],
    ['khoảng 1.800', 'compatible'],
    ['1,8 nghìn', 'compatible'],
    ['hơn 1.900', 'conflicting'],
    ['1,7 nghìn', 'conflicting'],
  ])('“%s” and 1.837 are %s', async (said, standing) => {
    const series = await seriesOf(
      'đảng viên',
      `Năm 2023, ${MEMBERS} 1.837 đảng viên.`,
      `Năm 2023, ${MEMBERS} ${said} đảng viên.`,
    );
    expect(series.points[0]?.values.map((each) => each.standing)).toEqual([standing, standing]);
  });

  it('are in doubt, not in conflict, where the time is only that of the article', async () => {
    const series = await seriesOf(
      'đảng viên',
      { text: `Năm 2023, ${MEMBERS} 1.837 đảng viên.` },
      { text: `${MEMBERS} 1.912 đảng viên.`, published: '2023-08-01' },
    );
    expect(sayings(series)).toEqual([['2023', '1837 unsure', '1912 unsure']]);
  });

  it('are never held against figures of another day', async () => {
    const series = await seriesOf(
      'đảng viên',
      { text: `Hiện nay, ${MEMBERS} 1.837 đảng viên.`, published: '2023-03-01' },
      { text: `Hiện nay, ${MEMBERS} 1.912 đảng viên.`, published: '2023-09-01' },
    );
    expect(sayings(series)).toEqual([
      ['2023-03-01', '1837 alone'],
      ['2023-09-01', '1912 alone'],
    ]);
  });

  it('are brought to one unit, and say by what factor', async () => {
    const series = await seriesOf(
      'Diện tích rừng',
      'Diện tích rừng của huyện Mẫu Sơn năm 2021 đạt 25,5 km2.',
      'Diện tích rừng của huyện Mẫu Sơn năm 2022 đạt 2.600 ha.',
      'Diện tích rừng của huyện Mẫu Sơn năm 2023 đạt 2.710,5 ha.',
    );
    expect(
      series.points.map(({ values: [each] }) => [each?.value, each?.conversion?.factor]),
    ).toEqual([
      ['2550', '100'],
      ['2600', undefined],
      ['2710.5', undefined],
    ]);
  });

  it('of money are brought to the magnitude most are written in', async () => {
    const series = await seriesOf(
      'Tổng thu ngân sách',
      'Tổng thu ngân sách của huyện Mẫu Sơn năm 2021 đạt 62.299 triệu đồng.',
      'Tổng thu ngân sách của huyện Mẫu Sơn năm 2022 đạt 71,5 tỷ đồng.',
      'Tổng thu ngân sách của huyện Mẫu Sơn năm 2023 đạt 80 tỷ đồng.',
    );
    expect(series.unit).toEqual({ unit: 'VND', magnitude: 9 });
    expect(series.points[0]?.values[0]).toMatchObject({
      value: '62.299',
      conversion: { factor: '1000', isDivided: true },
    });
  });
});

describe('figures of different things', () => {
  it.each([
    ['what is done and what there is', `Năm 2023, Đảng bộ huyện Mẫu Sơn kết nạp 120 đảng viên.`],
    [
      'a part and the whole',
      `Năm 2023, ${MEMBERS} 90 chi bộ; trong đó, 51 chi bộ khu dân cư với 935 đảng viên.`,
    ],
    ['an aim and a result', `Phấn đấu đến năm 2023, ${MEMBERS} 2.000 đảng viên.`],
    ['a growth and a level', `Năm 2023, Đảng bộ huyện Mẫu Sơn tăng 75 đảng viên.`],
    ['one place and another', `Năm 2023, Đảng bộ huyện Mẫu Hạ có 75 đảng viên.`],
    ['places that differ by a mark', `Năm 2023, Đảng bộ huyện Mẫu Són có 75 đảng viên.`],
  ])('are no conflict: %s', async (_, text) => {
    const index = await indexOf({ text: `Năm 2023, ${MEMBERS} 1.837 đảng viên.` }, { text });
    expect(index.find('', 'conflicts')).toEqual([]);
    expect(index.find('', 'several')).toEqual([]);
  });
});
