import { describe, expect, it } from 'vitest';
import type { Annotation } from '../lib/core/annotation.ts';
import { compareImport } from '../lib/core/collection/compare-import.ts';
import { jsonLdPieces, webAnnotation, type Collection } from '../lib/core/export/json-ld.ts';
import { importJson } from '../lib/core/import-json.ts';
import { collection, digest, LATER, NOW } from './sample-collection.ts';
import { companions, entry, pack } from './sample-companions.ts';

const write = (of: Collection) => [...jsonLdPieces(of, NOW)].join('');
const read = (text: string) => importJson(text, digest);

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

  it('has a companion that does not fit refused by its field, the others read', async () => {
    const [good, ...others] = companions();
    const bad = { ...others[0], aliases: 'Kế hoạch 12' };
    const { companions: accepted, refused } = await read(
      JSON.stringify({
        ...(JSON.parse(fileOf([])) as object),
        companions: [bad, { type: 'macro', id: good?.id }, good, good],
      }),
    );
    expect(accepted).toEqual([good]);
    expect(refused).toEqual([
      { list: 'companions', row: 1, reason: 'aliases' },
      { list: 'companions', row: 2, reason: 'type' },
      { list: 'companions', row: 4, reason: 'id' },
    ]);
  });

  it('cannot put a record in the place of one of another type', async () => {
    const file = await read(
      write({ ...(await collection()), companions: [entry({ id: pack().id })] }),
    );
    const stored = { states: new Map(), articles: new Map(), damaged: new Set<string>() };
    const preview = compareImport(file, { ...stored, companions: [pack()] });
    expect(preview.file.companions).toEqual([]);
    expect(preview.refused).toEqual([{ list: 'companions', row: 1, reason: 'id' }]);
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
