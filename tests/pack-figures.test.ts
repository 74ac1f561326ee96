import { describe, expect, it } from 'vitest';
import type { Annotation, Figure } from '../lib/core/annotation.ts';
import { chartPieces } from '../lib/core/pack/chart-pieces.ts';
import { chartFigures, tableFigure } from '../lib/core/pack/figure-table.ts';
import { collection, nextId, words } from './sample-collection.ts';

/** An excerpt of a count: `27 đảng viên`. */
async function sample(): Promise<{ ha: Annotation }> {
  const [ha] = (await collection()).annotations;
  if (!ha) throw new Error('the sample has an excerpt');
  return { ha };
}

const counted = (annotation: Annotation, fields: Partial<Figure>): Annotation => ({
  ...annotation,
  id: nextId(),
  mention: { ...(annotation.mention as Figure), ...fields },
});
const tabled = (annotation: Annotation) => tableFigure(annotation, 1, words) ?? [];

describe('a table of figures', () => {
  it('gives each figure as written and as an exact value with its unit', async () => {
    const { ha } = await sample();
    const money = counted(ha, {
      kind: 'money',
      exact: '10.072 tỷ đồng',
      value: '10072000000000',
      unit: 'VND',
      scope: 'xã Mẫu',
      period: '2022-01/2022-09',
    });
    expect(tableFigure(money, 3, words)?.row).toMatchObject({
      exact: '10.072 tỷ đồng',
      values: ['10072000000000'],
      written: '10.072.000.000.000 đồng',
      unit: 'đồng',
      organisation: 'xã Mẫu',
      period: '01/2022 – 09/2022',
      source: 3,
    });
    const change = counted(ha, {
      kind: 'percentage',
      value: '5',
      unit: undefined,
      comparator: 'lte',
      change: 'decrease-to',
      property: 'tỷ lệ hộ nghèo',
      per: 'year',
      target: true,
    });
    expect(tableFigure(change, 3, words)?.row).toMatchObject({
      subject: 'đảng viên',
      property: 'tỷ lệ hộ nghèo',
      written: 'chỉ tiêu: giảm còn không quá 5 %/năm',
      unit: '%/năm, giảm còn, chỉ tiêu',
    });
    const share = counted(ha, { kind: 'percentage', value: '66', of: '164/248' });
    expect(tableFigure(share, 3, words)?.row.written).toBe('66 % (164/248)');
    const range = counted(ha, { kind: 'ratio', value: '51/51' });
    expect(tableFigure(range, 1, words)?.row.values).toEqual(['51', '51']);
    expect(tableFigure({ ...ha, mention: undefined }, 1, words)).toBeUndefined();
  });

  it('draws only what can be compared: one unit, one thing counted, no aim beside a result', async () => {
    const { ha } = await sample();
    const figures = [
      counted(ha, { value: '27', period: '2024' }),
      counted(ha, { value: '90', kind: 'percentage', subject: 'hộ' }),
      counted(ha, { value: '31', period: '2025', subject: 'Đảng viên' }),
      counted(ha, { value: '40', period: '2026', target: true }),
      counted(ha, { value: ['3', '5'] }),
      counted(ha, { value: '12', subject: 'chi bộ' }),
    ].flatMap(tabled);
    const charts = chartFigures(figures);
    expect(charts).toHaveLength(1);
    expect(charts[0]?.points.map(({ value, row }) => [value, row])).toEqual([
      ['27', 0],
      ['31', 2],
    ]);
  });

  it('names each bar by what tells it from the others', async () => {
    const { ha } = await sample();
    const figures = ['xã Thượng', 'xã Hạ'].flatMap((scope) => tabled(counted(ha, { scope })));
    expect(chartFigures(figures)[0]).toMatchObject({
      unit: 'đảng viên',
      points: [{ label: 'xã Thượng' }, { label: 'xã Hạ' }],
    });
    const aims = ['đường bê tông', 'nhà văn hóa'].map((property) =>
      counted(ha, { kind: 'money', unit: 'VND', value: '9000000', property }),
    );
    expect(chartFigures(aims.flatMap(tabled))[0]?.points.map(({ label }) => label)).toEqual([
      'đường bê tông',
      'nhà văn hóa',
    ]);
  });

  it('names bars that nothing tells apart by their rows', async () => {
    const { ha } = await sample();
    const range = counted(ha, { value: ['3', '5'] });
    const charts = chartFigures([ha, range, ha].flatMap(tabled));
    expect(charts[0]?.points.map(({ label }) => label)).toEqual(['1. 27', '3. 27']);
  });

  it('writes at a bar’s end what its name and the chart’s leave open, or it would not fit', async () => {
    const { ha } = await sample();
    const share = (scope: string) =>
      counted(ha, {
        kind: 'percentage',
        value: '85.54',
        of: '6067/7101',
        comparator: 'approx',
        change: 'increase-to',
        per: 'year',
        scope,
      });
    const [chart] = chartFigures(['xã Thượng', 'xã Hạ'].map(share).flatMap(tabled));
    expect(chart?.unit).toBe('%/năm, tăng lên đến');
    expect(chart?.points[0]?.written).toBe('khoảng 85,54 %');
  });

  it('parts a chart that no page has room for, and draws all parts to one scale', () => {
    const points = Array.from({ length: 31 }, (_, row) => {
      return { label: `xã ${row}`, value: String(row - 3), written: String(row - 3), row };
    });
    const pieces = chartPieces({ unit: 'hộ', points });
    expect(pieces.map((piece) => piece.points.length)).toEqual([11, 10, 10]);
    expect(pieces.flatMap((piece) => piece.points)).toEqual(points);
    for (const { ends } of pieces) expect(ends).toEqual([-3, 27]);
    expect(chartPieces({ unit: 'hộ', points: points.slice(0, 15) })).toHaveLength(1);
  });
});
