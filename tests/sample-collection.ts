import type { Annotation, Article, Mention, StoredArticle } from '../lib/core/annotation.ts';
import type { Draft } from '../lib/core/collection/clip.ts';
import { stamped } from '../lib/core/collection/revision.ts';
import { storedArticle } from '../lib/core/collection/stored-article.ts';
import { newId } from '../lib/core/id.ts';
import { describeQuote } from '../lib/core/selector.ts';
import type { Words } from '../lib/core/words.ts';
import messages from '../public/_locales/vi/messages.json' with { type: 'json' };

export const NOW = new Date('2026-11-22T08:00:00.000Z');
export const LATER = new Date('2026-11-22T09:00:00.000Z');
export const digest = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes);
export const world = { now: () => NOW, digest };

const HA = 'Chi bộ thôn Hạ có 27 đảng viên.';
const THUONG = 'Chi bộ thôn Thượng có 31 đảng viên, tăng 12,5%.';
export const SENTENCES = { HA, THUONG };
export const TEXT = `${HA} ${THUONG}`;
export const KEY = 'bao.example.vn/bai-1.html';
const ADDRESS = 'https://www.bao.example.vn/bai-1.html?utm_source=zalo';

export function article(fields: Partial<Article> = {}): Article {
  return {
    title: 'Chi bộ hai thôn',
    siteName: 'Báo Ví Dụ',
    byline: 'Nguyễn Văn Mẫu',
    publishedTime: '2026-11-20T06:07:00+07:00',
    url: ADDRESS,
    text: TEXT,
    origins: { title: 'json-ld' },
    ...fields,
  };
}

let serial = 0;
export function nextId(): string {
  serial++;
  return newId(NOW.getTime(), new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, serial >> 8, serial & 255]));
}

/** The number `exact` in `sentence`, its span counted from the sentence's start. */
export function figure(sentence: string, exact: string, value = exact): Mention {
  const start = sentence.indexOf(exact);
  return {
    type: 'figure',
    kind: 'count',
    value,
    exact,
    subject: 'đảng viên',
    rule: 'count',
    start,
    end: start + exact.length,
  };
}

export function draft(exact: string, fields: Partial<Draft> = {}): Draft {
  const start = TEXT.indexOf(exact);
  return {
    id: nextId(),
    target: {
      source: ADDRESS,
      selector: describeQuote(TEXT, { start, end: start + exact.length }),
    },
    tags: ['đảng viên'],
    note: '',
    created: NOW.toISOString(),
    modified: NOW.toISOString(),
    ...fields,
  };
}

/** The two sentences, clipped, with their article as stored. */
export async function collection(): Promise<{
  annotations: Annotation[];
  articles: StoredArticle[];
}> {
  const stored = await storedArticle(article(), NOW.toISOString(), digest);
  const drafts = [
    draft(HA, { mention: figure(HA, '27') }),
    draft(THUONG, { mention: figure(THUONG, '31'), note: 'dùng cho báo cáo quý, "bản 2"' }),
  ];
  return {
    annotations: drafts.map((each) => stamped({ ...each, articleId: stored.id })),
    articles: [stored],
  };
}

/** The Vietnamese interface's words, as `browser.i18n.getMessage` gives them. */
export const words: Words = (key, args = []) =>
  ((messages as Partial<Record<string, { message: string }>>)[key]?.message ?? '').replace(
    /\$(\d)/g,
    (_, at: string) => args[Number(at) - 1] ?? '',
  );
