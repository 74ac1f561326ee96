import { describe, expect, it } from 'vitest';
import type { Annotation, Figure } from '../lib/core/annotation.ts';
import { exportBytes } from './export-sample.ts';
import { header, readBook, rowsOf } from './read-workbook.ts';
import { collection } from './sample-collection.ts';

describe('a check of several figures', () => {
  const check = { rule: 'share', stated: '76.3', computed: '76.32', verdict: 'rounded' as const };
  /** A ratio and the percentage that restates it, each clipped with what arithmetic says of the two. */
  const clipped = async () => {
    const { annotations, articles } = await collection();
    const fields = [
      { kind: 'ratio', value: '29/38', exact: '29/38' },
      { kind: 'percentage', value: '76.3', exact: '76,3%', of: '29/38' },
    ];
    const checked = fields.map((each, at) => ({
      ...(annotations[at] as Annotation),
      target: (annotations[0] as Annotation).target,
      mention: { ...annotations[0]?.mention, ...each } as Figure,
      checks: [check],
    }));
    return { annotations: checked, articles };
  };
  const checksIn = async (sample: Awaited<ReturnType<typeof clipped>>) =>
    rowsOf(readBook(await exportBytes('xlsx', sample)).Sheets['Kiểm tra']);

  it('stands in one row, which names them all and counts by formulas', async () => {
    const sample = await clipped();
    const [row, ...others] = await checksIn(sample);
    expect(others).toEqual([]);
    expect(row?.get(header('exact'))?.v).toBe('29/38; 76,3%');
    const ids = sample.annotations.map(({ id }) => id).join('; ');
    expect(row?.get('Mã các trích đoạn')?.v).toBe(ids);
    expect(['Tử số', 'Mẫu số', 'Tính lại'].map((name) => row?.get(name)?.v)).toEqual([
      29, 38, 76.3158,
    ]);
    expect(row?.get('Kết luận')?.f).toBeDefined();
  });

  it('is counted of the ratio where that alone was clipped', async () => {
    const { annotations, articles } = await clipped();
    const [row] = await checksIn({ annotations: annotations.slice(0, 1), articles });
    expect([row?.get('Tử số')?.v, row?.get('Mẫu số')?.v]).toEqual([29, 38]);
  });

  it('stands in rows of its own for each sentence and each ratio', async () => {
    const { annotations, articles } = await clipped();
    const [ratio, share] = annotations as [Annotation, Annotation];
    const other = { ...(share.mention as Figure), of: '58/76' };
    const elsewhere = structuredClone(ratio);
    elsewhere.target.selector[1].start += 40;
    const rows = await checksIn({
      annotations: [ratio, { ...share, mention: other }, elsewhere] as typeof annotations,
      articles,
    });
    expect(rows.map((row) => row.get('Tử số')?.v)).toEqual([29, 58, 29]);
  });
});
