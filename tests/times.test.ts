import { describe, expect, it } from 'vitest';
import { formatDay, readMoment, serialDay } from '../lib/core/export/times.ts';

describe('a date as a file shows it', () => {
  it.each([
    ['2026-11-20', '20/11/2026'],
    ['2026-11-22T20:00:00Z', '23/11/2026'],
    ['2026-11-22T20:00:00+00:00', '23/11/2026'],
    ['2026-11-22T20:00:00+0000', '23/11/2026'],
    ['2026-11-22T20:00:00+07:00', '22/11/2026'],
    ['2026-11-22T20:00:00', '22/11/2026'],
    ['1899-12-31', '31/12/1899'],
    ['2020-07', '07/2020'],
    ['2020', '2020'],
    ['2026/2030', '2026 – 2030'],
    ['2026-01/2026-09', '01/2026 – 09/2026'],
    ['2026-09-05/2026-09-20', '05/09/2026 – 20/09/2026'],
  ])('%s is %s on Vietnam’s clock', (iso, shown) => {
    expect(formatDay(iso)).toBe(shown);
  });

  it.each([
    '2026-02-31',
    '2026-02-31T10:00:00Z',
    '2026-13-01',
    '2026-11-22T25:00:00Z',
    '2026-11-22T10:75:00',
    '0001-01-01',
    '0001-01-01T00:00:00Z',
    'hôm qua',
    'cùng kỳ/2020',
    '/',
    '',
  ])('%j, which is no date, becomes no other one', (iso) => {
    expect(formatDay(iso)).toBe(iso);
    expect(readMoment(iso)).toBeUndefined();
  });

  it.each([
    ['1900-03-01', 61],
    ['2019-09-09T06:00:00+07:00', 43_717.25],
    ['2026-11-22T20:00:00Z', 46_349.125],
    ['1900-02-28', undefined],
    ['1899-12-31', undefined],
  ])('%s is counted as spreadsheets count: %s', (iso, serial) => {
    const moment = readMoment(iso);
    expect(moment && serialDay(moment)).toBe(serial);
  });
});
