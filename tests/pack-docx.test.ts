import { JSDOM } from 'jsdom';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { PackContent } from '../lib/core/pack/pack-content.ts';
import { resolvePack } from '../lib/core/pack/resolve-pack.ts';
import { writeDocx } from '../lib/core/pack/write-docx.ts';
import { HOSTILE, printable } from './hostile-collection.ts';
import { hostilePack } from './hostile-pack.ts';
import { ownPack } from './own-pack.ts';
import { packBytes } from './pack-of-articles.ts';
import { words } from './sample-collection.ts';
import { item, pack, section } from './sample-pack.ts';
import { canPaginate, pagesOf, partOf } from './word-file.ts';

const squeeze = (text: string) => text.replace(/\s+/g, '');
const write = (content: PackContent) => packBytes(writeDocx, content);
const own = await ownPack();

/** The document as another program reads it. */
async function read(content: PackContent): Promise<Document> {
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(await write(content)) },
    { ignoreEmptyParagraphs: true },
  );
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  return new JSDOM(value).window.document;
}

describe('a pack as a Word document', () => {
  it('has a heading a part and a smaller one an article and a table', async () => {
    const document = await read(own);
    const headings = [...document.querySelectorAll('h1, h2')].map(({ tagName, textContent }) => [
      tagName,
      textContent,
    ]);
    expect(headings).toEqual(
      expect.arrayContaining([
        ['H1', 'Lời giới thiệu'],
        ['H1', 'Kết nạp đảng viên trong công nhân'],
        ['H2', 'Chi bộ khu phố giữa hai khu công nghiệp'],
        ['H2', 'Các tỷ lệ phần trăm'],
        ['H1', 'Danh mục nguồn'],
      ]),
    );
    expect(headings.at(-1)).toEqual(['H1', 'Đáp án']);
  });

  it('has every figure of a table in its row, under a header that is repeated on every page', async () => {
    const document = await read(own);
    const tables = own.sections.flatMap(({ items }) =>
      items.filter((item) => item.type === 'figures'),
    );
    const drawn = [...document.querySelectorAll('table')];
    expect(drawn).toHaveLength(tables.length);
    for (const [at, { rows }] of tables.entries()) {
      const cells = [...(drawn[at]?.querySelectorAll('tr') ?? [])].map((row) =>
        [...row.children].map(({ textContent }) => textContent),
      );
      expect(cells).toHaveLength(rows.length + 1);
      for (const [place, { written, exact }] of rows.entries()) {
        expect(cells[place + 1]).toEqual(expect.arrayContaining([written, exact]));
      }
    }
    const xml = partOf(await write(own), 'word/document.xml');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(tables.length);
  });

  it('keeps a question with the lines to write on, and with no other question', async () => {
    const asked = (question: string) => item({ type: 'question', question, answer: '1' });
    const made = pack([
      section('Hỏi', [asked('Vì sao?'), asked('Có ……… hộ.'), asked('A\nB ……… C')]),
    ]);
    const xml = partOf(
      await write(resolvePack(made, { annotations: [], articles: [] }, words)),
      'word/document.xml',
    );
    const keeps = [
      ...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*w:val="Question"(?:(?!<\/w:p>).)*<\/w:p>/g),
    ].map(([text]) => !text.includes('<w:keepNext w:val="false"/>'));
    expect(keeps).toEqual([true, false, true, false]);
  });

  it('draws its charts from numbers that Word can edit, each value as the article has it', async () => {
    const bytes = await write(own);
    const [chart] = own.sections.flatMap(({ items }) =>
      items.flatMap((item) => (item.type === 'figures' ? item.charts : [])),
    );
    const xml = partOf(bytes, 'word/charts/chart1.xml');
    const values = [...xml.matchAll(/<c:val>.*?<\/c:val>/gs)].join('');
    expect([...values.matchAll(/<c:v>(.*?)<\/c:v>/g)].map(([, value]) => Number(value))).toEqual(
      chart?.points.map(({ value }) => Number(value)),
    );
    for (const { written } of chart?.points ?? []) expect(xml).toContain(written);
  });

  it('marks in an article what was clipped, so that it shows without colour', async () => {
    const xml = partOf(await write(own), 'word/document.xml');
    expect(xml).toMatch(/<w:u w:val="dotted"\/>/);
    expect(xml).toMatch(/<w:b\/>.{0,80}<w:u w:val="single"\/>/);
  });

  it('is set on the paper asked for, in the letters of the decree', async () => {
    const a4 = await write(own);
    expect(partOf(a4, 'word/document.xml')).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(partOf(a4, 'word/styles.xml')).toContain('<w:sz w:val="28"/>');
    const a5 = await write({ ...own, paper: 'A5' });
    expect(partOf(a5, 'word/document.xml')).toMatch(/<w:pgSz w:w="8391" w:h="11906"/);
  });

  it('is a title where there is nothing in it', async () => {
    const document = await read(resolvePack(pack([]), { annotations: [], articles: [] }, words));
    expect(document.body.textContent).toContain('Sinh hoạt chuyên đề quý IV');
    expect(document.querySelectorAll('h1, h2, table')).toHaveLength(0);
  });
});

describe('hostile words in a pack’s Word document', () => {
  it.each(Object.entries(HOSTILE))('come out as text: %s', async (_, text) => {
    const content = await hostilePack(text);
    const bytes = await write(content);
    // Word refuses a file that is not well-formed; the reader below does not.
    for (const part of ['document', 'charts/chart1', 'header2', 'styles']) {
      const xml = partOf(bytes, `word/${part}.xml`);
      expect(() => new JSDOM(xml, { contentType: 'text/xml' })).not.toThrow();
    }
    const document = await read(content);
    const shown = squeeze(printable(text));
    const headings = [...document.querySelectorAll('h1, h2')].map(({ textContent }) =>
      squeeze(textContent),
    );
    expect(headings.filter((heading) => heading === shown)).toHaveLength(3);
    expect(squeeze(document.body.textContent ?? '').split(shown).length).toBeGreaterThan(12);
    expect(document.querySelectorAll('script, img[onerror]')).toHaveLength(0);
    expect([...document.links].every(({ href }) => /^(https?:|about:blank#)/.test(href))).toBe(
      true,
    );
  });
});

describe('LibreOffice', () => {
  it.skipIf(!canPaginate)(
    'lays a pack out with its running heads, its pages counted and its contents true (skipped: libreoffice-writer or pdftotext is not here)',
    async () => {
      const pages = pagesOf(await write(own));
      const [cover = '', contents = ''] = pages;
      expect(cover).not.toMatch(/\d+ \/ \d+/);
      for (const [at, page] of pages.entries()) {
        if (at > 0) expect(page).toContain(`${at + 1} / ${pages.length}`);
      }
      const listed = [...contents.matchAll(/^\s*(\S.*?)\s*[.…]{3,}\s*(\d+)$/gm)];
      expect(listed.length).toBeGreaterThan(10);
      for (const [, title = '', stated] of listed) {
        const isThere = [-1, 0, 1].some((by) => pages[Number(stated) - 1 + by]?.includes(title));
        expect([title, isThere]).toEqual([title, true]);
      }
      const answers = pages.at(-1) ?? '';
      expect(answers).toContain('Đáp án');
      expect(answers).not.toContain('Danh mục nguồn');
    },
    180_000,
  );
});
