import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '../lib/core/export/csv.ts';
import { decodeCsv, readCsv } from '../lib/core/export/read-csv.ts';

describe('a CSV file from a spreadsheet', () => {
  it.each([
    ['commas', 'Số hiệu,Ngày\r\n05-CT/TW,15/5/2016\r\n'],
    ['the semicolons of a Vietnamese Excel', '\u{FEFF}Số hiệu;Ngày\n05-CT/TW;15/5/2016'],
    ['tabs', 'Số hiệu\tNgày\r05-CT/TW\t15/5/2016\r'],
    ['a line that names the separator', 'sep=;\r\nSố hiệu;Ngày\r\n05-CT/TW;15/5/2016'],
    ['empty columns to the right', 'Số hiệu,Ngày,,\r\n05-CT/TW,15/5/2016,,\r\n'],
  ])('is read with %s', (_, text) => {
    const { header, rows } = readCsv(text);
    expect(header).toEqual(['Số hiệu', 'Ngày']);
    expect(rows.map(({ cells }) => cells)).toEqual([['05-CT/TW', '15/5/2016']]);
  });

  it('keeps quotes, separators and line breaks inside a cell', () => {
    const { rows } = readCsv('a,b\n"nói ""có"", rồi\nxuống dòng",2');
    expect(rows[0]?.cells).toEqual(['nói "có", rồi\nxuống dòng', '2']);
  });

  it('numbers rows as the spreadsheet does, whatever is empty between them', () => {
    expect(readCsv('a,b\n\n1,2\n,\n3,4').rows.map(({ row }) => row)).toEqual([3, 5]);
  });

  it('says which rows cannot be relied on, and reads the others', () => {
    const { rows } = readCsv('a,b\n1,2,3\n4,5\n6,"7');
    expect(rows.map(({ damage }) => damage)).toEqual(['cells', undefined, 'quotes']);
  });

  it.each(['', '\u{FEFF}', '\n\n', '"', 'sep=;\n'])(
    'is empty or torn: %j, and still answers',
    (text) => expect(readCsv(text).rows).toEqual([]),
  );

  it.each([
    ['UTF-8', new TextEncoder().encode('Đảng ủy')],
    [
      'UTF-16 with its mark',
      new Uint8Array(new Uint16Array([0xfeff, ...'Đảng ủy'].map(unit)).buffer),
    ],
    ['Windows-1258', new Uint8Array([0xd0, 0x61, 0xd2, 0x6e, 0x67, 0x20, 0x75, 0xd2, 0x79])],
  ])('is decoded from %s', (_, bytes) => {
    expect(
      decodeCsv(bytes)
        .replace(/^\u{FEFF}/u, '')
        .normalize('NFC'),
    ).toBe('Đảng ủy');
  });
});

function unit(letter: number | string): number {
  return typeof letter === 'number' ? letter : letter.charCodeAt(0);
}

describe('what this program writes as CSV', () => {
  it('is read back cell for cell, formulas and all', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=1+1', '@x', '-5', "'", '"', 'a;b', 'c,d', 'hai\ndòng'),
    );
    const plain = cell
      .map((each) => each.normalize('NFC').trim())
      .filter((each) => !/^'[=+\-@＝＋－＠]/.test(each));
    const rows = fc.array(fc.tuple(plain, plain, plain), { maxLength: 5 });
    fc.assert(
      fc.property(rows, (table) => {
        const text = csvText([['một', 'hai', 'ba'], ...table]);
        const read = readCsv(text).rows.map(({ cells }) => cells);
        expect(read).toEqual(table.filter((cells) => cells.some(Boolean)));
      }),
    );
  });
});
