import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeQuote, matchQuote } from '../lib/core/selector.ts';

const PAGE = 'Xã Hòa Lạc có 51 chi bộ.\nXã Bình An có 51 chi bộ, tăng 3 so với năm trước.';

function span(text: string, part: string, from = 0) {
  const start = text.indexOf(part, from);
  return { start, end: start + part.length };
}

describe('a clipped quote on a page opened again', () => {
  it('is found where it stood when nothing changed', () => {
    const place = span(PAGE, 'có 51 chi bộ');
    expect(matchQuote(PAGE, describeQuote(PAGE, place))).toEqual({ state: 'in-place', ...place });
  });

  it('is told from its twin by the words around it, even after text was added above', () => {
    const twin = span(PAGE, '51', PAGE.indexOf('Bình An'));
    const selectors = describeQuote(PAGE, twin);
    const moved = `Lời tòa soạn mới thêm.\n${PAGE}`;
    const match = matchQuote(moved, selectors);
    expect(match).toEqual({ state: 'in-place', ...span(moved, '51', moved.indexOf('Bình An')) });
  });

  it.each([0, 1, 2, 3])('keeps no half of an emoji where its surroundings are cut: %i', (shift) => {
    const text = `${'🏛️'.repeat(20)}${'a'.repeat(shift)}có 51 chi bộ${'b'.repeat(shift)}${'🏛️'.repeat(20)}`;
    const place = span(text, '51');
    const selectors = describeQuote(text, place);
    const [{ prefix, suffix }] = selectors;
    expect([prefix, suffix].map((side) => side.isWellFormed())).toEqual([true, true]);
    expect(matchQuote(text, selectors)).toEqual({ state: 'in-place', ...place });
  });

  it('never attaches to another number: the same words with other digits are reported as changed', () => {
    const selectors = describeQuote(PAGE, span(PAGE, 'Bình An có 51 chi bộ'));
    const edited = PAGE.replace('Bình An có 51', 'Bình An có 1.052');
    expect(matchQuote(edited, selectors)).toEqual({
      state: 'changed',
      ...span(edited, 'Bình An có 1.052 chi bộ'),
    });
  });

  it('takes a like sentence about another year for another sentence, not for a changed number', () => {
    const page = 'Đầu bài. Năm 2019, huyện kết nạp 51 đảng viên. Hết bài.';
    const selectors = describeQuote(page, span(page, 'Năm 2019, huyện kết nạp 51 đảng viên.'));
    expect(matchQuote(page.replace('2019', '2021'), selectors)).toEqual({ state: 'orphan' });
    expect(matchQuote(page.replace('51', '52'), selectors).state).toBe('changed');
    expect(matchQuote(page.replace('51', '2.051'), selectors).state).toBe('changed');
  });

  it('is an orphan when its sentence is gone, though its digits stand elsewhere', () => {
    const selectors = describeQuote(PAGE, span(PAGE, 'tăng 3 so với năm trước'));
    const edited = PAGE.replace(', tăng 3 so với năm trước', '');
    expect(matchQuote(edited, selectors)).toEqual({ state: 'orphan' });
  });

  it('is an orphan, not another figure, when the quote is digits alone', () => {
    const selectors = describeQuote('Đạt 51/51.', span('Đạt 51/51.', '51/51'));
    expect(matchQuote('Đạt 49/51.', selectors)).toEqual({ state: 'orphan' });
  });

  it('is found again when it was clipped from decomposed text', () => {
    const decomposed = 'Có 1.837 đảng viên.'.normalize('NFD');
    const selectors = describeQuote(
      decomposed,
      span(decomposed, '1.837 đảng viên'.normalize('NFD')),
    );
    expect(matchQuote('Có 1.837 đảng viên.', selectors).state).toBe('in-place');
  });

  it('keeps in place only text equal to it, whatever else the page became', () => {
    const words = fc.array(
      fc.constantFrom('chi bộ', '51', '16/51', '1.837', 'xã', '\n', ', ', '.'),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(words, words, fc.nat(), fc.nat(), (before, after, a, b) => {
        const [old, now] = [before.join(' '), after.join(' ')];
        const [start, end] = [a % (old.length + 1), b % (old.length + 1)].sort((x, y) => x - y);
        const exact = old.slice(start, end);
        const match = matchQuote(now, describeQuote(old, { start: start ?? 0, end: end ?? 0 }));
        if (match.state === 'in-place') expect(now.slice(match.start, match.end)).toBe(exact);
        if (match.state === 'changed') expect(now.slice(match.start, match.end)).not.toBe(exact);
      }),
    );
  });
});
