import { describe, expect, test } from 'vitest';
import {
  assemblyTerm,
  compatibleIssuers,
  decodeIssuer,
  issuerAtEnd,
  localIssuer,
  readIssuer,
} from '../lib/core/recognise/issuers.ts';

describe('decodeIssuer names the body behind a symbol', () => {
  test.each([
    ['TW', 'Trung ương Đảng'],
    ['BTCTW', 'Ban Tổ chức Trung ương'],
    ['UBKTTW', 'Ủy ban Kiểm tra Trung ương'],
    ['VPTW', 'Văn phòng Trung ương'],
    ['TU', 'Tỉnh ủy'],
    ['BTGDVTU', 'Ban Tuyên giáo và Dân vận Tỉnh ủy'],
    ['HU', 'Huyện ủy'],
    ['BDVHU', 'Ban Dân vận Huyện ủy'],
    ['QU', 'Quận ủy'],
    ['THU', 'Thành ủy'],
    ['ĐU', 'Đảng ủy'],
    ['UBKTĐU', 'Ủy ban Kiểm tra Đảng ủy'],
    ['BXDĐĐU', 'Ban Xây dựng Đảng Đảng ủy'],
    ['ĐUCP', 'Đảng ủy Chính phủ'],
    ['CP', 'Chính phủ'],
    ['TTG', 'Thủ tướng Chính phủ'],
    ['QH15', 'Quốc hội'],
    ['UBTVQH14-CP', 'Ủy ban Thường vụ Quốc hội, Chính phủ'],
    ['BGD&ĐT', 'Bộ Giáo dục và Đào tạo'],
    ['UBND-KT', 'Ủy ban nhân dân'],
  ])('%s → %s', (code, name) => expect(decodeIssuer(code)).toBe(name));

  test('an unknown code names no body rather than a wrong one', () => {
    expect(decodeIssuer('XYZ')).toBeUndefined();
    expect(decodeIssuer('LĐTBXH-TCGDNN')).toBeUndefined();
  });
});

describe('bodies are read from the sentence as far as their name goes', () => {
  test.each([
    ['Ban Tổ chức Trung ương về việc này', 'Ban Tổ chức Trung ương'],
    ['Ban Thường vụ Tỉnh ủy Gia Lai ban hành', 'Ban Thường vụ Tỉnh ủy Gia Lai'],
    ['Bộ Văn hóa, Thể thao và Du lịch đã họp', 'Bộ Văn hóa, Thể thao và Du lịch'],
    ['Bộ Chính trị, Ban Bí thư về', 'Bộ Chính trị, Ban Bí thư'],
    ['Đảng ủy xã ban hành', 'Đảng ủy xã'],
    ['Thủ tướng Chính phủ phê duyệt', 'Thủ tướng Chính phủ'],
    ['Ban Chấp hành Trung ương Quy định thi hành', 'Ban Chấp hành Trung ương'],
  ])('%s', (text, name) => expect(readIssuer(text, 0)?.issuer).toBe(name));

  test('a head alone, or a common word, is no body', () => {
    expect(readIssuer('Bộ ban hành', 0)).toBeNull();
    expect(readIssuer('nhân dân cả nước', 0)).toBeNull();
  });

  test('the body before the verb is the whole name, not its last part', () => {
    expect(issuerAtEnd('Ngày 3/2, Ban Chấp hành Đảng bộ huyện Sông Ray')).toBe(
      'Ban Chấp hành Đảng bộ huyện Sông Ray',
    );
    expect(issuerAtEnd('Ngày 3/2, bà con')).toBeUndefined();
  });

  test('a council and a committee named in one clause are told apart', () => {
    const clause = 'HĐND tỉnh giao, UBND huyện Sông Ray thực hiện tại ';
    expect(localIssuer(clause, 'HĐND')).toBe('HĐND tỉnh');
    expect(localIssuer(clause, 'UBND')).toBe('UBND huyện Sông Ray');
  });
});

describe('compatibleIssuers keeps numbering series apart', () => {
  test.each([
    ['Bộ Chính trị', 'Trung ương Đảng', true],
    ['Ban Bí thư', 'Ban Chấp hành Trung ương', true],
    ['Ban Thường vụ Tỉnh ủy Gia Lai', 'Tỉnh ủy', true],
    ['Ban Tổ chức Trung ương', 'Trung ương Đảng', false],
    ['Ban Tổ chức Trung ương', 'Ủy ban Kiểm tra Trung ương', false],
    ['Tỉnh ủy', 'Trung ương Đảng', false],
    ['Huyện ủy', 'Đảng ủy xã', false],
    ['Chính phủ', 'Thủ tướng Chính phủ', false],
    ['Quốc hội', 'Ủy ban Thường vụ Quốc hội', false],
  ])('%s, %s → %s', (one, other, same) => {
    expect(compatibleIssuers(one, other)).toBe(same);
    expect(compatibleIssuers(other, one)).toBe(same);
  });

  test('an unknown body contradicts none', () => {
    expect(compatibleIssuers(undefined, 'Tỉnh ủy')).toBe(true);
  });
});

test('the term of the National Assembly is read from its symbol', () => {
  expect(assemblyTerm('QH15')).toBe('XV');
  expect(assemblyTerm('UBTVQH14-CP')).toBe('XIV');
  expect(assemblyTerm('TW')).toBeUndefined();
});
