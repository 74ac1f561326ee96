import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../lib/core/annotation.ts';
import { fingerprint } from '../lib/core/collection/reprints.ts';
import { draftAnnotation } from '../lib/core/draft.ts';
import { openDatabase, saveAnnotation, type Database } from '../lib/platform/database.ts';
import { relatedArticles } from '../lib/platform/related-articles.ts';
import { trash } from '../lib/platform/revise.ts';
import { openSketches, type Sketches } from '../lib/platform/sketches.ts';
import { digest, NOW } from './sample-collection.ts';

const village = (name: string) =>
  Array.from(
    { length: 6 },
    (_, at) =>
      `Ở ${name}, tổ ${at + 1} nhận ${at * 3 + 4} việc khó của bản, nhà ${name} thứ ${at} cho mượn đất làm sân chơi.`,
  ).join('\n');
const TEXT = village('Tả Van');
const OTHER = village('Mường Hum').replaceAll('việc khó của bản', 'khoảnh rừng đầu nguồn sát biên');

let serial = 0;
let db: Database;
let index: Sketches;
beforeEach(() => {
  serial += 1;
  db = openDatabase(`related-${serial}`, () => NOW);
  index = openSketches(`related-sketches-${serial}`);
});
afterEach(async () => {
  await db.delete();
  await index.delete();
});

async function keep(url: string, text: string): Promise<string> {
  const article: Article = { title: `Bài ở ${url}`, url, text, origins: {} };
  const span = { start: 0, end: text.indexOf(',') };
  const world = {
    now: () => NOW,
    random: (n: number) => crypto.getRandomValues(new Uint8Array(n)),
  };
  const annotation = draftAnnotation(article, span, undefined, { tags: [], note: '' }, world);
  const saved = await saveAnnotation(db, { article, annotation }, { now: () => NOW, digest });
  return saved.annotation.id;
}

const find = (url: string, text: string, canonicalUrl?: string) =>
  relatedArticles(db, index, { url, canonicalUrl, fingerprint: [...fingerprint(text)] });

describe('an article that is kept already', () => {
  it('is said to be so under another address of its page, and not under its own', async () => {
    await keep('https://bao.vn/a.html', TEXT);
    expect(await find('https://bao.vn/a.html', TEXT)).toEqual([]);
    expect(await find('https://m.bao.vn/a.html?utm_source=zalo', TEXT)).toMatchObject([
      { relation: 'same-page', url: 'https://bao.vn/a.html', excerpts: 1 },
    ]);
  });

  it('is known as a reprint on another site by its text alone, slightly edited though it be', async () => {
    await keep('https://bao.vn/a.html', TEXT);
    await keep('https://bao.vn/b.html', OTHER);
    const reprint = `Theo báo bạn.\n${TEXT}\nBan biên tập lược bớt.`;
    expect(await find('https://tin.vn/1.html', reprint)).toMatchObject([
      { relation: 'reprint', title: 'Bài ở https://bao.vn/a.html', excerpts: 1 },
    ]);
  });

  it('is not taken for another whose page names it as canonical', async () => {
    await keep('https://bao.vn/a.html', TEXT);
    expect(await find('https://bao.vn/b.html', OTHER, 'https://bao.vn/a.html')).toEqual([]);
  });

  it('is found though it came after the index was made, and not once all of it is in the trash', async () => {
    expect(await find('https://tin.vn/1.html', TEXT)).toEqual([]);
    const id = await keep('https://bao.vn/a.html', TEXT);
    expect(await find('https://tin.vn/1.html', TEXT)).toHaveLength(1);
    await trash(db, [id], NOW);
    expect(await find('https://tin.vn/1.html', TEXT)).toEqual([]);
  });
});
