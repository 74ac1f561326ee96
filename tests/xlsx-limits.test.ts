import * as xlsx from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../lib/core/annotation.ts';
import { exportBytes } from './export-sample.ts';
import { hostileCollection } from './hostile-collection.ts';
import { header, readBook as read, rowsOf } from './read-workbook.ts';
import { collection } from './sample-collection.ts';

describe('checks that cannot be counted', () => {
  it.each([
    '5/0',
    '0/0',
    '12345678901234567890/3',
    `${'9'.repeat(400)}/3`,
    `3/0.${'0'.repeat(400)}1`,
  ])('leave a workbook that opens: %s', async (of) => {
    const sample = await collection();
    const check = {
      rule: 'share',
      stated: '31.3',
      computed: '31.37',
      verdict: 'truncated' as const,
    };
    const [first] = sample.annotations;
    if (first) Object.assign(first.mention as Figure, { kind: 'percentage', value: '31.3', of });
    if (first) first.checks = [check, { ...check, computed: `9${'0'.repeat(400)}` }];
    const bytes = await exportBytes('xlsx', sample);
    const [row] = rowsOf(read(bytes).Sheets['Kiểm tra']);
    expect(row?.get('Bài ghi')?.v).toBe(31.3);
    expect(row?.get('Tính lại')).toMatchObject({ t: 'n', v: 31.37 });
    const { files } = xlsx.read(bytes, { bookFiles: true }) as unknown as {
      files: Record<string, { content: Uint8Array }>;
    };
    const xml = Buffer.from(files['xl/worksheets/sheet4.xml']?.content ?? []).toString();
    expect(xml).not.toMatch(/<v>-?(Infinity|NaN)/);
  });
});

describe('words longer than a cell', () => {
  it.each(['🏛', 'a🏛'])('are never cut inside an emoji: %s', async (start) => {
    const long = start + '🏛'.repeat(20_000);
    const [row] = rowsOf(
      read(await exportBytes('xlsx', await hostileCollection(long))).Sheets['Trích đoạn'],
    );
    const note = String(row?.get(header('note'))?.v);
    expect(note).toMatch(/🏛… \[✂\]$/u);
    expect(note.length).toBeGreaterThan(32_760);
  });

  it('are cut, and say so, only where a cell can hold no more', async () => {
    const long = 'dài '.repeat(20_000);
    const [row] = rowsOf(
      read(await exportBytes('xlsx', await hostileCollection(long))).Sheets['Trích đoạn'],
    );
    const note = String(row?.get(header('note'))?.v);
    expect(note).toHaveLength(32_767);
    expect(note.endsWith('… [✂]')).toBe(true);
  });
});
