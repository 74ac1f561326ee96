import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import { columnsOf } from '../lib/core/export/columns.ts';
import type { FormatName } from '../lib/core/export/formats.ts';
import { normaliseValue } from '../lib/core/export/normalise-value.ts';
import { orderExcerpts, type RowOrder } from '../lib/core/export/order-rows.ts';
import { readProfiles, standardChoice } from '../lib/core/export/profile.ts';
import { dateCell } from '../lib/core/export/sheet-cells.ts';
import { formatDay } from '../lib/core/export/times.ts';
import { openDatabase, type Database } from '../lib/platform/database.ts';
import { exportRows } from '../lib/platform/export-rows.ts';
import { fileOf } from '../lib/platform/file-parts.ts';
import { exportBytes } from './export-sample.ts';
import { generateCollection } from './generated-collection.ts';
import { header, readBook, rowsOf as cellsOf } from './read-workbook.ts';
import { collection, figure, NOW } from './sample-collection.ts';

let db: Database;
beforeEach(() => {
  db = openDatabase(`export-${Math.random()}`);
});
afterEach(() => db.delete());

describe('rows read for an export', () => {
  it('come in the order asked for, with their articles, a batch at a time', async () => {
    const { annotations, articles } = await generateCollection({
      articles: 30,
      excerptsPerArticle: 40,
    });
    await db.articles.bulkAdd(articles);
    await db.annotations.bulkAdd(annotations);
    const ids = annotations.map(({ id }) => id).toReversed();
    const read: number[] = [];
    const seen: string[] = [];
    for await (const rows of exportRows(db, ids, NOW, (count) => read.push(count)).batches()) {
      seen.push(...rows.map(({ annotation }) => annotation.id));
      expect(rows.every(({ verdict }) => verdict === 'verified')).toBe(true);
    }
    expect(seen).toEqual(ids);
    expect(read).toEqual([500, 500, 200]);
  });

  it('leave out what is gone or damaged, and tell the rest', async () => {
    const { annotations, articles } = await generateCollection({
      articles: 1,
      excerptsPerArticle: 3,
    });
    await db.articles.bulkAdd(articles);
    const [first, second, third] = annotations;
    await db.table('annotations').bulkAdd([first, { id: second?.id, tags: 'hỏng' }]);
    const rows = [];
    const ids = [first, second, third].map((each) => each?.id ?? '');
    for await (const batch of exportRows(db, ids, NOW, () => undefined).batches())
      rows.push(...batch);
    expect(rows.map(({ annotation }) => annotation.id)).toEqual([first?.id]);
  });
});

describe('a file made of pieces', () => {
  it('is whole, however many and large they are', async () => {
    const large = 'đ'.repeat(3_000_000);
    const pieces = async function* () {
      yield 'đầu';
      yield large;
      yield new Uint8Array([0, 255]);
      yield large;
    };
    const file = await fileOf(pieces(), 'text/plain');
    expect(file.size).toBe(6 + 6_000_000 + 2 + 6_000_000);
    expect(await file.slice(0, 6).text()).toBe('đầu');
  });

  it('is none when a piece fails', async () => {
    const pieces = async function* () {
      yield 'nửa đầu';
      throw new Error('hỏng giữa chừng');
    };
    await expect(fileOf(pieces(), 'text/plain')).rejects.toThrow('hỏng giữa chừng');
  });
});

describe('the order of an export', () => {
  const orders: RowOrder[] = ['document', 'tag', 'subject', 'organisation', 'clipped'];
  const some = async () => {
    const { annotations, articles } = await generateCollection({
      articles: 12,
      excerptsPerArticle: 9,
    });
    const byId = new Map(articles.map((article) => [article.id, article]));
    return annotations.map(
      (annotation) => ({ annotation, article: byId.get(annotation.articleId) }) as Excerpt,
    );
  };

  it.each(orders)(
    '%s is the same whatever order the rows came in, and loses none',
    async (order) => {
      const excerpts = await some();
      const ordered = orderExcerpts(excerpts, order);
      expect(orderExcerpts(excerpts.toReversed(), order)).toEqual(ordered);
      expect(new Set(ordered).size).toBe(excerpts.length);
    },
  );

  it('of documents puts articles by day, and excerpts where they stand in them', async () => {
    const ordered = orderExcerpts(await some(), 'document');
    const places = ordered.map(
      ({ annotation, article }) =>
        [
          article?.publishedTime?.slice(0, 10) ?? '',
          annotation.articleId,
          annotation.target.selector[1].start,
        ] as const,
    );
    for (const [at, [day, articleId, start]] of places.entries()) {
      const next = places[at + 1];
      if (!next) continue;
      expect(day <= next[0]).toBe(true);
      if (articleId === next[1]) expect(start).toBeLessThan(next[2]);
    }
  });

  it('by tag takes no notice of accents, and puts what has none last', async () => {
    const [first, second, third] = await some();
    const tagged = [
      [first, []],
      [second, ['Đảng viên']],
      [third, ['dự án']],
    ] as const;
    const excerpts = tagged.map(
      ([excerpt, tags]) =>
        ({ ...excerpt, annotation: { ...excerpt?.annotation, tags } }) as unknown as Excerpt,
    );
    const ordered = orderExcerpts(excerpts, 'tag').map(({ annotation }) => annotation.tags);
    expect(ordered).toEqual([['Đảng viên'], ['dự án'], []]);
  });
});

describe('headings of a report', () => {
  it.each([
    ['chi bộ', 'chỉ bỏ'],
    ['Đảng viên', 'đảng viên'],
    [
      `${'Đề án nâng cao năng lực lãnh đạo '.repeat(4)}2023`,
      `${'Đề án nâng cao năng lực lãnh đạo '.repeat(4)}2024`,
    ],
  ])('come once each, though two are alike: %s, %s', async (one, other) => {
    const { annotations, articles } = await generateCollection({
      articles: 6,
      excerptsPerArticle: 2,
    });
    const excerpts = annotations.map((annotation, at) => ({
      annotation: { ...annotation, tags: [at % 2 ? one : other] },
      article: articles.find(({ id }) => id === annotation.articleId),
    }));
    const headings = orderExcerpts(excerpts, 'tag').map(({ annotation }) => annotation.tags[0]);
    const turns = headings.filter((heading, at) => heading !== headings[at - 1]);
    expect(turns).toHaveLength(2);
  });
});

describe('saved profiles', () => {
  const good = { ...standardChoice('xlsx'), id: 'p1', name: 'Báo cáo quý' };

  it('come back as they were saved, those that cannot be read left out', () => {
    expect(
      readProfiles([good, { ...good, format: 'exe' }, null, 'x', { ...good, columns: [] }]),
    ).toEqual([good]);
    expect(readProfiles(undefined)).toEqual([]);
    expect(readProfiles({ 0: good })).toEqual([]);
  });

  it('pass over columns a later version no longer has', () => {
    expect(columnsOf(['value', 'đã bỏ', 'title']).map(({ key }) => key)).toEqual([
      'value',
      'title',
    ]);
  });
});

describe('a file of the columns nobody chose', () => {
  // Without them “không quá 5 %/năm, giảm so với cùng kỳ” would be read as a plain 5 %.
  const BOUNDS = {
    comparator: 'lte',
    per: 'person/year',
    change: 'decrease-by',
    baseline: '2025-09',
    property: 'Tỷ lệ hộ nghèo',
  };
  const SAID = {
    comparator: 'không quá',
    per: 'người / năm',
    change: 'giảm đi',
    baseline: '09/2025',
    property: 'Tỷ lệ hộ nghèo',
  };
  const written = async (format: FormatName) => {
    const sample = await collection();
    Object.assign(sample.annotations[0]?.mention ?? {}, BOUNDS);
    const { columns } = standardChoice(format);
    return exportBytes(format, sample, { columns: columnsOf(columns) });
  };

  it('says in Excel all that bounds a value', async () => {
    const [row] = cellsOf(readBook(await written('xlsx')).Sheets['Trích đoạn']);
    const said = Object.keys(SAID).map((key) => [key, row?.get(header(key))?.v]);
    expect(Object.fromEntries(said)).toEqual(SAID);
  });

  it.each(['html', 'markdown'] as const)('says it in a report: %s', async (format) => {
    const text = new TextDecoder().decode(await written(format));
    for (const each of Object.values(SAID)) expect(text).toContain(each);
  });
});

describe('values brought to one unit', () => {
  it.each([
    [
      { kind: 'measure', value: '2.5', unit: 'km' },
      { value: '2500', unit: 'm' },
    ],
    [
      { kind: 'measure', value: '1.2', unit: 'har' },
      { value: '12000', unit: 'm2' },
    ],
    [
      { kind: 'measure', value: '28', unit: 'dt' },
      { value: '2800', unit: 'kg' },
    ],
    [
      { kind: 'duration', value: '1.5', unit: 'hour' },
      { value: '5400', unit: 'second' },
    ],
    [
      { kind: 'duration', value: '5', unit: 'year' },
      { value: '60', unit: 'month' },
    ],
    [
      { kind: 'ratio', value: '51/54' },
      { value: '94.44', unit: '%' },
    ],
    [
      { kind: 'percentage', value: '31.3' },
      { value: '31.3', unit: '%' },
    ],
    [
      { kind: 'money', value: '10072000000000', unit: 'VND' },
      { value: '10072000000000', unit: 'VND' },
    ],
    // A sào is 360, 500 or 1,000 m², by province.
    [{ kind: 'measure', value: '3', unit: 'sào' }, undefined],
    [{ kind: 'ratio', value: '3/0' }, undefined],
    [{ kind: 'count', value: ['90', '100'] }, undefined],
    [{ kind: 'measure', value: '3', unit: 'constructor' }, undefined],
  ])('%j → %j', (fields, normalised) => {
    const mention = { ...figure('có 1 nhà', '1'), ...fields } as Parameters<
      typeof normaliseValue
    >[0];
    expect(normaliseValue(mention)).toEqual(normalised);
  });
});

describe('days', () => {
  it.each([
    ['2019-09-09T06:07:00+07:00', '09/09/2019', 43717 + 6 / 24 + 7 / 1440],
    ['2019-09-09', '09/09/2019', 43717],
    // Vietnam is seven hours ahead: evening in Greenwich is the next day there.
    ['2026-11-22T20:00:00.000Z', '23/11/2026', 46349 + 3 / 24],
    ['2020', '2020', undefined],
    ['2026-02-30', '2026-02-30', undefined],
    ['nhiệm kỳ 2020 – 2025', 'nhiệm kỳ 2020 – 2025', undefined],
  ])('%s is shown as %s on Vietnam’s clock', (iso, shown, serial) => {
    expect(formatDay(iso)).toBe(shown);
    expect(dateCell(iso)).toEqual(
      serial === undefined
        ? iso
        : { type: 'date', serial: expect.closeTo(serial, 9), hasTime: iso.includes('T') },
    );
  });
});
