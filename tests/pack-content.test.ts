import { describe, expect, it } from 'vitest';
import type { Annotation, StoredArticle } from '../lib/core/annotation.ts';
import type { ItemContent, PackContent } from '../lib/core/pack/pack-content.ts';
import { packFileName, type PackFormat } from '../lib/core/pack/pack-formats.ts';
import { resolvePack } from '../lib/core/pack/resolve-pack.ts';
import { generateCollection } from './generated-collection.ts';
import { HOSTILE } from './hostile-collection.ts';
import { collection, nextId, words } from './sample-collection.ts';
import { item, pack, section } from './sample-pack.ts';

async function sample() {
  const { annotations, articles } = await collection();
  const [ha, thuong] = annotations;
  const [article] = articles;
  if (!ha || !thuong || !article) throw new Error('the sample has two excerpts of an article');
  return { ha, thuong, article, annotations, articles };
}

const excerpt = ({ id }: Annotation, remark = '') =>
  item({ type: 'excerpt', annotationId: id, remark });
const question = (asked: string, answer: string, of?: Annotation) =>
  item({ type: 'question', question: asked, answer, ...(of && { annotationId: of.id }) });
const items = ({ sections }: PackContent) => sections.flatMap((each) => each.items);

function only<Type extends ItemContent['type']>(content: PackContent, type: Type) {
  const found = items(content).find((each) => each.type === type);
  if (!found) throw new Error(`no ${type}`);
  return found as Extract<ItemContent, { type: Type }>;
}

describe('an excerpt in a pack', () => {
  it('comes with its quote parted around the figure, its reading, remarks, source and verdict', async () => {
    const { ha, annotations, articles } = await sample();
    const made = pack([section('Một', [excerpt(ha, 'Đọc kỹ.\n\n So với năm trước. ')])]);
    const content = resolvePack(made, { annotations, articles }, words);
    const found = only(content, 'excerpt');
    expect(found.quote).toEqual({
      before: 'Chi bộ thôn Hạ có ',
      exact: '27',
      after: ' đảng viên.',
    });
    expect(found.facts).toContainEqual({ label: 'Đối tượng', value: 'đảng viên' });
    expect(found.remark).toEqual(['Đọc kỹ.', 'So với năm trước.']);
    expect(found).toMatchObject({ source: 1, state: 'draft', verdict: 'verified' });
    expect(content.sources.map(({ number, citation }) => [number, citation.slice(0, 22)])).toEqual([
      [1, 'Nguyễn Văn Mẫu (2026),'],
    ]);
  });

  it('says that it no longer stands in its article', async () => {
    const { ha, annotations, articles } = await sample();
    const changed = articles.map((each) => ({ ...each, text: each.text.replace('27', '28') }));
    const made = pack([section('Một', [excerpt(ha)])]);
    const content = resolvePack(made, { annotations, articles: changed }, words);
    expect(only(content, 'excerpt').verdict).toBe('quote_changed');
  });

  it('is told as left out where it is gone, lies in the trash, or is not approved', async () => {
    const { ha, thuong, articles } = await sample();
    const trashed = { ...ha, deleted: '2026-11-22T08:00:00.000Z' };
    const lost = item({ type: 'excerpt', annotationId: nextId(), remark: '' });
    const [gone, draft] = [excerpt(ha), excerpt(thuong)];
    const made = pack([section('Một', [gone, lost, draft])], { onlyApproved: true });
    const content = resolvePack(made, { annotations: [trashed, thuong], articles }, words);
    expect(items(content)).toEqual([]);
    expect(content.leftOut).toEqual([
      { itemId: gone.id, reason: 'gone' },
      { itemId: lost.id, reason: 'gone' },
      { itemId: draft.id, reason: 'not-approved' },
    ]);
    expect(content.sources).toEqual([]);
  });
});

describe('an article in a pack', () => {
  const marked = async (
    annotations: Annotation[],
    article: StoredArticle,
    onlyApproved = false,
  ) => {
    const whole = item({ type: 'article', articleId: article.id, remark: '' });
    const made = pack([section('Một', [whole])], { onlyApproved });
    return resolvePack(made, { annotations, articles: [article] }, words);
  };

  it('has all its words, with the excerpts and their figures marked', async () => {
    const { ha, article } = await sample();
    const found = only(await marked([ha], article), 'article');
    expect(found).toMatchObject({ title: 'Chi bộ hai thôn', published: '20/11/2026', source: 1 });
    expect(found.paragraphs).toHaveLength(1);
    const [parts = []] = found.paragraphs;
    expect(parts.map(({ text }) => text).join('')).toBe(article.text);
    expect(parts.filter(({ isExcerpt }) => isExcerpt).map(({ text }) => text)).toEqual([
      'Chi bộ thôn Hạ có ',
      '27',
      ' đảng viên.',
    ]);
    expect(
      parts.filter(({ mention }) => mention).map(({ text, mention }) => [text, mention]),
    ).toEqual([['27', 'figure']]);
  });

  it('marks no excerpt that nobody has approved where only those may be printed', async () => {
    const { ha, article } = await sample();
    const [parts = []] = only(await marked([ha], article, true), 'article').paragraphs;
    expect(parts.some(({ isExcerpt }) => isExcerpt)).toBe(false);
  });

  it('is told as left out where its record is gone', async () => {
    const whole = item({ type: 'article', articleId: 'mất', remark: '' });
    const content = resolvePack(
      pack([section('Một', [whole])]),
      { annotations: [], articles: [] },
      words,
    );
    expect(content.leftOut).toEqual([{ itemId: whole.id, reason: 'gone' }]);
  });
});

describe('questions and sources', () => {
  it('are numbered through all sections, in the order of reading', async () => {
    const { annotations, articles } = await generateCollection({
      articles: 2,
      excerptsPerArticle: 2,
    });
    const [a1, , b1, b2] = annotations;
    if (!a1 || !b1 || !b2) throw new Error('two articles of two');
    const made = pack([
      section('Một', [excerpt(b1), question('Bao nhiêu?', '……', b2)]),
      section('Hai', [question('Vì sao?', ''), excerpt(a1), question('Khi nào?', 'Năm 2026')]),
    ]);
    const content = resolvePack(made, { annotations, articles }, words);
    const asked = items(content).filter((each) => each.type === 'question');
    expect(asked.map(({ number, hasAnswer }) => [number, hasAnswer])).toEqual([
      [1, true],
      [2, false],
      [3, true],
    ]);
    expect(content.answers).toEqual([
      { number: 1, answer: ['……'], source: 1 },
      { number: 3, answer: ['Năm 2026'] },
    ]);
    expect(content.sources.map(({ address }) => address)).toEqual([
      b1.target.source,
      a1.target.source,
    ]);
  });
});

describe('what a page or a person may have put in a pack', () => {
  it.each(Object.entries(HOSTILE))('goes through as it is: %s', async (_, text) => {
    const { ha, annotations, articles } = await sample();
    const made = pack([section(text, [excerpt(ha, text), item({ type: 'text', text })])], {
      title: text,
    });
    const content = resolvePack(made, { annotations, articles }, words);
    expect(structuredClone(content)).toEqual(content);
    expect(content.cover.title).toBe(text);
    expect(content.sections[0]?.title).toBe(text);
  });

  it.each(Object.entries(HOSTILE))('names a file every system takes: %s', (_, title) => {
    const content = { cover: { title } } as PackContent;
    const format = { extension: 'docx' } as PackFormat;
    const name = packFileName(content, format);
    expect(name).toMatch(/^[^\\/:*?"<>|\p{C}]{1,80}\.docx$/u);
    expect(name.startsWith('.')).toBe(false);
  });

  it('ends a file’s name with a whole word, unless one word is all of it', () => {
    const named = (title: string) =>
      packFileName({ cover: { title } } as PackContent, { extension: 'docx' } as PackFormat);
    const words = `${'Tài liệu '.repeat(8)}nghiệp vụ`;
    expect(named(words)).toBe(`${'Tài liệu '.repeat(8)}nghiệp.docx`);
    expect(named('a'.repeat(100))).toBe(`${'a'.repeat(80)}.docx`);
  });
});
