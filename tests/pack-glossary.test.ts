import { describe, expect, it } from 'vitest';
import type { Programme } from '../lib/core/annotation.ts';
import type { ProgrammeEntry } from '../lib/core/collection/programme-entry.ts';
import { glossaryOf, type Citation } from '../lib/core/pack/glossary.ts';
import { resolvePack } from '../lib/core/pack/resolve-pack.ts';
import { generateCollection } from './generated-collection.ts';
import { nextId, NOW, words } from './sample-collection.ts';
import { item, pack, section } from './sample-pack.ts';

describe('the glossary', () => {
  let entity = 0;
  const cited = (exact: string, fields: Partial<Programme> = {}, articleId = 'a'): Citation => ({
    excerpt: {
      id: nextId(),
      articleId,
      programme: {
        type: 'programme',
        kind: 'directive',
        exact,
        start: 0,
        end: exact.length,
        entity: `p${++entity}`,
        rule: 'number',
        ...fields,
      },
      place: entity,
      published: '2018-03-01',
      home: articleId,
    },
    source: articleId === 'a' ? 1 : 2,
  });

  it('names a programme as a heading does: a capital first, and quotes that are closed', () => {
    const entries = glossaryOf([
      cited('phong trào “Chi bộ bốn tốt', { kind: 'movement', title: 'Chi bộ bốn tốt' }),
      cited('cuộc vận động "Dân vận khéo', { kind: 'movement', title: 'Dân vận khéo' }),
    ]);
    expect(entries.map(({ name }) => name)).toEqual([
      'Cuộc vận động "Dân vận khéo"',
      'Phong trào “Chi bộ bốn tốt”',
    ]);
  });

  it('has a central document once, whichever articles cite it and by whichever name', () => {
    const entries = glossaryOf([
      cited('Chỉ thị 05', { entity: 'x' }),
      cited('Chỉ thị số 05-CT/TW', { number: '05-CT/TW', entity: 'x', date: '2016-05-15' }),
      cited(
        'Chỉ thị số 05-CT/TW ngày 15/5/2016',
        { number: '05-CT/TW', issuer: 'Bộ Chính trị' },
        'b',
      ),
    ]);
    expect(entries).toEqual([
      {
        name: 'Chỉ thị số 05-CT/TW ngày 15/5/2016',
        kind: 'directive',
        number: '05-CT/TW',
        issuer: 'Bộ Chính trị',
        date: '15/05/2016',
        aliases: ['Chỉ thị 05', 'Chỉ thị số 05-CT/TW'],
        sources: [1, 2],
      },
    ]);
  });

  it('keeps the documents of two districts apart that bear one number', () => {
    const plan = (issuer: string) =>
      cited('Kế hoạch số 82-KH/HU', { kind: 'plan', number: '82-KH/HU', issuer }, issuer);
    expect(glossaryOf([plan('Huyện ủy A'), plan('Huyện ủy B'), plan('Huyện ủy A')])).toHaveLength(
      2,
    );
  });

  it('ties nothing together that a reader named by hand', () => {
    const entries = glossaryOf([
      cited('Phong trào Một', { kind: 'movement', entity: 'reader', rule: 'reader' }),
      cited('Phong trào Hai', { kind: 'movement', entity: 'reader', rule: 'reader' }),
    ]);
    expect(entries.map(({ name }) => name)).toEqual(['Phong trào Hai', 'Phong trào Một']);
  });

  it('joins what a person joined in the register, and has what was filled in there', () => {
    const plan = cited('Kế hoạch số 82', { kind: 'plan', number: '82' });
    const other = cited('Kế hoạch nước sạch', { kind: 'plan', title: 'nước sạch' }, 'b');
    const joined: ProgrammeEntry = {
      type: 'programme-entry',
      id: nextId(),
      keys: [],
      excerpts: [plan.excerpt.id, other.excerpt.id],
      issuer: 'Huyện ủy Mẫu Sơn',
      aliases: [],
      note: '',
      modified: NOW.toISOString(),
    };
    expect(glossaryOf([plan, other])).toHaveLength(2);
    expect(glossaryOf([plan, other], [joined])).toMatchObject([
      { number: '82', issuer: 'Huyện ủy Mẫu Sơn', sources: [1, 2] },
    ]);
  });

  it('has nothing of entries that no excerpt of the pack cites', () => {
    const own: ProgrammeEntry = {
      type: 'programme-entry',
      id: nextId(),
      keys: [],
      excerpts: [],
      title: 'Đề án tự ghi',
      kind: 'scheme',
      aliases: [],
      note: '',
      modified: NOW.toISOString(),
    };
    expect(glossaryOf([], [own])).toEqual([]);
  });

  it('lists what the excerpts of a pack cite', async () => {
    const { annotations, articles, answers } = await generateCollection({
      articles: 4,
      excerptsPerArticle: 14,
    });
    const made = pack([
      section(
        'Tất cả',
        annotations.map(({ id }) => item({ type: 'excerpt', annotationId: id, remark: '' })),
      ),
    ]);
    const { glossary } = resolvePack(made, { annotations, articles }, words);
    expect(new Set(glossary.map(({ number }) => number))).toEqual(answers.documents);
  });
});
