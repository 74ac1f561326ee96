import { describe, expect, it } from 'vitest';
import type { Annotation, Figure, Mention } from '../lib/core/annotation.ts';
import { agreements, figureClip } from '../lib/core/collection/agreement.ts';
import {
  EVERYTHING,
  SearchIndex,
  type SearchRequest,
} from '../lib/core/collection/search-index.ts';
import { formatValue } from '../lib/core/format-value.ts';
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
  agreements(annotations.flatMap((each) => figureClip(each) ?? [])).map(({ verdict, readings }) => {
    const said = readings.map(({ said: { kind, value, unit = '' }, people }) => {
      const shownUnit = kind === 'percentage' ? '%' : unit;
      return `${[formatValue(value), shownUnit].filter(Boolean).join(' ')}: ${people.join(', ')}`;
    });
    return [verdict, ...said];
  });

describe('two people who clip one figure on their own', () => {
  it('confirm it where they read the same, however it is written down', () => {
    const clips = [
      clip('Lan', HA, '27'),
      clip('Hà', HA, '27', { value: '27.0', subject: 'người' }),
    ];
    expect(told(clips)).toEqual([['confirmed', '27: Lan, Hà']]);
  });

  it('disagree where they read another value or another unit', () => {
    const percent = { kind: 'percentage' } as const;
    expect(told([clip('Lan', HA, '27'), clip('Hà', HA, '27', { value: '72' })])).toEqual([
      ['disputed', '27: Lan', '72: Hà'],
    ]);
    expect(
      told([
        clip('Lan', THUONG, '12,5', percent),
        clip('Hà', THUONG, '12,5'),
        clip('Mai', THUONG, '12,5', percent),
      ]),
    ).toEqual([['disputed', '12,5 %: Lan, Mai', '12,5: Hà']]);
  });

  it('are heard also where one of them clipped more of the text around it', () => {
    const both = `${HA} ${THUONG}`;
    const wide = clip('Hà', both, '31', { value: '31' });
    const ranged = clip('Mai', THUONG, '31 đảng viên', { value: ['31', '32'] });
    expect(told([clip('Lan', THUONG, '31'), wide, ranged])).toEqual([
      ['disputed', '31: Lan, Hà', '31 – 32: Mai'],
    ]);
  });

  it('are heard across two versions of the page', () => {
    const later = clip('Hà', HA, '27', {}, { articleId: 'b' });
    expect(told([clip('Lan', HA, '27'), later])).toEqual([['confirmed', '27: Lan, Hà']]);
  });

  it('say nothing of other figures: of another place, another page, or in the trash', () => {
    const elsewhere = clip('Hà', HA, '27', {}, { articleId: 'b' });
    elsewhere.target = { ...elsewhere.target, source: 'https://khac.example.vn/bai-2.html' };
    expect(told([clip('Lan', HA, '27'), clip('Hà', THUONG, '31'), elsewhere])).toEqual([]);
    const gone = clip('Hà', HA, '27', {}, { deleted: LATER.toISOString() });
    expect(told([clip('Lan', HA, '27'), gone])).toEqual([]);
  });

  it('disagree also where one of them gave no name', () => {
    const unnamed = clip(undefined, HA, '27', { value: '72' });
    expect(told([clip('Lan', HA, '27'), unnamed])).toEqual([['disputed', '27: Lan', '72: ']]);
  });

  it('are two people: one who clipped it twice confirms nothing', () => {
    expect(told([clip('Lan', HA, '27'), clip('Lan', HA, '27')])).toEqual([]);
    expect(told([clip('Lan', HA, '27'), clip(undefined, HA, '27')])).toEqual([]);
    expect(told([clip(undefined, HA, '27'), clip(undefined, HA, '27', { value: '72' })])).toEqual(
      [],
    );
  });
});

describe('a collection in which people clip the same figures', () => {
  const all = (): SearchRequest => ({ ...EVERYTHING });
  const verdicts = (index: SearchIndex) => index.facets(all(), () => 9).agreement?.values;
  const found = (index: SearchIndex, verdict: string) =>
    index.find({ ...all(), chosen: { agreement: [verdict] } });

  it('is counted and narrowed by who agrees, however the excerpts came in and went', () => {
    const [lan, ha, mai] = ['Lan', 'Hà', 'Mai'].map((name) => clip(name, HA, '27')) as [
      Annotation,
      Annotation,
      Annotation,
    ];
    const other = clip('Mai', THUONG, '31');
    for (const order of [
      [lan, ha, other],
      [other, ha, lan],
    ]) {
      const index = new SearchIndex();
      for (const each of order) index.put(each, undefined);
      expect(verdicts(index)).toEqual([{ value: 'confirmed', count: 2 }]);
      expect(found(index, 'confirmed').sort()).toEqual([lan.id, ha.id].sort());
      expect(index.agreementOf(lan.id)?.readings[0]?.people.toSorted()).toEqual(['Hà', 'Lan']);
      expect(index.agreementOf(other.id)).toBeUndefined();

      index.put({ ...mai, mention: { ...mai.mention, value: '72' } as Figure }, undefined);
      expect(verdicts(index)).toEqual([{ value: 'disputed', count: 3 }]);
      index.remove(mai.id);
      expect(found(index, 'confirmed')).toHaveLength(2);

      index.put({ ...ha, deleted: LATER.toISOString() }, undefined);
      expect(verdicts(index)).toEqual([]);
      expect(index.agreementOf(lan.id)).toBeUndefined();
      expect(found(index, 'confirmed')).toEqual([]);
    }
  });

  it('is found by the words that the reader sees', () => {
    const labels = { disputed: 'Khác số', confirmed: 'Cùng số' };
    const index = new SearchIndex((name, value) =>
      name === 'agreement' ? labels[value as keyof typeof labels] : undefined,
    );
    for (const each of [clip('Lan', HA, '27'), clip('Hà', HA, '27', { value: '72' })])
      index.put(each, undefined);
    expect(index.find({ ...all(), text: 'cùng ghi:"khác số"' })).toHaveLength(2);
    expect(index.find({ ...all(), text: 'cùng ghi:"cùng số"' })).toHaveLength(0);
  });
});
