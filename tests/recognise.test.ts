import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure, Mention } from '../lib/core/annotation.ts';
import { Check, Mention as MentionSchema } from '../lib/core/annotation.ts';
import { recognise } from '../lib/core/recognise/recognise.ts';

/** Pieces that news text is made of; joined in any order they make text no paper would print. */
const PIECES = [
  '1.837',
  '51/51',
  '31,3%',
  '6.65',
  '43,4 triệu đồng',
  '90 - 100',
  '15 đến 30 phút',
  '22-7-2019',
  '2/9',
  '05',
  '0912 345 678',
  'đảng viên',
  'chi bộ',
  'Đảng bộ huyện Sơn Hà',
  'Nghị quyết số 18-NQ/TW',
  'Đề án 06',
  'năm 2020',
  'ngày',
  'tháng',
  'thôn',
  'số',
  'tăng',
  'giảm còn',
  'so với',
  'hơn',
  'gần',
  'trong đó',
  'gồm',
  'chiếm',
  'từ',
  'đến',
  'và',
  'hai mươi tư',
  'rưỡi',
  'lần',
  'tỷ',
  '“',
  '”',
  '(',
  ')',
  ',',
  '.',
  ';',
  ':',
  '/',
  '-',
  '–',
  '%',
  '\n',
  ' ',
  '\u00A0',
  '\u200B',
  'Ð',
  'С',
  '😀',
  '\uD800',
];
const newsText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })), { maxLength: 30 })
  .chain((pieces) => fc.constantFrom('', ' ').map((gap) => pieces.join(gap)));

describe('whatever the text', () => {
  test('a mark covers exactly the words it claims, in order, and no two figures overlap', () => {
    fc.assert(
      fc.property(newsText, (text) => {
        const { mentions } = recognise(text);
        for (const { start, end, exact } of mentions) expect(text.slice(start, end)).toBe(exact);
        const figures = mentions.filter(({ type }) => type === 'figure');
        for (const [at, { start }] of figures.entries()) {
          expect(start).toBeGreaterThanOrEqual(figures[at - 1]?.end ?? 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('no figure is marked inside the name of a programme', () => {
    fc.assert(
      fc.property(newsText, (text) => {
        const { mentions } = recognise(text);
        const programmes = mentions.filter(({ type }) => type === 'programme');
        for (const figure of mentions.filter(({ type }) => type === 'figure')) {
          for (const { start, end } of programmes) {
            expect(figure.end <= start || end <= figure.start).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('every record is one that the library can store', () => {
    fc.assert(
      fc.property(newsText, (text) => {
        const { mentions, checks } = recognise(text);
        for (const mention of mentions)
          expect(MentionSchema.safeParse(mention).error).toBeUndefined();
        for (const check of checks) {
          expect(Check.safeParse(check).error).toBeUndefined();
          for (const at of check.mentions) expect(mentions[at]?.type).toBe('figure');
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a page in decomposed Unicode gives the same marks as a composed one', () => {
    const words = fc.array(fc.constantFrom(...PIECES.filter((piece) => piece !== '\uD800')), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(words, (pieces) => {
        const composed = pieces.join(' ').normalize('NFC');
        const decomposed = composed.normalize('NFD');
        expect(recognise(decomposed).mentions.map(withoutPlace)).toEqual(
          recognise(composed).mentions.map(withoutPlace),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('text that is no text at all does not throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        recognise(text);
      }),
      { numRuns: 300 },
    );
  });
});

function withoutPlace(mention: Mention): object {
  const { start: _start, end: _end, exact, ...rest } = mention;
  return { ...rest, exact: exact.normalize('NFC') };
}

describe('a number reads back to its value', () => {
  const whole = fc.bigInt({ min: 1n, max: 999_999_999_999n });
  const figureOf = (text: string): Figure | undefined =>
    recognise(text).mentions.find((mention) => mention.type === 'figure');

  test('with points between thousands', () => {
    fc.assert(
      fc.property(whole, (value) => {
        expect(figureOf(`Có ${grouped(value)} đảng viên.`)?.value).toBe(String(value));
      }),
    );
  });

  test('with a decimal comma before a percent sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 99 }), (a, b) => {
        const digits = String(b).padStart(2, '0');
        const value = `${a}.${digits}`.replace(/0+$/, '');
        expect(figureOf(`Tỷ lệ là ${a},${digits}%.`)?.value).toBe(value);
      }),
    );
  });

  test('with a magnitude word and a currency', () => {
    const magnitudes = fc.constantFrom<[string, bigint][]>(
      ['nghìn', 1000n],
      ['triệu', 1_000_000n],
      ['tỷ', 1_000_000_000n],
      ['nghìn tỷ', 1_000_000_000_000n],
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), magnitudes, (count, [word, factor]) => {
        const text = `Chi ${grouped(BigInt(count))} ${word} đồng.`;
        expect(figureOf(text)?.value).toBe(String(BigInt(count) * factor));
      }),
    );
  });

  test('as a ratio, each side as written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 32, max: 1899 }), (a, b) => {
        expect(figureOf(`Có ${a}/${b} chi bộ.`)?.value).toBe(`${a}/${b}`);
      }),
    );
  });

  test('spelled out in words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 999_999 }), (value) => {
        expect(figureOf(`Có ${spelled(value)} đảng viên.`)?.value).toBe(String(value));
      }),
      { numRuns: 500 },
    );
  });
});

function grouped(value: bigint): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}

const WORDS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** Writes a number as it is said: 24 → `hai mươi tư`, 305 → `ba trăm linh năm`. */
function spelled(value: number): string {
  if (value >= 1000) {
    const rest = value % 1000;
    const head = `${spelled(Math.floor(value / 1000))} nghìn`;
    if (rest === 0) return head;
    return rest < 100 ? `${head} không trăm ${below100(rest, true)}` : `${head} ${spelled(rest)}`;
  }
  if (value < 100) return below100(value, false);
  const rest = value % 100;
  const head = `${WORDS[Math.floor(value / 100)]} trăm`;
  return rest === 0 ? head : `${head} ${below100(rest, true)}`;
}

function below100(value: number, afterHundred: boolean): string {
  const [tens, units] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return afterHundred ? `linh ${WORDS[units]}` : String(WORDS[units]);
  const head = tens === 1 ? 'mười' : `${WORDS[tens]} mươi`;
  if (units === 0) return head;
  const special = new Map([
    [1, tens > 1 ? 'mốt' : 'một'],
    [4, tens > 1 ? 'tư' : 'bốn'],
    [5, 'lăm'],
  ]);
  return `${head} ${special.get(units) ?? WORDS[units]}`;
}
