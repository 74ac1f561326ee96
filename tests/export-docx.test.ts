import { JSDOM } from 'jsdom';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { ExportOptions } from '../lib/core/export/export-source.ts';
import { columnsOf } from '../lib/core/export/columns.ts';
import { orderExcerpts } from '../lib/core/export/order-rows.ts';
import { standardChoice } from '../lib/core/export/profile.ts';
import { exportBytes } from './export-sample.ts';
import { generateCollection } from './generated-collection.ts';
import { HOSTILE, hostileCollection, printable } from './hostile-collection.ts';
import { collection, SENTENCES } from './sample-collection.ts';
import { canPaginate, pagesOf, partOf } from './word-file.ts';

const standard = { columns: columnsOf(standardChoice('docx').columns) };
const write = (sample: Parameters<typeof exportBytes>[1], options: Partial<ExportOptions> = {}) =>
  exportBytes('docx', sample, { ...standard, ...options });

/** The report as another program reads it. */
async function read(bytes: Uint8Array): Promise<Document> {
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { ignoreEmptyParagraphs: true },
  );
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  return new JSDOM(value).window.document;
}

const textOf = (document: Document) => document.body.textContent ?? '';

describe('the Word report', () => {
  it('has a heading an article, a block an excerpt and the list of sources', async () => {
    const document = await read(await write(await collection()));
    const headings = [...document.querySelectorAll('h1')].map(({ textContent }) => textContent);
    expect(headings).toEqual(expect.arrayContaining(['Chi bộ hai thôn', 'Danh mục nguồn']));
    const text = textOf(document);
    expect(text).toContain(`“${SENTENCES.HA}” [1]`);
    expect(text).toContain('Đối tượng: đảng viên');
    expect(text).toContain('Ghi chú: dùng cho báo cáo quý, "bản 2"');
    expect(text).toContain(
      'Nguyễn Văn Mẫu (2026), “Chi bộ hai thôn”, Báo Ví Dụ, ngày 20/11/2026, https://www.bao.example.vn/bai-1.html?utm_source=zalo, truy cập ngày 22/11/2026.',
    );
  });

  it('says of every excerpt whether it agrees with its article', async () => {
    const sample = await collection();
    const [first] = sample.annotations;
    if (first) first.articleId = 'mất';
    const text = textOf(await read(await write(sample)));
    expect(text).toContain('không có toàn văn bài để đối chiếu');
    expect(text).toContain('✓ khớp với bài đã lưu');
  });

  it('leads from each source to its page', async () => {
    const document = await read(await write(await collection()));
    const links = [...document.querySelectorAll<HTMLAnchorElement>('li a[href^="http"]')];
    const address = 'https://www.bao.example.vn/bai-1.html?utm_source=zalo';
    expect(links.map(({ href, textContent }) => [href, textContent])).toEqual([[address, address]]);
  });

  it('leads from a quote to its source and from the contents to the headings', async () => {
    const document = await read(
      await write(await generateCollection({ articles: 3, excerptsPerArticle: 2 })),
    );
    const anchors = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    const dangling = anchors.filter(({ hash }) => !document.getElementById(hash.slice(1)));
    expect(anchors.length).toBeGreaterThanOrEqual(6);
    expect(dangling.map(({ outerHTML }) => outerHTML)).toEqual([]);
  });

  it('is made in seconds, though notes are as long as chapters', async () => {
    const made = await generateCollection({ articles: 3, excerptsPerArticle: 10 });
    const note = 'ghi chú dài '.repeat(4_000);
    const annotations = made.annotations.map((annotation) => ({ ...annotation, note }));
    const text = textOf(await read(await write({ ...made, annotations })));
    expect(text.split(note.trim())).toHaveLength(annotations.length + 1);
  }, 10_000);

  it('puts excerpts under their tags when ordered by tag', async () => {
    const made = await generateCollection({ articles: 4, excerptsPerArticle: 6 });
    const ordered = orderExcerpts(
      made.annotations.map((annotation) => ({
        annotation,
        article: made.articles.find(({ id }) => id === annotation.articleId),
      })),
      'tag',
    );
    const annotations = ordered.map(({ annotation }) => annotation);
    const document = await read(await write({ ...made, annotations }, { order: 'tag' }));
    const headings = [...document.querySelectorAll('h1')].map(({ textContent }) => textContent);
    expect(headings.slice(0, -1)).toEqual([
      'chi bộ',
      'dân vận',
      'đảng viên',
      'kiểm tra',
      'nghị quyết',
      'nông thôn mới',
    ]);
  });

  it('is set as the decree on documents has it', async () => {
    const xml = partOf(await write(await collection()), 'word/document.xml');
    const styles = partOf(await write(await collection()), 'word/styles.xml');
    // Twentieths of a point: 20, 30, 20 and 15 mm, A4.
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
    expect(styles).toContain('w:ascii="Times New Roman"');
    expect(styles).toContain('<w:sz w:val="28"/>');
    const smaller = await write(await collection(), { layout: { fontSize: 13, margins: 'wide' } });
    expect(partOf(smaller, 'word/styles.xml')).toContain('<w:sz w:val="26"/>');
    expect(partOf(smaller, 'word/document.xml')).toMatch(
      /w:top="1417" w:right="1134" w:bottom="1417" w:left="1984"/,
    );
  });
});

describe('hostile words in a Word report', () => {
  it.each(Object.entries(HOSTILE))('come out as text: %s', async (_, text) => {
    const document = await read(await write(await hostileCollection(text)));
    const squeeze = (words: string) => words.replace(/\s+/g, '');
    expect(squeeze(textOf(document))).toContain(`Ghichú:${squeeze(printable(text))}`);
    expect(document.querySelectorAll('script, img')).toHaveLength(0);
    expect([...document.links].every(({ href }) => /^(https?:|about:blank#)/.test(href))).toBe(
      true,
    );
  });
});

describe('a right-to-left sign that a title leaves open', () => {
  it('turns nothing but the title: neither the facts after a note nor the rest of a citation', async () => {
    const text = textOf(await read(await write(await hostileCollection('bài \u{202E}a'))));
    expect(text).toContain('Ghi chú: bài \u{202E}a\u{202C}');
    expect(text).toContain('“bài \u{202E}a\u{202C}”');
    expect(text.split('\u{202E}')).toHaveLength(text.split('\u{202C}').length);
  });
});

describe('LibreOffice', () => {
  it.skipIf(!canPaginate)(
    'opens a report of 300 excerpts, its contents naming the true pages (skipped: libreoffice-writer or pdftotext is not here)',
    async () => {
      const made = await generateCollection({ articles: 10, excerptsPerArticle: 30 });
      const pages = pagesOf(await write(made));
      expect(pages.length).toBeGreaterThan(20);
      // Under the page's number: the end of an excerpt never stands alone.
      const first = pages.map((page) =>
        page
          .split('\n')
          .filter((line) => line.trim())[1]
          ?.trim(),
      );
      expect(first.filter((line) => line?.startsWith('✓'))).toEqual([]);
      for (const article of made.articles) {
        const stated = new RegExp(
          `\\(${/\((\d+)\)$/.exec(article.title)?.[1]}\\)[ .…]+(\\d+)`,
        ).exec(pages[0] ?? '')?.[1];
        const isThere = [-1, 0, 1].some((by) =>
          pages[Number(stated) - 1 + by]?.includes(article.title),
        );
        expect([article.title, isThere]).toEqual([article.title, true]);
      }
    },
    180_000,
  );
});
