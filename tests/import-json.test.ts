import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../lib/core/annotation.ts';
import { storedArticle } from '../lib/core/collection/stored-article.ts';
import { tidyTags } from '../lib/core/collection/tags.ts';
import { stamped } from '../lib/core/collection/revision.ts';
import { jsonLdPieces, type Collection } from '../lib/core/export/json-ld.ts';
import { importJson } from '../lib/core/import-json.ts';
import { openDatabase, type Database } from '../lib/platform/database.ts';
import { conflicts } from '../lib/platform/conflicts.ts';
import {
  mergeCollection,
  previewImport,
  readCollection,
} from '../lib/platform/merge-collection.ts';
import { tagsInUse } from '../lib/platform/tag-counts.ts';
import { collection, digest, LATER, nextId, NOW } from './sample-collection.ts';

const write = (of: Collection) => [...jsonLdPieces(of, NOW)].join('');
const read = (text: string) => importJson(text, digest);

let serial = 0;
let db: Database;
beforeEach(() => {
  db = openDatabase(`import-${serial++}`);
});
afterEach(() => db.delete());

async function importFile(text: string) {
  const preview = await previewImport(db, await read(text));
  await mergeCollection(db, preview.file, NOW);
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
      revision: second?.revision,
      articleId: second?.articleId,
      mention: second?.mention,
    });
  });

  it('is whole JSON for an empty collection too', async () => {
    expect(await read(write({ annotations: [], articles: [] }))).toEqual({
      annotations: [],
      articles: [],
      revisions: [],
      companions: [],
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
    annotations: drafts.map(({ quote, start, deleted, ...rest }) =>
      stamped({
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
      }),
    ),
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
          expect([again.same, again.fresh.length]).toEqual([drafts.length, 0]);
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

  it('keeps both versions of what somebody changed in the file itself, and says how many', async () => {
    const mine = await collection();
    await mergeCollection(db, mine, NOW);
    const theirs = mine.annotations.map((each) => ({
      ...each,
      revision: undefined,
      note: 'của người khác',
    }));
    const preview = await importFile(write({ ...mine, annotations: theirs }));
    expect([preview.same, preview.differing.length]).toEqual([0, 2]);
    const notes = (await conflicts(db)).map(({ shown, rivals }) =>
      [shown, ...rivals].map(({ note }) => note).sort(),
    );
    expect(notes.sort()).toEqual(
      mine.annotations.map(({ note }) => [note, 'của người khác'].sort()).sort(),
    );
  });

  it('refuses a version that passes itself off as one that is here', async () => {
    const mine = await collection();
    await mergeCollection(db, mine, NOW);
    const forged = mine.annotations.map((each) => ({ ...each, note: 'giả' }));
    const preview = await importFile(write({ ...mine, annotations: forged }));
    expect(preview.refused).toEqual([
      { list: 'items', row: 1, reason: 'revision' },
      { list: 'items', row: 2, reason: 'revision' },
    ]);
    expect((await readCollection(db, NOW)).annotations).toEqual(mine.annotations);
  });

  it('writes nothing before the reader agrees', async () => {
    const preview = await previewImport(db, await read(write(await collection())));
    expect(preview.fresh).toHaveLength(2);
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
