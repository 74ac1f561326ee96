import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Programme } from '../lib/core/annotation.ts';
import { findProgrammes } from '../lib/core/recognise/programmes.ts';
import { readingText } from '../lib/core/recognise/reading-text.ts';

const find = (text: string): Programme[] => findProgrammes(text, {});

/** Pieces that begin, continue or break off what the rules read. */
const PIECES = (
  'Nghị quyết|nghị quyết|Chỉ thị số|Đề án|phong trào|Luật Đất đai|Điều lệ|18-NQ/TW|05-CT/TW|15/2020/NĐ-CP|4|19|' +
  'khóa XII|(khóa XI, XII)|T.Ư|Trung ương|Đại hội|lần thứ XVI|Đảng bộ tỉnh|của Bộ Chính trị|ngày 3/2/2020|' +
  '“Dân vận khéo”|“|”|(gọi tắt là|Đề án 77|)|này|về|nâng cao chất lượng|giai đoạn 2021-2025|và|,|.|;|\n| |  |' +
  '\u200B|\u00AD|uỷ|khoá|𝐀'
).split('|');
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })), { maxLength: 30 })
  .map((pieces) => pieces.join(' '));

describe('whatever the text, what is marked is what stands there', () => {
  test('spans slice the exact text, in order, without overlap', () => {
    fc.assert(
      fc.property(text, (input) => {
        let last = 0;
        for (const { start, end, exact } of find(input)) {
          expect(input.slice(start, end)).toBe(exact);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      }),
      { numRuns: 400 },
    );
  });

  test('entities are numbered in the order of their first mentions', () => {
    fc.assert(
      fc.property(text, (input) => {
        const firsts = [...new Set(find(input).map(({ entity }) => entity))];
        expect(firsts).toEqual(firsts.map((_, at) => `p${at + 1}`));
      }),
    );
  });

  test('zero-width characters change nothing but the offsets', () => {
    const plain = 'Thực hiện Nghị quyết số 18-NQ/TW và phong trào “Dân vận khéo”.';
    const strewn = plain.replaceAll(/(?<=\p{L})(?=\p{L})/gu, '\u200B');
    const kept = ({ kind, number, title, entity }: Programme): object => ({
      kind,
      number,
      title,
      entity,
    });
    expect(find(strewn).map(kept)).toEqual(find(plain).map(kept));
    expect(find(strewn).map(({ exact }) => exact.replaceAll('\u200B', ''))).toEqual(
      find(plain).map(({ exact }) => exact),
    );
  });

  test('the tone may stand on either vowel', () => {
    const kinds = (input: string): string[] =>
      find(input).map(({ kind, term }) => `${kind} ${term}`);
    expect(kinds('Nghị quyết Trung ương 4 khoá XII')).toEqual(
      kinds('Nghị quyết Trung ương 4 khóa XII'),
    );
  });
});

test('readingText moves old tones, and leaves qu- and closed syllables alone', () => {
  expect(readingText('uỷ ban, khoá, hoà, thuỷ, quý, hoàn, KHOÁ').words).toBe(
    'ủy ban, khóa, hòa, thủy, quý, hoàn, KHÓA',
  );
});
