import { describe, expect, it } from 'vitest';
import type { Annotation, Mention } from '../lib/core/annotation.ts';
import type { Source } from '../lib/core/collection/excerpt.ts';
import {
  EVERYTHING,
  isNarrowed,
  SearchIndex,
  type Chosen,
  type SearchRequest,
} from '../lib/core/collection/search-index.ts';
import { tidyTags } from '../lib/core/collection/tags.ts';
import { generateCollection } from './generated-collection.ts';
import { collection } from './sample-collection.ts';

const LABELS: Record<string, string> = {
  'figure/count': 'Số đếm, số liệu',
  approved: 'Đã duyệt',
  draft: 'Nháp',
  VND: 'đồng',
};

const programme: Mention = {
  type: 'programme',
  kind: 'resolution',
  exact: 'Nghị quyết số 21',
  number: '21-NQ/TW',
  entity: 'a',
  rule: 'numbered',
  start: 0,
  end: 16,
};
const money: Mention = {
  type: 'figure',
  kind: 'money',
  exact: '43,4 triệu đồng',
  value: '43400000',
  unit: 'VND',
  scope: 'xã Mẫu',
  period: '2019-06',
  rule: 'money',
  start: 4,
  end: 19,
};

/** Five excerpts: two of the sample, a document, a selection of another paper, a sum of money. */
async function sample(): Promise<Annotation[]> {
  const { annotations } = await collection();
  const [ha, thuong] = annotations;
  if (!ha || !thuong) throw new Error('the sample has two');
  const documents = { ...ha, id: 'c', mention: programme, tags: ['Nghị quyết', 'thôn Hạ'] };
  const { mention: _, ...selection } = { ...thuong, id: 'd', tags: ['Đặc biệt'], note: 'hoà giải' };
  const [quote, position] = ha.target.selector;
  const exact = 'Góp 43,4 triệu đồng, hơn 1.837 ngày công.';
  const selector: Annotation['target']['selector'] = [{ ...quote, exact }, position];
  const sum = { ...ha, id: 'e', mention: money, tags: [], articleId: 'other', note: '' };
  return [
    ha,
    thuong,
    documents,
    selection,
    {
      ...sum,
      review: { state: 'approved' },
      target: { source: 'https://www.baogialai.example.vn/x', selector },
    },
  ];
}

const OTHER = {
  id: 'other',
  siteName: 'Báo Gia Lai',
  title: 'Góp công',
  publishedTime: '2020-07-15',
};

async function filled() {
  const excerpts = await sample();
  const { articles } = await collection();
  const index = new SearchIndex((_, value) => LABELS[value]);
  for (const annotation of excerpts) {
    index.put(annotation, (annotation.articleId === 'other' ? OTHER : articles[0]) as Source);
  }
  const found = (request: Partial<SearchRequest>) =>
    index
      .find({ ...EVERYTHING, ...request })
      .map((id) => excerpts.findIndex((each) => each.id === id))
      .sort();
  return { index, excerpts, found };
}

describe('searching the library', () => {
  it.each([
    ['dang vien', [0, 1, 2, 3]],
    ['ĐẢNG VIÊN thuong', [1, 3]],
    ['thượng   có', [1, 3]],
    ['hai thon', [0, 1, 2, 3]],
    ['hòa giải', [3]],
    ['hoà giải', [3]],
    ['"giải hoà"', []],
    ['bao cao quy', [1]],
    ['báo cáo quí', [1]],
    ['báo cáo q', [1]],
    ['1.837 ngày', [4]],
    ['1.837 ngài', []],
    ['đặc biệt', [3]],
    ['21-NQ', [2]],
    ['vi du mau', [0, 1, 2, 3]],
    ['kiểm tra', []],
    ['  ', [0, 1, 2, 3, 4]],
    ['iên', []],
    ['"thôn hạ có"', [0, 2]],
    ['"thôn hạ c"', []],
    ['1837', [4]],
    ['1 837', [4]],
    ['1\u00A0837 ngày công', [4]],
    ['1 838', []],
    ['1.837', [4]],
    ['1,837', [4]],
    ['837', []],
    ['43,4 triệu', [4]],
    ['43400000', [4]],
    ['43.400.000', [4]],
    ['12,5%', [1, 3]],
    ['12.5', [1, 3]],
    ['thẻ:"thôn hạ"', [2]],
    ['the:nghi', [2]],
    ['-thẻ:"đảng viên"', [2, 3, 4]],
    ['đơn vị:đồng', [4]],
    ['don vi:vnd', [4]],
    ['đơn vị:"xã mẫu"', [4]],
    ['địa bàn:mẫu', [4]],
    ['nguồn:baogialai', [4]],
    ['nguồn:"Báo Ví Dụ"', [0, 1, 2, 3]],
    ['thời điểm:2019', [4]],
    ['thời điểm:06/2019', [4]],
    ['thời điểm:2020', []],
    ['sau:2025', [0, 1, 2, 3]],
    ['trước:2021', [4]],
    ['năm:7/2020', [4]],
    ['-sau:2025', [4]],
    ['loại:"số liệu"', [0, 1]],
    ['loại:programme', [2]],
    ['trạng thái:duyệt', [4]],
    ['trạng thái:"đã duyệt"', [4]],
    ['trạng thái:nháp', [0, 1, 2, 3]],
    ['thiếu:organisation', [0, 1]],
    ['đối tượng:"đảng viên"', [0, 1]],
  ])('%s', async (text, expected) => {
    const { found } = await filled();
    expect(found({ text })).toEqual(expected);
  });

  it('does not join the end of one field to the start of the next', async () => {
    const { found } = await filled();
    expect(found({ text: 'vien.chi' })).toEqual([]);
  });

  it.each<[Chosen, number[]]>([
    [{ kind: ['figure/count'] }, [0, 1]],
    [{ kind: ['figure/count', 'selection'] }, [0, 1, 3]],
    [{ tag: ['thôn Hạ', 'Nghị quyết'] }, [2]],
    [{ tag: ['thôn Hạ', 'đảng viên'] }, []],
    [{ outlet: ['Báo Gia Lai'], state: ['draft'] }, []],
    [{ year: ['2020'] }, [4]],
    [{ tag: ['không có'] }, []],
    [{ tag: [] }, [0, 1, 2, 3, 4]],
  ])('narrows to %j', async (chosen, expected) => {
    const { found } = await filled();
    expect(found({ chosen })).toEqual(expected);
  });

  it('counts what each value would leave, and beside a ticked one what it would add', async () => {
    const { index } = await filled();
    const facets = (request: Partial<SearchRequest>) =>
      index.facets({ ...EVERYTHING, ...request }, () => 2);
    expect(facets({}).tag).toEqual({
      values: [
        { value: 'đảng viên', count: 2 },
        { value: 'Nghị quyết', count: 1 },
      ],
      distinct: 4,
    });
    expect(facets({ chosen: { kind: ['figure/count'] } }).kind?.values).toEqual([
      { value: 'figure/count', count: 2 },
      { value: 'figure/money', count: 1 },
    ]);
    expect(facets({ chosen: { kind: ['figure/count'] } }).outlet?.values).toEqual([
      { value: 'Báo Ví Dụ', count: 2 },
    ]);
    expect(facets({ chosen: { tag: ['thôn Hạ'] } }).tag?.distinct).toBe(2);
  });

  it('knows whether a request narrows at all', () => {
    expect(isNarrowed({ ...EVERYTHING, text: ' ', chosen: { tag: [] } })).toBe(false);
    expect(isNarrowed({ ...EVERYTHING, chosen: { tag: ['x'] } })).toBe(true);
  });

  it('follows edits, the trash and removal', async () => {
    const { index, excerpts, found } = await filled();
    const [one] = excerpts;
    if (!one) throw new Error('none');
    index.put({ ...one, note: 'đối chiếu', deleted: one.created }, undefined);
    expect(found({ text: 'đối chiếu' })).toEqual([]);
    expect(found({ text: 'đối chiếu', isTrash: true })).toEqual([0]);
    index.remove(one.id);
    expect([index.count(false), index.count(true)]).toEqual([4, 0]);
    expect(found({ isTrash: true })).toEqual([]);
  });

  it.each([
    ['created', false],
    ['amount', false],
    ['amount', true],
    ['organisation', false],
    ['organisation', true],
    ['published', true],
    ['sentence', false],
    ['tag', false],
    ['article', false],
  ] as const)('sorts by %s (descending: %s), what has no value last', async (by, isDescending) => {
    const { index, excerpts } = await filled();
    const order = index
      .find({ ...EVERYTHING, sort: { by, isDescending } })
      .map((id) => excerpts.find((each) => each.id === id));
    const key = (annotation: Annotation | undefined) => {
      const { mention } = annotation ?? {};
      if (by === 'amount') return mention?.type === 'figure' ? Number(mention.value) : undefined;
      if (by === 'organisation') return mention?.type === 'figure' ? mention.scope : undefined;
      if (by === 'published') return annotation?.articleId === 'other' ? 0 : 1;
      if (by === 'sentence') return annotation?.target.selector[0].exact;
      if (by === 'created') return annotation?.created;
      return undefined;
    };
    const keys = order.map(key).filter((each) => each !== undefined);
    expect(keys).toEqual(
      [...keys].sort((a, b) => (isDescending ? -1 : 1) * (a < b ? -1 : Number(a > b))),
    );
    expect(order).toHaveLength(5);
    const firstNone = order.findIndex((each) => key(each) === undefined);
    if (firstNone >= 0) {
      expect(order.slice(firstNone).every((each) => key(each) === undefined)).toBe(true);
    }
  });

  it('finds the same as a plain scan of a generated collection', async () => {
    const { annotations, articles } = await generateCollection({
      articles: 40,
      excerptsPerArticle: 14,
    });
    const index = new SearchIndex();
    for (const annotation of annotations) {
      index.put(
        annotation,
        articles.find(({ id }) => id === annotation.articleId),
      );
    }
    for (const annotation of annotations.filter((_, at) => at % 37 === 0)) {
      const { mention } = annotation;
      if (mention?.type !== 'figure' || typeof mention.value !== 'string') continue;
      const text = mention.value.includes('/') ? mention.exact : mention.value.replace('.', ',');
      expect(index.find({ ...EVERYTHING, text })).toContain(annotation.id);
    }
    expect(index.find({ ...EVERYTHING, text: 'loại:figure' })).toHaveLength(
      annotations.filter(({ mention }) => mention?.type === 'figure').length,
    );
  });
});

describe('tags', () => {
  it('are not doubled by a space, a capital or another Unicode form', () => {
    const typed = [' Đảng  viên', 'đảng viên', 'Đảng viên'.normalize('NFD'), '', 'dang vien'];
    expect(tidyTags(typed)).toEqual(['Đảng viên', 'dang vien']);
  });
});
