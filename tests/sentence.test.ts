import { describe, expect, it } from 'vitest';
import { sentenceAround } from '../lib/core/sentence.ts';

const cases = [
  ['Huyện có 51 chi bộ. Tăng 3 chi bộ.', '3', 'Tăng 3 chi bộ.'],
  ['Huyện có 1.837 đảng viên. Nay tăng.', '1.837', 'Huyện có 1.837 đảng viên.'],
  ['Mở đầu.\nXã có 12 thôn\nKết.', '12', 'Xã có 12 thôn'],
  ['Họp tại đơn vị.Trong đó có 9 người. Hết.', '9', 'Trong đó có 9 người.'],
  ['Ông nói: “Có 10 đảng viên.” Rồi về.', '10', 'Ông nói: “Có 10 đảng viên.”'],
  ['TP. Pleiku có 14 phường. Hết.', '14', 'TP. Pleiku có 14 phường.'],
  ['Nghị quyết T.Ư 4 nêu 27 biểu hiện. Hết.', '27', 'Nghị quyết T.Ư 4 nêu 27 biểu hiện.'],
  ['Đạt 6.65% v.v. và 7 chỉ tiêu nữa.', '7', 'Đạt 6.65% v.v. và 7 chỉ tiêu nữa.'],
  ['Tốt không? Có 5 xã đạt! Vui.', '5', 'Có 5 xã đạt!'],
] as const;

describe('the sentence an excerpt keeps', () => {
  it.each(cases)('of “%s”, around %s, is “%s”', (text, part, expected) => {
    const start = text.indexOf(part);
    const sentence = sentenceAround(text, { start, end: start + part.length });
    expect(sentence.exact).toBe(expected);
    expect(text.slice(sentence.start, sentence.end)).toBe(sentence.exact);
  });

  it('stays readable on a page without a single full stop', () => {
    const text = 'chi bộ '.repeat(2000) + '51 ' + 'đảng viên '.repeat(2000);
    const start = text.indexOf('51');
    const sentence = sentenceAround(text, { start, end: start + 2 });
    expect(sentence.exact).toContain('51');
    expect(sentence.exact.length).toBeLessThan(2500);
  });
});
