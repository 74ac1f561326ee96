import { describe, expect, it } from 'vitest';
import { wayBackOf } from '../lib/core/export/way-back.ts';

describe('a file to be imported', () => {
  it.each([
    ['so-trich.trichbao.json', 'whole'],
    ['BACKUP.JSON', 'whole'],
    ['không đuôi', 'whole'],
    ['bảng.CSV', 'edits'],
    ['bảng.txt', 'edits'],
    ['trich-bao.xlsx', 'none'],
    ['trich-bao.docx', 'none'],
    ['trich-bao.csl.json', 'none'],
    ['trich-bao.ris', 'none'],
    ['trich-bao.md', 'none'],
    ['trich-bao.html', 'none'],
  ])('%s comes back: %s', (name, wayBack) => {
    expect(wayBackOf(name)).toBe(wayBack);
  });
});
