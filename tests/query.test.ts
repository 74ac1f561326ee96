import { describe, expect, it } from 'vitest';
import { numberKeys } from '../lib/core/collection/number-keys.ts';
import { parseQuery } from '../lib/core/collection/query.ts';

const words = (text: string, isWhole = false, isNot = false) => ({
  type: 'words',
  text,
  isWhole,
  isNot,
});
const field = (name: string, text: string, isWhole = false, isNot = false) => ({
  type: 'field',
  field: name,
  text,
  isWhole,
  isNot,
});
const published = (from: string, before: string, isNot = false) => ({
  type: 'published',
  from,
  before,
  isNot,
});
const number = (...keys: string[]) => ({ type: 'number', keys, isNot: false });

describe('what a reader types', () => {
  it.each([
    ['', []],
    ['  ', []],
    ['Đảng viên', [words('dang'), words('vien')]],
    ['"sinh hoạt chi bộ" hoà', [words('sinh hoat chi bo', true), words('hoa')]],
    ['“chi bộ', [words('chi bo', true)]],
    ['05-NQ/TW', [words('05 nq tw')]],
    ['20/11/2026', [words('20 11 2026')]],
    ['1837', [number('1837')]],
    ['1.837', [number('1837', '1.837')]],
    ['31,3%', [number('31.3')]],
    ['1 837', [number('1837')]],
    ['chi bộ 12 345,5', [words('chi'), words('bo'), number('12345.5')]],
    ['"5 100"', [words('5 100', true)]],
    ['năm:2020 300', [published('2020-01-01', '2021-01-01'), number('300')]],
    ['43,4 triệu', [number('43400000')]],
    ['43,4 trieu dong', [number('43400000'), words('dong')]],
    ['10 nghìn tỷ', [number('10000000000000')]],
    ['51 chi bộ', [number('51'), words('chi'), words('bo')]],
    ['đơn vị:%', [field('unitOrOrganisation', '%')]],
    ['don vi:%', [field('unitOrOrganisation', '%')]],
    ['donvi:%', [field('unitOrOrganisation', '%')]],
    ['đơn vị tính:ha', [field('unit', 'ha')]],
    ['các đơn vị:%', [words('cac'), field('unitOrOrganisation', '%')]],
    ['thẻ:"sinh hoạt chi bộ"', [field('tag', 'sinh hoat chi bo', true)]],
    ['the: cũ mới', [field('tag', 'cu'), words('moi')]],
    ['THẺ:cũ', [field('tag', 'cu')]],
    ['-thẻ:cũ -nháp', [field('tag', 'cu', false, true), words('nhap', false, true)]],
    ['nguồn:baogialai', [field('outlet', 'baogialai')]],
    ['thời điểm:06/2020', [field('period', '06/2020')]],
    ['trạng thái:duyệt', [field('state', 'duyet')]],
    ['loại:', []],
    ['giờ:phút', [words('gio phut')]],
    ['https://bao.vn/a', [words('https bao vn a')]],
    ['năm:2020', [published('2020-01-01', '2021-01-01')]],
    ['sau:2020', [published('2021-01-01', '9999-12-31')]],
    ['từ:2020', [published('2020-01-01', '9999-12-31')]],
    ['trước:7/2020', [published('', '2020-07-01')]],
    ['đến:12/2020', [published('', '2021-01-01')]],
    ['ngày:15/7/2020', [published('2020-07-15', '2020-07-16')]],
    ['sau:2020-02-29', [published('2020-03-01', '9999-12-31')]],
    ['sau:ngày', [words('sau ngay')]],
    ['sau:45/45/2020', [words('sau 45 45 2020')]],
  ])('%s', (typed, conditions) => {
    expect(parseQuery(typed)).toEqual(conditions);
  });

  it('is the same composed or not', () => {
    const typed = 'đơn vị:% thẻ:"sinh hoạt chi bộ" trạng thái:nháp';
    expect(parseQuery(typed.normalize('NFD'))).toEqual(parseQuery(typed));
  });

  it('is read however long and odd it is', () => {
    for (const odd of ['"', ':', 'đơn ', '1.', '-', 'thẻ:', '1 tỷ '])
      expect(parseQuery(odd.repeat(5000))).toBeInstanceOf(Array);
  });
});

describe('numbers of a text', () => {
  it.each([
    ['1.837 đảng viên', ['1837', '1.837']],
    ['1,837', ['1837', '1.837']],
    ['31,30%', ['31.3']],
    ['1 837 đảng viên', ['1', '837', '1837']],
    ['năm 2020 300 hộ', ['2020', '300']],
    ['10.072 tỷ đồng', ['10072', '10072000000000', '10.072', '10072000000']],
    ['43,4 Triệu', ['43.4', '43400000']],
    ['1.234.567,5', ['1234567.5']],
    ['ngày 20.11.2026', ['20', '11', '2026']],
    ['2 trạm y tế', ['2']],
    ['51/51', ['51']],
    ['không có số', []],
  ])('%s', (text, keys) => {
    expect(numberKeys(text)).toEqual(keys);
  });
});
