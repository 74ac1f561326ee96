import { describe, expect, it } from 'vitest';
import { numberWords, valueInWords } from '../lib/core/number-words.ts';

describe('a figure read in words on its card', () => {
  it.each([
    ['0', 'không'],
    ['5', 'năm'],
    ['10', 'mười'],
    ['15', 'mười lăm'],
    ['21', 'hai mươi mốt'],
    ['51', 'năm mươi mốt'],
    ['105', 'một trăm linh năm'],
    ['110', 'một trăm mười'],
    ['1000', 'một nghìn'],
    ['1005', 'một nghìn không trăm linh năm'],
    ['1837', 'một nghìn tám trăm ba mươi bảy'],
    ['7101', 'bảy nghìn một trăm linh một'],
    ['43400000', 'bốn mươi ba triệu bốn trăm nghìn'],
    ['1000000000', 'một tỷ'],
    ['10072000000000', 'mười nghìn không trăm bảy mươi hai tỷ'],
    ['1000000005', 'một tỷ không trăm linh năm'],
    ['31.3', 'ba mươi mốt phẩy ba'],
    ['6.65', 'sáu phẩy sáu mươi lăm'],
    ['1.05', 'một phẩy không năm'],
    ['-2.125', 'âm hai phẩy một hai năm'],
    ['N/A', 'N/A'],
  ])('%s is read “%s”', (value, words) => expect(numberWords(value)).toBe(words));

  it('reads ranges and ratios as people say them', () => {
    expect(valueInWords(['15', '30'])).toBe('từ mười lăm đến ba mươi');
    expect(valueInWords('16/51')).toBe('mười sáu trên năm mươi mốt');
  });
});
