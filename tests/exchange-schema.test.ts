import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { revisionId } from '../lib/core/collection/revision.ts';
import { jsonLdPieces } from '../lib/core/export/json-ld.ts';
import { ExchangeFile, importJson } from '../lib/core/import-json.ts';
import { collection, digest, NOW } from './sample-collection.ts';
import { companions } from './sample-companions.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

describe('the documented exchange file', () => {
  it('has the schema that lies in docs; `npm run unit -- -u` writes it anew after a change meant', async () => {
    const schema = z.toJSONSchema(ExchangeFile, { io: 'input' });
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
      '../docs/trichbao.schema.json',
    );
  });

  it('is what this version writes, and what every version has written', async () => {
    const whole = { ...(await collection()), companions: companions() };
    const written = [...jsonLdPieces(whole, NOW)].join('');
    for (const text of [
      written,
      read('stored/v1.trichbao.json'),
      read('stored/v2.trichbao.json'),
      read('stored/v3.trichbao.json'),
    ]) {
      expect(ExchangeFile.safeParse(JSON.parse(text)).error).toBeUndefined();
    }
  });

  it('is shown in docs by an example that can be imported as it stands', async () => {
    const [, example = ''] = /```json\n(.+?)```/s.exec(read('../docs/trichbao-json.md')) ?? [];
    const { annotations, articles, revisions, refused } = await importJson(example, digest);
    expect(refused).toEqual([]);
    expect([annotations.length, articles.length, revisions.length]).toEqual([1, 1, 1]);
    const [shown] = annotations;
    const [past] = revisions;
    expect(shown?.parents).toEqual([past?.id]);
    expect(past && revisionId(past.annotation)).toBe(past?.id);
    expect(shown && revisionId(shown)).toBe(shown?.revision);
  });
});
