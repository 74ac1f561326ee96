import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation, Article } from '../lib/core/annotation.ts';
import { storedArticle } from '../lib/core/collection/stored-article.ts';
import { tidyTags } from '../lib/core/collection/tags.ts';
import { formats } from '../lib/core/export/formats.ts';
import { webAnnotation, type Collection } from '../lib/core/export/json-ld.ts';
import { importJson } from '../lib/core/import-json.ts';
import { openDatabase, type Database } from '../lib/platform/database.ts';
import {
  mergeCollection,
  previewImport,
  readCollection,
} from '../lib/platform/merge-collection.ts';
import { tagsInUse } from '../lib/platform/tag-counts.ts';
import { collection, digest, LATER, nextId, NOW, words } from './sample-collection.ts';

const write = (of: Collection) => [...formats.json.write(of, { now: NOW, words })].join('');
const read = (text: string) => importJson(text, digest);

let serial = 0;
let db: Database;
beforeEach(() => {
  db = openDatabase(`import-${serial++}`);
});
afterEach(() => db.delete());

async function importFile(text: string) {
  const preview = await previewImport(db, await read(text));
  await mergeCollection(db, preview.added);
  return preview;
}

describe('export to JSON', () => {
  it('has the W3C’s shape, so that other annotation tools read it', async () => {
    const sample = await collection();
    const file = JSON.parse(write(sample));
    expect(file['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld');
    expect(file).toMatchObject({
      type: 'AnnotationCollection',
      total: 2,
      first: { type: 'AnnotationPage', startIndex: 0 },
    });
    const [, second] = sample.annotations;
    const [quote, position] = second?.target.selector ?? [];
    expect(file.first.items[1]).toEqual({
      id: `urn:uuid:${second?.id}`,
      type: 'Annotation',
      motivation: 'highlighting',
      created: NOW.toISOString(),
      modified: NOW.toISOString(),
      body: [
        { type: 'TextualBody', value: 'đảng viên', purpose: 'tagging' },
        { type: 'TextualBody', value: second?.note, purpose: 'commenting' },
      ],
      target: {
        source: second?.target.source,
        selector: [
          { ...quote, refinedBy: { type: 'TextPositionSelector', start: 22, end: 24 } },
          position,
        ],
      },
      articleId: second?.articleId,
      mention: second?.mention,
    });
  });

  it('is whole JSON for an empty collection too', async () => {
    expect(await read(write({ annotations: [], articles: [] }))).toEqual({
      annotations: [],
      articles: [],
      damaged: [],
      refused: [],
    });
  });
});

const time = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const someText = fc.string({ unit: 'binary', maxLength: 40 });
const articles = fc.record(
  { title: someText, url: fc.oneof(fc.webUrl(), someText), text: someText, byline: someText },
  { requiredKeys: ['title', 'url', 'text'] },
);
const annotations = fc.record({
  quote: someText,
  start: fc.nat(),
  tags: fc.array(someText, { maxLength: 3 }).map(tidyTags),
  note: someText,
  created: time,
  deleted: fc.option(time),
});

async function generated(
  article: Omit<Article, 'origins'>,
  drafts: readonly {
    quote: string;
    start: number;
    tags: string[];
    note: string;
    created: string;
    deleted: string | null;
  }[],
): Promise<Collection> {
  const stored = await storedArticle({ ...article, origins: {} }, NOW.toISOString(), digest);
  return {
    articles: [stored],
    annotations: drafts.map(({ quote, start, deleted, ...rest }): Annotation => ({
      ...rest,
      ...(deleted && { deleted }),
      id: nextId(),
      articleId: stored.id,
      modified: rest.created,
      target: {
        source: article.url,
        selector: [
          { type: 'TextQuoteSelector', exact: quote, prefix: '', suffix: quote },
          { type: 'TextPositionSelector', start, end: start + quote.length },
        ],
      },
    })),
  };
}

describe('import', () => {
  it('brings back everything exported, once, however often the file is imported', async () => {
    await fc.assert(
      fc
        .asyncProperty(articles, fc.array(annotations, { maxLength: 4 }), async (one, drafts) => {
          const original = await generated(one, drafts);
          await importFile(write(original));
          const again = await importFile(write(original));
          expect([again.same, again.added.annotations.length]).toEqual([drafts.length, 0]);
          const restored = await readCollection(db, NOW);
          const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
          expect({
            annotations: [...restored.annotations].sort(byId),
            articles: restored.articles,
            refused: again.refused,
          }).toEqual({
            ...original,
            annotations: [...original.annotations].sort(byId),
            refused: [],
          });
        })
        .afterEach(() =>
          Promise.all(db.tables.map((table) => table.clear())).then(() => undefined),
        ),
      { numRuns: 40 },
    );
  });

  it('counts the tags of what it adds, not of what lies in the trash', async () => {
    const sample = await collection();
    const [first] = sample.annotations;
    if (first) first.deleted = LATER.toISOString();
    await importFile(write(sample));
    expect(await tagsInUse(db)).toEqual([{ tag: 'đảng viên', count: 1 }]);
  });

  it('keeps what is stored where the file has another version of it, and says how many', async () => {
    const mine = await collection();
    await mergeCollection(db, mine);
    const theirs = mine.annotations.map((each) => ({ ...each, note: 'của người khác' }));
    const preview = await importFile(write({ ...mine, annotations: theirs }));
    expect([preview.same, preview.differing.length]).toEqual([0, 2]);
    expect((await readCollection(db, NOW)).annotations).toEqual(mine.annotations);
  });

  it('writes nothing before the reader agrees', async () => {
    const preview = await previewImport(db, await read(write(await collection())));
    expect(preview.added.annotations).toHaveLength(2);
    expect(await db.annotations.count()).toBe(0);
  });

  it('carries damaged records along, whole', async () => {
    const damaged = {
      key: 'annotations/x',
      table: 'annotations' as const,
      record: { id: 'x', note: ['lạ'] },
      reason: 'note',
      found: NOW.toISOString(),
    };
    await importFile(write({ ...(await collection()), damaged: [damaged] }));
    expect((await readCollection(db, NOW)).damaged).toEqual([damaged]);
  });
});

describe('a file that is not to be trusted', () => {
  it.each([
    ['', 'empty'],
    ['Tên bài,Câu trích\r\n', 'not_json'],
    ['PK\u{3}\u{4}', 'not_json'],
    ['[]', 'foreign'],
    ['null', 'foreign'],
    ['{"bookmarks": []}', 'foreign'],
    ['{"schemaVersion": 1, "first": {"items": 5}, "articles": []}', 'foreign'],
    ['{"schemaVersion": 99, "first": {"items": []}, "articles": []}', 'newer'],
    [`${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'foreign'],
  ])('is refused with its reason: %.40s', async (text, reason) => {
    await expect(read(text)).rejects.toMatchObject({ messageKey: `error_import_${reason}` });
  });

  it('is told to be cut off wherever it was cut', async () => {
    const whole = write(await collection()).trimEnd();
    for (let length = 20; length < whole.length; length += 97) {
      await expect(read(whole.slice(0, length))).rejects.toMatchObject({
        messageKey: 'error_import_truncated',
      });
    }
  });

  const item = async () => {
    const [annotation] = (await collection()).annotations;
    return webAnnotation(annotation as Annotation) as Record<string, unknown>;
  };
  const fileOf = (items: unknown[], fileArticles: unknown[] = []) =>
    JSON.stringify({ schemaVersion: 1, first: { items }, articles: fileArticles });

  it.each([
    ['id', { id: 'urn:uuid:../../x' }],
    ['id', { id: 42 }],
    ['created', { created: 'hôm qua' }],
    ['target.source', { target: { source: {}, selector: [] } }],
    ['body.0.purpose', { body: [{ type: 'TextualBody', value: 'x', purpose: 'linking' }] }],
    ['mention.start', { mention: { type: 'programme', start: -1 } }],
  ])('has a bad row refused by its field %s, the others read', async (reason, fields) => {
    const [good, bad] = [await item(), { ...(await item()), ...fields }];
    const { annotations: accepted, refused } = await read(fileOf([bad, good]));
    expect(accepted).toHaveLength(1);
    expect(refused).toMatchObject([{ list: 'items', row: 1 }]);
    expect(refused[0]?.reason.startsWith(reason)).toBe(true);
  });

  it('cannot reach the prototype of anything', async () => {
    const poison = JSON.stringify(await item()).replace(
      '{',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
    );
    const text = fileOf([]).replace('[]', `[${poison}]`);
    const { annotations: accepted } = await read(text);
    expect(accepted).toHaveLength(1);
    expect(accepted[0]).not.toHaveProperty('polluted');
    expect(Object.hasOwn(accepted[0] ?? {}, '__proto__')).toBe(false);
    expect({}).not.toHaveProperty('polluted');
  });

  it('cannot pass its own text off as an article’s', async () => {
    const { articles: own } = await collection();
    const forged = own.map((each) => ({ ...each, text: each.text.replace('27', '72') }));
    const { articles: accepted, refused } = await read(fileOf([], forged));
    expect(accepted).toEqual([]);
    expect(refused).toEqual([{ list: 'articles', row: 1, reason: 'id' }]);
  });

  it('cannot hide a second record under an id already read', async () => {
    const { refused } = await read(
      fileOf([await item(), { ...(await item()), id: (await item()).id }]),
    );
    expect(refused).toHaveLength(0);
    const one = await item();
    expect((await read(fileOf([one, { ...one, created: LATER.toISOString() }]))).refused).toEqual([
      { list: 'items', row: 2, reason: 'id' },
    ]);
  });
});
