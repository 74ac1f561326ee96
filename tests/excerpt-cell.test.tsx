// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { ExcerptCell } from '../components/ExcerptCell.tsx';
import type { Column } from '../lib/core/collection/sort-entries.ts';
import { root, show } from './drawn-dialog.tsx';
import { collection } from './sample-collection.ts';

const FIGURE = {
  kind: 'money',
  value: '3200000000000',
  unit: 'VND',
  comparator: 'lt',
  period: '2026-01/2026-09',
};

describe('a cell of the library’s table', () => {
  it.each<[Column, string]>([
    ['amount', 'dưới, gần 3.200.000.000.000 đồng'],
    ['unit', 'đồng'],
    ['period', '01/2026 – 09/2026'],
  ])('says as a clerk would what a figure is: %s', async (column, said) => {
    const { annotations, articles } = await collection();
    const [annotation, article] = [annotations[0], articles[0]];
    if (!annotation || !article) throw new Error('no sample');
    Object.assign(annotation.mention ?? {}, FIGURE);
    await show(<ExcerptCell excerpt={{ annotation, article }} column={column} />);
    expect(root.textContent).toBe(said);
  });
});
