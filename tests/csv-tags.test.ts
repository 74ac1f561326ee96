import { describe, expect, it } from 'vitest';
import { applyCsvEdit } from '../lib/core/collection/plan-csv-edits.ts';
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
