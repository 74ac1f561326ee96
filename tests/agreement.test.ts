import { describe, expect, it } from 'vitest';
import type { Annotation, Figure, Mention } from '../lib/core/annotation.ts';
import { agreements } from '../lib/core/collection/agreement.ts';
import { draft, figure, LATER, SENTENCES } from './sample-collection.ts';

const { HA, THUONG } = SENTENCES;

/** A figure clipped by somebody. */
function clip(
  author: string | undefined,
  sentence: string,
  exact: string,
  fields: Partial<Figure> = {},
  annotation: Partial<Annotation> = {},
): Annotation {
  const mention = { ...figure(sentence, exact, exact.replace(',', '.')), ...fields } as Mention;
  return {
    ...draft(sentence, { mention }),
    articleId: 'a',
    ...(author && { author }),
    ...annotation,
  };
}

const told = (annotations: Annotation[]) =>
  agreements(annotations).map(({ readings }) =>
    readings.map(({ value, people }) => `${value}: ${people.join(', ')}`),
  );

describe('two people who clip one figure on their own', () => {
  it('confirm it where they read the same, however it is written down', () => {
    const clips = [
      clip('Lan', HA, '27'),
      clip('Hà', HA, '27', { value: '27.0', subject: 'người' }),
    ];
    expect(told(clips)).toEqual([['27: Lan, Hà']]);
  });

  it('disagree where they read another value or another unit', () => {
    const percent = { kind: 'percentage' } as const;
    expect(told([clip('Lan', HA, '27'), clip('Hà', HA, '27', { value: '72' })])).toEqual([
      ['27: Lan', '72: Hà'],
    ]);
    expect(
      told([
        clip('Lan', THUONG, '12,5', percent),
        clip('Hà', THUONG, '12,5'),
        clip('Mai', THUONG, '12,5', percent),
      ]),
    ).toEqual([['12.5 %: Lan, Mai', '12.5: Hà']]);
  });

  it('are heard also where one of them clipped more of the text around it', () => {
    const both = `${HA} ${THUONG}`;
    const wide = clip('Hà', both, '31', { value: '31' });
    const ranged = clip('Mai', THUONG, '31 đảng viên', { value: ['31', '32'] });
    expect(told([clip('Lan', THUONG, '31'), wide, ranged])).toEqual([
      ['31: Lan, Hà', '31–32: Mai'],
    ]);
  });

  it('are heard across two versions of the page', () => {
    const later = clip('Hà', HA, '27', {}, { articleId: 'b' });
    expect(told([clip('Lan', HA, '27'), later])).toEqual([['27: Lan, Hà']]);
  });

  it('say nothing of other figures: of another place, another page, or in the trash', () => {
    const elsewhere = clip('Hà', HA, '27', {}, { articleId: 'b' });
    elsewhere.target = { ...elsewhere.target, source: 'https://khac.example.vn/bai-2.html' };
    expect(told([clip('Lan', HA, '27'), clip('Hà', THUONG, '31'), elsewhere])).toEqual([]);
    const gone = clip('Hà', HA, '27', {}, { deleted: LATER.toISOString() });
    expect(told([clip('Lan', HA, '27'), gone])).toEqual([]);
  });

  it('are two people: one who clipped it twice confirms nothing', () => {
    expect(told([clip('Lan', HA, '27'), clip('Lan', HA, '27')])).toEqual([]);
    expect(told([clip(undefined, HA, '27'), clip(undefined, HA, '27', { value: '72' })])).toEqual(
      [],
    );
  });
});
