import { describe, expect, it } from 'vitest';
import { applyCsvEdit, planCsvEdit } from '../lib/core/collection/plan-csv-edits.ts';
import { collection, NOW } from './sample-collection.ts';

describe('tags that come back in a CSV cell', () => {
  it.each([
    ['quý 3; cả năm; đảng viên; mới', ['quý 3; cả năm', 'đảng viên', 'mới']],
    ['mới;quý  3;cả năm', ['mới', 'quý 3; cả năm']],
    ['quý 3; đảng viên', ['quý 3', 'đảng viên']],
    ['đảng viên', ['đảng viên']],
  ])('are parted but where a tag has a semicolon already: %s', async (cell, tags) => {
    const [before] = (await collection()).annotations;
    if (!before) throw new Error('no sample');
    const tagged = { ...before, tags: ['đảng viên', 'quý 3; cả năm'] };
    const change = { column: 'tags' as const, before: tagged.tags.join('; '), after: cell };
    const edited = applyCsvEdit(tagged, { changes: [change] }, { now: NOW });
    expect(edited.tags).toEqual(tags);
  });
});

describe('an excerpt of a table’s row, whose cells tabs part', () => {
  it('is known and unchanged though LibreOffice leaves the tabs out', async () => {
    const [current] = (await collection()).annotations;
    if (!current) throw new Error('no sample');
    current.target.selector[0].exact = 'Bản Mù\t412\t96,5';
    current.note = 'cột 1\tcột 2';
    const cells = { sentence: 'Bản Mù41296,5', said: { note: 'cột 1cột 2' } };
    const row = { row: 2, id: current.id, ...cells };
    expect(planCsvEdit(row, { current }, new Set())).toMatchObject({ status: 'same', changes: [] });
    const spaced = { ...row, said: { note: 'cột 1 cột hai' } };
    expect(planCsvEdit(spaced, { current }, new Set()).status).toBe('changed');
  });
});
