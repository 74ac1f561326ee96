import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '../lib/core/collection/differences.ts';
import { contextOf, markedBlocks, placeOf } from '../lib/core/collection/excerpt-context.ts';
import { collection, SENTENCES } from './sample-collection.ts';

async function sample() {
  const { annotations, articles } = await collection();
  const [ha, thuong] = annotations;
  const [article] = articles;
  if (!ha || !thuong || !article) throw new Error('the sample has two of one article');
  return { ha, thuong, article };
}

describe('an excerpt in its article', () => {
  it('is shown within its own paragraph', async () => {
    const { thuong, article } = await sample();
    const text = `Đầu bài.\n${article.text}\nCuối bài.`;
    expect(contextOf(thuong, { text })).toEqual({
      before: `${SENTENCES.HA} `,
      excerpt: SENTENCES.THUONG,
      after: '',
    });
  });

  it('is not shown where a digit differs or the words are gone', async () => {
    const { ha, article } = await sample();
    expect(contextOf(ha, { text: article.text.replace('27', '28') })).toBeUndefined();
    expect(contextOf(ha, { text: 'Bài khác.' })).toBeUndefined();
  });

  it('is marked with its mention, where excerpts overlap too', async () => {
    const { ha, thuong, article } = await sample();
    const places = [ha, ha, thuong].map((each) => placeOf(each, article));
    const [block] = markedBlocks(article.text, places);
    const mentions = block?.filter((part) => part.mentions.length > 0);
    expect(mentions?.map(({ text, mentions, begins }) => [text, mentions, begins])).toEqual([
      ['27', [0, 1], [0, 1]],
      ['31', [2], [2]],
    ]);
  });

  it('loses and doubles no character of the text, wherever the marks fall', () => {
    const places = fc.array(
      fc
        .tuple(fc.nat(30), fc.nat(10), fc.nat(10), fc.nat(10))
        .map(([start, lead, mention, rest]) => ({
          start,
          end: start + lead + mention + rest + 1,
          mentionStart: start + lead,
          mentionEnd: start + lead + mention,
        })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'đ', '\n', ' '), maxLength: 40 }),
        places,
        (text, all) => {
          const blocks = markedBlocks(text, all);
          expect(blocks.map((parts) => parts.map((part) => part.text).join('')).join('\n')).toBe(
            text,
          );
        },
      ),
    );
  });
});

describe('what an edit changed', () => {
  it('is listed field by field, and nothing else', async () => {
    const { ha } = await sample();
    const after = {
      ...ha,
      tags: ['đảng viên', 'họp'],
      review: { state: 'returned' as const, reason: 'Thiếu năm' },
      mention: ha.mention && { ...ha.mention, period: '2026', rule: 'other' },
      modified: '2027-01-01T00:00:00.000Z',
    };
    expect(differences(ha, after)).toEqual([
      { field: 'tags', before: 'đảng viên', after: 'đảng viên; họp' },
      { field: 'state', before: 'draft', after: 'returned' },
      { field: 'reason', before: '', after: 'Thiếu năm' },
      { field: 'mention.period', before: '', after: '2026' },
    ]);
    expect(differences(ha, ha)).toEqual([]);
  });
});
