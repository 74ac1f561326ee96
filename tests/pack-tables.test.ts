import { JSDOM } from 'jsdom';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { articleBlocks } from '../lib/core/pack/article-blocks.ts';
import type { ArticleContent, ArticlePart, PackContent } from '../lib/core/pack/pack-content.ts';
import { resolvePack } from '../lib/core/pack/resolve-pack.ts';
import { writeDocx } from '../lib/core/pack/write-docx.ts';
import { writeHtml } from '../lib/core/pack/write-html.ts';
import { packBytes } from './pack-of-articles.ts';
import { collection, words } from './sample-collection.ts';
import { item, pack, section } from './sample-pack.ts';
import { partOf } from './word-file.ts';

const plain = (text: string): ArticlePart[] => [{ text, isExcerpt: false }];
const blocks = (...texts: string[]) => articleBlocks({ paragraphs: texts.map(plain) });
const TABLE = ['Xã\tChi bộ\tĐảng viên', 'Xã Hạ\t12\t301', 'Xã Thượng\t9'];
const CELLS = [
  ['Xã', 'Chi bộ', 'Đảng viên'],
  ['Xã Hạ', '12', '301'],
  ['Xã Thượng', '9', ''],
];

/** A pack of an article whose text has a table. */
async function packed(): Promise<PackContent> {
  const { annotations, articles } = await collection();
  const [article] = articles;
  if (!article) throw new Error('an article');
  const whole = item({ type: 'article', articleId: article.id, remark: '' });
  const text = ['Kết quả như sau.', ...TABLE, 'Hết bảng.'].join('\n');
  const material = { annotations: annotations.slice(0, 0), articles: [{ ...article, text }] };
  return resolvePack(pack([section('Đọc', [whole])]), material, words);
}

const cellsIn = (table: Element | null) =>
  [...(table?.querySelectorAll('tr') ?? [])].map((row) =>
    [...row.children].map(({ textContent }) => textContent?.trim()),
  );

describe('the tables of an article', () => {
  it('are its lines with tabs, with as many cells in every row, and the words around them stay words', () => {
    const found = blocks('Trước.', ...TABLE, 'Sau.');
    const table = found[1] && 'table' in found[1] ? found[1].table : undefined;
    expect(found).toHaveLength(3);
    expect(table?.hasHead).toBe(true);
    expect(
      table?.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join(''))),
    ).toEqual(CELLS);
  });

  it('keep the marks of what stands in a cell', () => {
    const marked: ArticleContent['paragraphs'][number] = [
      { text: 'Xã Hạ\t', isExcerpt: true },
      { text: '12', isExcerpt: true, mention: 'figure' },
      { text: '\t301', isExcerpt: true },
    ];
    const [block] = articleBlocks({ paragraphs: [plain('Xã\tChi bộ\tĐảng viên'), marked] });
    expect(block && 'table' in block && block.table.rows[1]).toEqual([
      [{ text: 'Xã Hạ', isExcerpt: true }],
      [{ text: '12', isExcerpt: true, mention: 'figure' }],
      [{ text: '301', isExcerpt: true }],
    ]);
  });

  it('are none where one line has a tab, or where no page has room for the columns', () => {
    expect(blocks('Một\thai', 'ba')).toEqual([
      { paragraph: plain('Một\thai') },
      { paragraph: plain('ba') },
    ]);
    const wide = Array.from({ length: 100 }, (_, at) => at).join('\t');
    expect(blocks(wide, wide).every((block) => 'paragraph' in block)).toBe(true);
  });

  it('come out as tables in HTML', async () => {
    const html = Buffer.from(await packBytes(writeHtml, await packed())).toString();
    const { document } = new JSDOM(html).window;
    const table = document.querySelector('article table');
    expect(cellsIn(table)).toEqual(CELLS);
    expect(table?.querySelectorAll('th')).toHaveLength(3);
    expect(table?.previousElementSibling?.textContent).toContain('Kết quả như sau.');
    expect(table?.nextElementSibling?.textContent).toBe('Hết bảng.');
  });

  it('come out as tables in Word', async () => {
    const buffer = Buffer.from(await packBytes(writeDocx, await packed()));
    const xml = partOf(buffer, 'word/document.xml');
    const [, below = ''] = xml.split('</w:tbl>');
    expect(below).toMatch(
      /^<w:p><w:pPr>[^/]*\/>(?:<w:keepNext[^>]*>)?<w:spacing w:before="\d+"\/>/,
    );
    const { value } = await mammoth.convertToHtml({ buffer });
    expect(cellsIn(new JSDOM(value).window.document.querySelector('table'))).toEqual(CELLS);
  });
});
