import { describe, expect, it } from 'vitest';
import type { Programme } from '../lib/core/annotation.ts';
import { completeMention } from '../lib/core/entity.ts';

const programme = (entity: string, fields: Partial<Programme>): Programme => ({
  type: 'programme',
  kind: 'scheme',
  start: 0,
  end: 5,
  exact: 'Đề án',
  rule: 'test',
  entity,
  ...fields,
});

describe('a bare reference to a document', () => {
  const full = programme('p1', { number: '14', title: 'nâng cao chất lượng sinh hoạt' });
  const other = programme('p2', { number: '99', issuer: 'Tỉnh ủy' });
  const bare = programme('p1', {});

  it('is clipped with the number and title its article gives elsewhere', () => {
    expect(completeMention(bare, [full, other, bare])).toEqual({ ...full, ...bare });
  });

  it('takes nothing from another document, and loses nothing of its own', () => {
    const own = programme('p1', { number: '15' });
    expect(completeMention(own, [full, other, own])).toMatchObject({ number: '15' });
    expect(completeMention(bare, [other, bare])).toEqual(bare);
  });
});
