import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { readArticle, type ArticleReading } from '../lib/dom/article.ts';
import { outlinePage } from '../lib/dom/page-outline.ts';
import { readPageFile } from '../scripts/page-file.ts';

/** What a page must give; as `pages.py` of the scorers reads it, `refused` apart. */
interface Expected {
  refused?: string;
  title?: string;
  byline?: string | null;
  publishedAt?: string;
  site?: string;
  source?: string;
  lead?: string;
  first?: string;
  last?: string;
  never?: string[];
  contains?: string[];
}

const PAGES = join(import.meta.dirname, 'pages');
const SHARED = join(import.meta.dirname, '../../shared/pages');

const slugs = readdirSync(PAGES);
const shared = existsSync(SHARED)
  ? readdirSync(SHARED).filter((name) => name.endsWith('.html'))
  : [];

async function read(path: string): Promise<{ reading: ArticleReading; document: Document }> {
  const { document } = await readPageFile(path);
  return { reading: readArticle(document, 'https://bao.example/tin/bai-1.html'), document };
}

function fold(text: string | undefined): string {
  return (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

function times(text: string, part: string): number {
  return text.split(part).length - 1;
}

function check(reading: ArticleReading, expected: Expected, isWhole: boolean): void {
  if (expected.refused) {
    expect(reading).toEqual({ ok: false, reason: expected.refused });
    return;
  }
  if (!reading.ok) throw new Error(`refused: ${reading.reason}`);
  const { article } = reading;
  const text = fold(article.text);
  expect(article.title).toBe(expected.title);
  if ('byline' in expected) expect(fold(article.byline)).toBe(fold(expected.byline ?? ''));
  if (expected.publishedAt) expect(article.publishedTime).toBe(expected.publishedAt);
  if (expected.site) expect(article.siteName).toBe(expected.site);
  if (expected.source) expect(article.source).toBe(expected.source);
  if (expected.lead) expect(times(text, fold(expected.lead).slice(0, 45))).toBe(1);
  for (const never of expected.never ?? []) expect(text).not.toContain(fold(never));
  for (const part of expected.contains ?? []) expect(text).toContain(fold(part));
  expect(text).toContain(fold(expected.first));
  expect(text).toContain(fold(expected.last));
  if (!isWhole) return;
  if (expected.first) expect(text.slice(0, 200)).toMatch(startOf(expected.first));
  if (expected.last) expect(text.endsWith(fold(expected.last))).toBe(true);
}

function startOf(first: string): RegExp {
  return new RegExp(`^${fold(first).replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`, 'u');
}

describe('an article as its site lays it out', () => {
  it.each(slugs)('%s: title, provenance and text are read, and nothing else', async (slug) => {
    const expected = JSON.parse(
      readFileSync(join(PAGES, slug, 'expected.json'), 'utf8'),
    ) as Expected;
    const { reading } = await read(join(PAGES, slug, 'source.html'));
    check(reading, expected, true);
  });

  it.each(slugs)(
    '%s: the page is left as it was, and each offset has its live node',
    async (slug) => {
      const { document } = await readPageFile(join(PAGES, slug, 'source.html'));
      const before = document.documentElement.outerHTML;
      const reading = readArticle(document, 'https://bao.example/tin/bai-1.html');
      expect(document.documentElement.outerHTML).toBe(before);
      if (!reading.ok) return;
      const { index } = reading;
      for (const { start, end } of index.blocks) {
        const range = index.rangeOf(start, end);
        expect(fold(range?.toString().replaceAll(/[\u200B\u00AD]/g, '')).replaceAll(' ', '')).toBe(
          fold(index.text.slice(start, end)).replaceAll(' ', ''),
        );
        expect(range && document.contains(range.startContainer)).toBe(true);
      }
    },
  );
});

describe('pages in a form, as some portals make them', () => {
  const paragraph = (at: number) =>
    `<p>Chi bộ khu phố ${at} bàn việc nạo vét kênh và nhất trí góp ${at + 4} ngày công trong tháng này.</p>`;
  const page = (field: string) =>
    new JSDOM(
      `<title>Họp chi bộ khu phố</title><body><form>${field}<h1>Họp chi bộ khu phố</h1><div class="news-detail"><nav>Mục lục</nav>${[1, 2, 3, 4, 5].map(paragraph).join('')}</div></form>`,
    ).window.document;
  const read = (field: string) => {
    const document = page(field);
    const reading = readArticle(document, 'https://bao.example/tin/bai-1.html');
    if (!reading.ok) throw new Error(`refused: ${reading.reason}`);
    return { document, reading };
  };

  it.each([
    'parentNode',
    'parentElement',
    'children',
    'childNodes',
    'localName',
    'tagName',
    'nodeType',
    'textContent',
    'closest',
    'contains',
    'matches',
    'getAttribute',
    'querySelectorAll',
    'ownerDocument',
    'nextSibling',
    'compareDocumentPosition',
  ])('a field called %s does not stand in the way of the article around it', (name) => {
    const { document, reading } = read(`<input name="${name}"><input id="${name}">`);
    expect(reading.article.text).toBe(read('<input name="q">').reading.article.text);
    const [node] = reading.index.nodes;
    expect(node && document.contains(node)).toBe(true);
  });
});

describe('pages no reader should wait for', () => {
  it('a page of more text nodes than a tab can walk is refused', () => {
    const { document } = new JSDOM('<p>một</p><p>hai</p><p>ba</p>').window;
    expect(outlinePage(document.body, new Set(), 3)).toBeDefined();
    expect(outlinePage(document.body, new Set(), 2)).toBeUndefined();
  });

  it('a page without a body is no article', () => {
    const { document } = new JSDOM('').window;
    document.body.remove();
    expect(readArticle(document, 'https://bao.example/')).toEqual({
      ok: false,
      reason: 'no-article',
    });
  });

  it('prose scattered over thousands of boxes is still found, in reasonable time', () => {
    const boxes = Array.from(
      { length: 3000 },
      (_, at) =>
        `<div class="o${at % 7}"><div><p>Khối dân cư số ${at} của phường đã họp bàn và nhất trí đóng góp ${at + 3} ngày công làm đường.</p></div></div>`,
    );
    const { document } = new JSDOM(`<title>Chuyện làng</title><body>${boxes.join('')}`).window;
    const reading = readArticle(document, 'https://bao.example/a.html');
    expect(reading.ok && reading.article.text).toContain('Khối dân cư số 2999');
  });
});

describe.skipIf(shared.length === 0)('the five pages of real articles', () => {
  it.each(shared)('%s: provenance and text agree with expected.json', async (name) => {
    const all = JSON.parse(readFileSync(join(SHARED, 'expected.json'), 'utf8')) as Record<
      string,
      Expected
    >;
    const expected = all[basename(name, '.html')];
    if (!expected) throw new Error(`${name} has no expectation`);
    const { reading } = await read(join(SHARED, name));
    check(reading, { ...expected, site: undefined }, false);
  });
});
