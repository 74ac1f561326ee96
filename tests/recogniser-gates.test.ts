/** What makes the recogniser fast hides nothing from it: each short cut beside the long way round. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordBefore, wordPairBefore, wordsBefore } from '../lib/core/recognise/boundary.ts';
import { readCues } from '../lib/core/recognise/cues.ts';
import { readDate, readEveryForm } from '../lib/core/recognise/dates.ts';
import { detailsBefore } from '../lib/core/recognise/document-details.ts';
import cues from '../lib/core/recognise/lexicon/cues.json' with { type: 'json' };
import dates from '../lib/core/recognise/lexicon/dates.json' with { type: 'json' };
import nouns from '../lib/core/recognise/lexicon/nouns.json' with { type: 'json' };
import { readChain, readNumeral } from '../lib/core/recognise/numeral.ts';
import { LastWords, PhraseIndex } from '../lib/core/recognise/phrase-index.ts';

const CORPUS = new URL('corpus/', import.meta.url);
const texts = readdirSync(CORPUS)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, CORPUS), 'utf8').normalize('NFC').toLowerCase());

const anyPiece = (pieces: readonly string[]) =>
  fc.array(
    fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(' ', '  ', '\n', ',', '-', '–', 'a')),
    {
      maxLength: 12,
    },
  );

describe('no date is missed for want of a sign', () => {
  const agrees = (lower: string): void => {
    for (const { index } of lower.matchAll(/\d/g)) {
      expect(readDate(lower, index)).toEqual(readEveryForm(lower, index));
    }
  };

  test('in the corpus', () => texts.forEach(agrees));

  test('in any row of cues, digits and signs', () => {
    const words = [...dates.dayCues, ...dates.dateCues, ...dates.yearCues, 'tháng', 'quý', 'năm'];
    const digits = [
      '3',
      '12',
      '30',
      '123',
      '2020',
      '2025',
      '/',
      '.',
      ':',
      '%',
      'h',
      'giờ',
      'và',
      'đến',
    ];
    fc.assert(
      fc.property(anyPiece([...words, ...digits, ...digits]), (parts) => agrees(parts.join(''))),
      { numRuns: 2000 },
    );
  });
});

describe('a number is read the same by its digits as by its form', () => {
  const told = (numeral: ReturnType<typeof readNumeral>) =>
    numeral && { ...numeral, value: [numeral.value.c, numeral.value.e] };
  const digits = fc.stringMatching(/^\d{1,12}$/);

  test('with any digits on either side of its separator, and whatever follows', () => {
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom('.', ','),
        digits,
        fc.constantFrom('', ' ha', '.', ',5', '.000', '%'),
        (before, separator, after, rest) => {
          const text = before + separator + after + rest;
          expect(told(readNumeral(text, 0))).toEqual(told(readChain(text, 0, before.length)));
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('a phrase is found wherever it stands, the longest first', () => {
  const { notNouns, ...counted } = nouns;
  const phrases = [...Object.values(counted).flat(), ...notNouns];
  const index = new PhraseIndex(phrases);
  const longestFirst = phrases.toSorted((a, b) => b.length - a.length);
  const WORD = /^[\p{L}\p{M}\p{N}]/u;
  const searched = (lower: string, at: number): string | undefined =>
    longestFirst.find(
      (phrase) => lower.startsWith(phrase, at) && !WORD.test(lower.slice(at + phrase.length)),
    );

  test('in the corpus', () => {
    const lower = texts.slice(0, 3).join('\n');
    for (let at = 0; at < lower.length; at++) {
      if (index.match(lower, at) !== searched(lower, at)) expect.fail(lower.slice(at, at + 40));
    }
  });

  test('in any row of phrases, spaces and letters beyond the first plane', () => {
    fc.assert(
      fc.property(anyPiece([...phrases, '𝐀', '😀', 'chi', 'đảng']), (parts) => {
        const lower = parts.join('');
        for (let at = 0; at < lower.length; at++) {
          expect(index.match(lower, at)).toBe(searched(lower, at));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the words before a number are the same, cut out of the text or not', () => {
  const cueWords = [...dates.dayCues, ...dates.yearCues, ...cues.changeFillers].filter((word) =>
    /^\p{L}+$/u.test(word),
  );
  const known = new Set(cueWords);
  const lastWords = new LastWords(cueWords);
  const agrees = (lower: string): void => {
    for (let at = 0; at <= lower.length; at++) {
      expect(lastWords.isBefore(lower, at)).toBe(known.has(wordBefore(lower, at)));
      const [first = '', second = ''] = wordsBefore(lower, at, 2);
      expect(wordPairBefore(lower, at)).toEqual([first, second]);
    }
  };

  test('in the corpus', () => agrees(texts[0] ?? ''));

  test('in any row of cues and spaces', () => {
    fc.assert(
      fc.property(anyPiece([...cueWords, '5', '     ', 'ngàyngày']), (parts) =>
        agrees(parts.join('')),
      ),
      { numRuns: 300 },
    );
  });
});

describe('no word of the lexicon is passed over', () => {
  const cuesOf = (before: string) =>
    readCues(`${before} 500`, {
      start: before.length + 1,
      end: before.length + 4,
      kind: 'percentage',
      ranged: false,
    });

  test.each(Object.entries(cues.comparators))(
    '"%s" before a value compares',
    (phrase, comparator) => {
      expect(cuesOf(`đạt ${phrase}`).comparator).toBe(comparator);
    },
  );

  test.each(cues.changeFillers.filter((word) => !word.includes(' ') && word !== 'từ'))(
    'a change is told though "%s" stands behind its verb',
    (filler) => {
      expect(cuesOf(`tỷ lệ tăng ${filler}`).change).toBe('increase-by');
    },
  );

  test.each(['ban hành', 'thông qua', 'ra', 'ký', 'phê duyệt', 'ban hành các', 'ra những', 'KÝ :'])(
    'who issued is read before "%s"',
    (verb) => {
      const clause = `Huyện ủy đã ${verb} `;
      expect(detailsBefore(clause, clause.length).issuer).toBe('Huyện ủy');
    },
  );
});
