import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Figure } from '../lib/core/annotation.ts';
import { formatDecimal, formatValue, parseValue } from '../lib/core/format-value.ts';
import { newId } from '../lib/core/id.ts';
import { sourceKey } from '../lib/core/source-key.ts';
import { composeText, foldText } from '../lib/core/text.ts';

describe('numbers as a Vietnamese reader writes them', () => {
  it.each([
    ['1837', '1.837'],
    ['10072000000000', '10.072.000.000.000'],
    ['31.3', '31,3'],
    ['-0.5', '-0,5'],
    ['100', '100'],
    ['không phải số', 'không phải số'],
  ])('%s is shown as %s', (value, shown) => expect(formatDecimal(value)).toBe(shown));

  it('shows both ends of a range and both parts of a ratio', () => {
    expect(formatValue(['90', '100'])).toBe('90 – 100');
    expect(formatValue('1051/2000')).toBe('1.051/2.000');
  });
});

describe('a value as a reader types it', () => {
  it.each<[string, Figure['value']]>([
    ['1.837', '1837'],
    ['31,3', '31.3'],
    ['-12,5', '-12.5'],
    ['−0,5', '-0.5'],
    ['16/51', '16/51'],
    ['90 - 100', ['90', '100']],
    ['12–15', ['12', '15']],
    ['3 đến 5', ['3', '5']],
    ['-3 - -2', ['-3', '-2']],
  ])('%s is read', (typed, value) => {
    expect(parseValue(typed)).toEqual(value);
    expect(parseValue(formatValue(value))).toEqual(value);
  });

  it.each(['', '-', '--3', '3-', '1.83', '1,2,3', '1/2/3', 'ba'])('%s is refused', (typed) =>
    expect(parseValue(typed)).toBeUndefined(),
  );
});

describe('one article under several addresses', () => {
  const key = 'bao.example/tin/a.html';
  it.each([
    'https://bao.example/tin/a.html',
    'http://www.bao.example/tin/a.html?utm_source=zalo&fbclid=1#phan-2',
    'https://m.bao.example/tin/a.html',
    'https://amp.bao.example/tin/a.html/',
    'https://bao.example/amp/tin/a.html',
    'https://bao.example/tin/a.amp.html',
    'https://bao.example/tin/print/a.html?print=1',
  ])('%s is the same article', (address) => expect(sourceKey(address)).toBe(key));

  it('does not take a page called print for another view of the home page', () => {
    expect(sourceKey('https://bao.example/print')).toBe('bao.example/print');
  });

  it('keeps apart articles told by a query', () => {
    expect(sourceKey('https://bao.example/p?ItemID=7')).not.toBe(
      sourceKey('https://bao.example/p?ItemID=8'),
    );
    expect(sourceKey('https://bao.example/p?b=2&a=1')).toBe(
      sourceKey('https://bao.example/p?a=1&b=2'),
    );
  });

  it('takes an address it cannot read as it is', () =>
    expect(sourceKey('trang in')).toBe('trang in'));
});

describe('words searched for without diacritics', () => {
  it.each([
    ['Đảng  viên', 'dang vien'],
    ['hoà', 'hoa'],
    ['Hòa', 'hoa'],
    ['Ðảng', 'dang'],
    ['NGHỊ QUYẾT'.normalize('NFD'), 'nghi quyet'],
  ])('%s is found as %s', (text, folded) => expect(foldText(text)).toBe(folded));
});

describe('text in decomposed letters', () => {
  it('is composed with a way back to every letter of its source', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Đảng ủy', '😀', ' ', 'ế', '51', 'x\u0301\u0323', '\u0301')),
        (parts) => {
          const source = parts.join('').normalize('NFD');
          const { text, toSource } = composeText(source);
          expect(text).toBe(source.normalize('NFC'));
          expect(toSource(0)).toBe(0);
          expect(toSource(text.length)).toBe(source.length);
          for (let at = 0; at < text.length; at++)
            expect(toSource(at + 1)).toBeGreaterThanOrEqual(toSource(at));
        },
      ),
    );
  });
});

describe('ids made on the page', () => {
  it('are UUIDs of version 7 that sort by time', () => {
    const id = newId(Date.UTC(2026, 0, 2), new Uint8Array(10).fill(255));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(newId(1, new Uint8Array(10)) < newId(2, new Uint8Array(10))).toBe(true);
  });
});
