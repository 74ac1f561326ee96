import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeQuote, matchQuote } from '../lib/core/selector.ts';
import { sentenceAround } from '../lib/core/sentence.ts';

const SENTENCES = [
  'Đảng bộ huyện An Hòa hiện có 42 tổ chức cơ sở đảng với 4.318 đảng viên.',
  'Năm 2019, huyện kết nạp 51 đảng viên.',
  'Năm 2020, huyện kết nạp 60 đảng viên.',
  'Năm 2021, huyện kết nạp 51 đảng viên.',
  'Có 97/128 chi bộ thôn (đạt 75,7%) có bí thư đồng thời là trưởng thôn.',
  'Đạt 51/51.',
  'Thu ngân sách đạt 86,4 tỷ đồng, tăng 12,3% so với năm trước.',
  'Xã Bình An có 12 thôn.',
  'Xã Hòa Lạc có 12 thôn.',
];

interface Line {
  /** Which sentence this line began as; edits keep it, so that the test knows the truth. */
  origin: number;
  text: string;
}

const index = fc.nat({ max: 50 });
const edit = fc.oneof(
  fc.record({
    do: fc.constant('number' as const),
    at: index,
    to: fc.integer({ min: 1, max: 9999 }),
  }),
  fc.record({ do: fc.constant('delete' as const), at: index }),
  fc.record({ do: fc.constant('move' as const), at: index, to: index }),
  fc.record({ do: fc.constant('advert' as const), at: index, to: index }),
  fc.record({ do: fc.constant('word' as const), at: index }),
);
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

function apply(lines: readonly Line[], change: Edit): Line[] {
  const at = change.at % Math.max(1, lines.length);
  const line = lines[at];
  if (!line) return [...lines];
  const others = lines.filter((_, each) => each !== at);
  const here = (text: string) => lines.map((each, i) => (i === at ? { ...each, text } : each));
  switch (change.do) {
    case 'delete':
      return others;
    case 'move':
      return others.toSpliced(change.to % (others.length + 1), 0, line);
    case 'advert':
      return lines.toSpliced(change.to % (lines.length + 1), 0, {
        origin: -1,
        text: 'Quảng cáo 51.',
      });
    case 'word':
      return here(line.text.replace('đảng viên', 'đảng viên mới'));
    case 'number':
      return here(line.text.replace(/\d+(?=\D*$)/, String(change.to)));
  }
}

describe('an article edited at random after it was clipped', () => {
  it('never has an excerpt attached to another figure in 1,000 histories', () => {
    const article = SENTENCES.join(' ');
    fc.assert(
      fc.property(
        fc.nat({ max: SENTENCES.length - 1 }),
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (picked, edits, decomposed) => {
          const clipped = SENTENCES[picked] ?? '';
          const start = article.indexOf(clipped);
          const selectors = describeQuote(article, { start, end: start + clipped.length });
          const lines = edits.reduce(
            apply,
            SENTENCES.map((text, origin): Line => ({ origin, text })),
          );
          const now = lines.map(({ text }) => text).join(' ');
          const text = decomposed ? now.normalize('NFD').normalize('NFC') : now;
          const match = matchQuote(text, selectors);
          if (match.state === 'orphan') return;
          const at = lines.findIndex(
            (_, i) =>
              lines.slice(0, i).reduce((sum, line) => sum + line.text.length + 1, 0) ===
              match.start,
          );
          expect(lines[at]?.origin).toBe(picked);
          if (match.state === 'in-place') expect(text.slice(match.start, match.end)).toBe(clipped);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

const PAGE = SENTENCES.join('\n');
const CLIP = sentenceAround(PAGE, { start: PAGE.indexOf('4.318'), end: PAGE.indexOf('4.318') + 5 });
const mutations: [name: string, edit: (page: string) => string, state: string][] = [
  ['nothing changed', (page) => page, 'in-place'],
  ['the number changed', (page) => page.replace('4.318', '4.320'), 'changed'],
  [
    'the sentence moved',
    (page) => `${page.replace(`${CLIP.exact}\n`, '')}\n${CLIP.exact}`,
    'in-place',
  ],
  ['the paragraph was deleted', (page) => page.replace(`${CLIP.exact}\n`, ''), 'orphan'],
  ['an advert came before it', (page) => `Quảng cáo 4.318 suất.\n${page}`, 'in-place'],
  [
    'a paragraph was written between',
    (page) => page.replace('\n', '\nThêm một đoạn.\n'),
    'in-place',
  ],
  ['the sentence was reworded', (page) => page.replace('hiện có', 'đang có'), 'orphan'],
];

describe('the states of an excerpt on a page opened again', () => {
  it.each(mutations)('when %s', (_, mutate, state) => {
    expect(matchQuote(mutate(PAGE), describeQuote(PAGE, CLIP)).state).toBe(state);
  });
});
